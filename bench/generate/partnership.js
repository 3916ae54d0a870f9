// A faultless partnership of the generated register: facts are drawn first, what policy asks for follows from them.
import { addDays, addMonths, AS_OF, renewed } from './days.js'
import { documentsOf, isAtLeast, monthsBetween, tierOf } from './needs.js'
import { OURS } from './organisation.js'
import { slug } from './slug.js'
import * as words from './words.js'
import { Quoted } from './yaml.js'

/** Kinds with what they have: how many of a hundred, least and most pounds a year, our role, kinds of partner and their role. */
const ARCHETYPES = [
  {
    kind: 'contract',
    weight: 30,
    annual: [30_000, 2_400_000],
    role: 'commissioner',
    with: ['third-sector', 'company', 'federation'],
    their: 'provider',
  },
  {
    kind: 'grant',
    weight: 14,
    annual: [8000, 140_000],
    role: 'commissioner',
    with: ['third-sector', 'community-group'],
    their: 'provider',
  },
  {
    kind: 'service-agreement',
    weight: 13,
    annual: [20_000, 900_000],
    role: 'provider',
    with: ['nhs-trust', 'icb', 'council'],
    their: 'commissioner',
  },
  { kind: 'memorandum', weight: 12, role: 'member', with: ['university', 'council', 'nhs-trust'], their: 'member' },
  {
    kind: 'network',
    weight: 8,
    annual: [5000, 40_000],
    role: 'host',
    with: ['gp-practice', 'third-sector', 'council'],
    their: 'member',
  },
  {
    kind: 'section-75',
    weight: 6,
    annual: [400_000, 8_000_000],
    role: 'host',
    with: ['council'],
    their: 'commissioner',
  },
  { kind: 'informal', weight: 6, role: 'member', with: ['housing-association', 'community-group'], their: 'member' },
  {
    kind: 'alliance',
    weight: 5,
    annual: [90_000, 1_500_000],
    role: 'lead',
    with: ['third-sector', 'nhs-trust', 'council'],
    their: 'provider',
  },
  {
    kind: 'hosted-service',
    weight: 4,
    annual: [60_000, 700_000],
    role: 'host',
    with: ['nhs-trust', 'icb'],
    their: 'member',
  },
  {
    kind: 'pilot',
    weight: 2,
    annual: [10_000, 90_000],
    role: 'lead',
    with: ['university', 'gp-practice'],
    their: 'provider',
  },
]
const PROCUREMENTS = ['competitive', 'framework', 'direct-award', 'single-action-waiver']

/**
 * @typedef {object} World what partnerships share: `places`, `organisations` by kind, `leads`
 * @typedef {object} Draft a partnership before it is written: `id`, `folder`, `data`, `facts`, `tier`, `months` between
 *   reviews, `narrative` (the fields that a markdown form has as sections)
 */

/** Fields that stand as `## ` sections where the partnership is a markdown file. */
export const NARRATIVE = {
  rationale: 'Rationale',
  controls: 'Control measures and structures',
  position: 'Current status',
}

/** @returns {Draft} */
export function partnership(random, index, world) {
  const place = world.places[index % world.places.length]
  const turn = Math.floor(index / world.places.length)
  const [title, short, whom] = words.SERVICES[(turn + (index % world.places.length) * 7) % words.SERVICES.length]
  const directorate = random.pick(words.DIRECTORATES)
  const name = `${place} ${title}`
  const facts = drawFacts(random)
  const tier = tierOf(facts)
  const grades = drawGrades(random, tier, facts)
  const months = monthsBetween(tier, Object.values(grades ?? {}), facts.status)
  const lead = world.leads[index % world.leads.length]
  const term = termOf(random, facts)
  const draft = {
    index,
    id: slug(name),
    folder: slug(directorate),
    facts,
    tier,
    months,
    grades,
    term,
    lead,
    whom,
    place,
  }
  draft.data = {
    name,
    ...(random.chance(0.3) && { aliases: [`${short} ${place}`] }),
    summary: `${random.pick(['Support for', 'Joint work for', 'Care and advice for'])} ${whom} in ${place}.`,
    status: facts.status,
    kind: facts.kind,
    procurement: facts.procurement,
    directorate: random.chance(0.5) ? directorate : slug(directorate),
    lead,
    sponsor: random.pick(words.EXECUTIVES),
    ...term,
    ...(facts.annual > 0 && { value: valueOf(random, facts) }),
    ...(facts.annual === 0 &&
      facts.kind === 'memorandum' && { value: { amount: '0', per: 'year', direction: 'spend' } }),
    ...extraMoney(random, facts),
    importance: { level: facts.importance, ...(facts.importance !== 'low' && { reason: random.pick(words.REASONS) }) },
    objectives: random.some([1, 2, 3, 4, 5, 6], random.whole(1, 2)).sort(),
    data: dataOf(random, facts),
    care: facts.care,
    partners: partnersOf(random, facts, world),
    ...(facts.hasBodies && { bodies: bodiesOf(random, draft) }),
    ...narrativeOf(random, tier),
    ...(grades && { assessments: assessmentsOf(random, draft) }),
    ...risksOf(random, draft),
    ...recordsOf(random, draft),
    ...progressOf(random, draft),
    ...(random.chance(0.12) && {
      unknown: { exit: `Draft with the lawyers since ${random.pick(['May', 'June', 'July'])}.` },
    }),
  }
  return draft
}

/** A part of another partnership: it says what is its own, and takes the rest from its whole. */
export function part(random, whole, number) {
  const focus = words.FOCUSES[number]
  const name = `${whole.data.name}, ${focus} team`
  const partners = whole.data.partners.map(({ organisation, roles }) => ({ organisation, roles }))
  return {
    id: slug(name),
    folder: whole.folder,
    isPart: true,
    facts: { status: 'active' },
    lead: whole.lead,
    data: {
      name,
      summary: `The ${focus} team for ${whole.whom} in ${whole.place}.`,
      status: 'active',
      parent: whole.id,
      ...(random.chance(0.4) && { lead: whole.lead }),
      confirmed: addDays(AS_OF, -random.whole(5, 300)),
      objectives: whole.data.objectives,
      partners,
      controls: random.pick(words.CONTROLS),
      risks: [risk(random, random.pick(Object.keys(words.RISKS)), whole.lead, 6)],
      actions: [openAction(random, whole.lead)],
      headlines: [headline(random)],
    },
  }
}

function drawFacts(random) {
  const archetype = random.weighted(ARCHETYPES.map((it) => [it, it.weight]))
  const { kind, annual: range, role } = archetype
  const status = random.weighted([
    ['active', 80],
    ['under-review', 6],
    ['ending', 4],
    ['ended', 6],
    ['proposed', 4],
  ])
  const annual = range === undefined ? 0 : rounded(range[0] + (range[1] - range[0]) * small(random))
  const isInformal = kind === 'informal'
  const data = random.weighted([
    ['none', 36],
    ['incidental', 15],
    ['personal', isInformal ? 0 : 25],
    ['special-category', isInformal || kind === 'memorandum' ? 0 : 20],
  ])
  const isPersonal = data === 'personal' || data === 'special-category'
  const isTerm = annual > 0 && random.chance(0.8)
  const hasShares = ['section-75', 'hosted-service', 'alliance'].includes(kind)
  return {
    archetype,
    kind,
    status,
    annual,
    role,
    data,
    importance: random.weighted([
      ['low', 40],
      ['medium', 40],
      ['high', isInformal ? 0 : 12],
    ]),
    care: !isInformal && kind !== 'memorandum' && random.chance(0.35),
    shared: isPersonal && random.chance(0.25),
    processor: isPersonal && random.chance(0.2) ? random.pick(['partner', 'us']) : undefined,
    procurement: kind === 'contract' ? random.pick(PROCUREMENTS) : 'none',
    years: !isTerm ? 0 : status === 'proposed' ? 7 : random.pick([2, 3, 3, 4, 5, 7]),
    hasBodies: random.chance(0.08),
    hasShares,
    contributors: hasShares ? 2 : 0,
    risk: random.pick([0, 0, 0, 4, 6, 9, 12, 16]),
  }
}

/** From 0 to 1, and seldom large: most partnerships are small. Products alone, which every machine reckons alike. */
const small = (random) => random.next() * random.next() * random.next()

/** Pounds as people write them down: two or three figures, then noughts. */
function rounded(pounds) {
  let step = 100
  while (step * 100 <= pounds) step *= 10
  return Math.round(pounds / step) * step
}

/** 8.6m, 250k or 8,600: never more exact than it is. */
function money(pounds) {
  if (pounds >= 1_000_000 && pounds % 10_000 === 0) return `${pounds / 1_000_000}m`
  if (pounds >= 10_000 && pounds % 100 === 0) return `${pounds / 1000}k`
  return String(pounds).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function termOf(random, { status, years, kind }) {
  if (status === 'proposed')
    return { start: addDays(AS_OF, random.whole(70, 200)), ...(years > 0 && { end: '2034-03-31' }) }
  if (status === 'ended') return { start: '2019-04-01', end: `202${random.whole(2, 5)}-03-31` }
  const notice = (kind === 'contract' || random.chance(0.3)) && { notice: `${random.pick([3, 6, 12])} months` }
  if (years === 0) return { start: `${random.whole(2014, 2024)}-0${random.whole(1, 9)}-01`, end: 'none', ...notice }
  const left = random.whole(1, Math.min(years - 1, 4))
  const end = 2026 + left
  return {
    start: `${end - years}-04-01`,
    end: `${end}-03-31`,
    ...notice,
  }
}

function valueOf(random, { annual, years, status, archetype }) {
  const isTotal = years > 0 && ['active', 'under-review'].includes(status) && random.chance(0.15)
  return {
    amount: money(isTotal ? annual * years : annual),
    per: isTotal ? 'total' : 'year',
    ...(random.chance(0.4) && { basis: random.pick(['approximate', 'exact', 'up-to']) }),
    direction: archetype.role === 'commissioner' ? 'spend' : archetype.kind === 'section-75' ? 'pooled' : 'income',
  }
}

const extraMoney = (random, { annual }) =>
  annual > 100_000 && random.chance(0.15)
    ? { amounts: [{ title: 'One-off set-up costs', amount: money(rounded(annual / 10)), per: 'once' }] }
    : {}

function dataOf(random, { data, shared, processor }) {
  if (data === 'none') return { level: data }
  return {
    level: data,
    direction: random.pick(['in', 'out', 'both']),
    ...(data !== 'incidental' && { systems: random.some(words.SYSTEMS, random.whole(1, 2)) }),
    ...(processor && { processor }),
    ...(shared && { 'shared-record': true }),
  }
}

function partnersOf(random, { archetype, hasShares }, { organisations }) {
  const others = random.some(
    archetype.with.flatMap((kind) => random.some(organisations.get(kind) ?? [], 2)),
    hasShares ? 1 : random.whole(1, 3),
  )
  const share = random.whole(3, 16) * 5
  return [
    { organisation: OURS, roles: [archetype.role], ...(hasShares && { share: `${share}%` }) },
    ...others.map((id) => ({
      organisation: id,
      roles: [archetype.their],
      ...(hasShares && { share: `${100 - share}%` }),
    })),
  ]
}

function bodiesOf(random, { lead }) {
  return [
    {
      id: 'steering-group',
      name: 'Steering Group',
      kind: 'group',
      chair: lead,
      'reports-to': ['quality-committee'],
      meets: random.pick(['every month', 'every two months', 'each quarter']),
    },
  ]
}

function narrativeOf(random, tier) {
  return {
    ...(isAtLeast(tier, 'standard') && random.chance(0.3) && { rationale: random.pick(words.RATIONALES) }),
    controls: random.pick(words.CONTROLS),
    ...(random.chance(0.25) && { position: random.pick(words.POSITIONS) }),
  }
}

/** The grades of today; an informal partnership, and one that is not running, has none. */
function drawGrades(random, tier, { status }) {
  if (tier === 'informal' || status === 'proposed') return undefined
  const grade = () =>
    random.weighted([
      ['G', 55],
      ['A/G', 24],
      ['A', 14],
      ['R/A', 5],
      ['R', status === 'ended' ? 0 : 2], // it asks for an open action
    ])
  return { governance: grade(), relationships: grade(), outcomes: grade() }
}

const ASPECTS = ['governance', 'relationships', 'outcomes']

function assessmentsOf(random, { grades, months, tier }) {
  const date = renewed(random, months)
  const latest = assessment(random, date, grades)
  if (!isAtLeast(tier, 'significant') || random.chance(0.75)) return [latest]
  const before = { governance: 'A/G', relationships: 'G', outcomes: 'A' }
  const earlier = assessment(random, addMonths(`${date.slice(0, 8)}01`, -months), before)
  for (const [aspect, comment] of Object.entries(earlier.comments))
    earlier.comments[aspect] = `${comment} A plan was made.`
  return [earlier, latest]
}

function assessment(random, date, grades) {
  const poor = ASPECTS.filter((it) => grades[it] !== 'G')
  const comments = Object.fromEntries(poor.map((it) => [it, random.pick(words.GRADE_COMMENTS[it])]))
  return { date, ...grades, ...(poor.length > 0 && { comments }) }
}

/** Likelihood and consequence of a score, as five by five allows. */
const SCORES = { 4: [1, 4], 6: [2, 3], 9: [3, 3], 12: [3, 4], 16: [4, 4] }

function risk(random, category, owner, score) {
  const [title, mitigation] = random.pick(words.RISKS[category])
  const [likelihood, consequence] = SCORES[score]
  return {
    id: slug(title).split('-').slice(0, 3).join('-'),
    category,
    title,
    likelihood,
    consequence,
    target: random.pick([2, 3, 4]),
    mitigation,
    owner,
    due: addDays(AS_OF, random.whole(20, 400)),
  }
}

/** The highest risk alone, with a second one, or a profile over all categories. */
function risksOf(random, { facts, tier, lead }) {
  if (facts.risk === 0) return {}
  const categories = random.shuffled(Object.keys(words.RISKS))
  const isProfile = tier === 'major' && random.chance(0.15)
  const used = isProfile ? categories : categories.slice(0, random.pick([1, 1, 2]))
  const risks = used.map((category, index) => risk(random, category, lead, index === 0 ? facts.risk : 4))
  return { risks: facts.status === 'ended' ? risks.map(closed) : risks }
}

const closed = (risk) => ({ ...risk, status: 'closed' })

/** What is on file: documents, reviews, the partnership standard. */
function recordsOf(random, draft) {
  const { facts, tier, months, grades, term, lead } = draft
  const documents = facts.status === 'ended' ? [{ type: 'agreement', signed: '2019-03-20', expires: term.end }] : []
  if (facts.status !== 'ended')
    documents.push(...documentsOf(facts, tier).map(({ type, months }) => document(random, type, months, term)))
  const isYoung = facts.status === 'proposed' || facts.status === 'ended'
  const date = renewed(random, months)
  const earlier = { date: addMonths(`${date.slice(0, 8)}05`, -12), by: 'Quality Committee', outcome: 'change' }
  const reviews = [
    ...(random.chance(0.25) ? [earlier] : []),
    {
      date,
      by: random.pick(['Quality Committee', lead]),
      outcome: random.pick(['continue', 'continue', 'change', 'renew']),
    },
  ]
  const hasQuality = grades && facts.care && isAtLeast(tier, 'significant') && facts.status !== 'ended'
  return {
    ...(documents.length > 0 && { documents }),
    ...(!isYoung && { reviews }),
    ...(hasQuality && { 'quality-reviews': [qualityReview(random, tier)] }),
    ...((tier === 'major' || random.chance(0.1)) && { standard: { version: new Quoted('2.0'), agreed: '2025-06-01' } }),
  }
}

function document(random, type, months, { end }) {
  const signed = months === 0 ? addDays('2021-03-01', random.whole(0, 1500)) : renewed(random, months)
  const lastsAsLong = months === 0 && end !== undefined && end !== 'none'
  return {
    type,
    signed,
    ...(lastsAsLong && { expires: end }),
    ...(random.chance(0.15) && { link: `https://docs.example/${type}/${random.whole(1000, 9999)}` }),
  }
}

function qualityReview(random, tier) {
  return {
    title: `Peer review of ${random.pick(['care planning', 'safeguarding', 'access', 'handover'])}`,
    state: 'done',
    period: renewed(random, tier === 'major' ? 12 : 24),
    grade: random.pick(['good', 'good', 'outstanding']),
    finding: 'Good practice in supervision; notes could be shorter.',
  }
}

function openAction(random, owner) {
  return { title: random.pick(words.ACTIONS), owner, due: addDays(AS_OF, random.whole(10, 300)) }
}

function headline(random) {
  const [tone, text] = random.pick(words.HEADLINES)
  return { date: addDays(AS_OF, -random.whole(3, 170)), tone, text }
}

/** What moves: milestones, figures, actions, news, and when the lead last confirmed it all. */
function progressOf(random, { facts, lead, grades }) {
  if (facts.status === 'ended') return { actions: [{ title: 'Return the equipment', owner: lead, done: '2025-05-01' }] }
  const isRed = Object.values(grades ?? {}).includes('R')
  const hasAction = isRed || random.chance(0.6)
  return {
    ...(random.chance(0.25) && { milestones: [milestone(random)] }),
    ...(random.chance(0.3) && { measures: [measure(random)] }),
    ...(hasAction && { actions: [openAction(random, lead)] }),
    ...(random.chance(0.35) && { headlines: [headline(random)] }),
    ...(random.chance(0.5) && { confirmed: addDays(AS_OF, -random.whole(5, 300)) }),
  }
}

const milestone = (random) => ({
  title: random.pick(words.MILESTONES),
  due: addDays(AS_OF, random.whole(30, 500)),
  output: 'A note to the steering group.',
})

function measure(random) {
  const target = random.whole(20, 90) * 100
  const grouped = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return {
    title: random.pick(words.MEASURES),
    period: '2025/26',
    actual: grouped(target + random.whole(-9, 9) * 50),
    target: grouped(target),
  }
}
