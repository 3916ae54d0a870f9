import { countFigure, type Figure } from '../../figures/figure.js'
import { sourceOf, totalFigure, valueFigure } from '../../figures/totals.js'
import { sayDay, sayInexactDay, type InexactDay } from '../../model/day.js'
import { slug } from '../../model/fields.js'
import { sayMoney } from '../../model/money.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { metaAt } from '../../model/schema-walk.js'
import type { Update } from '../../model/update.js'
import { latestAssessment } from '../../policy/cadence.js'
import { annualValue } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { documentTable } from './documents.js'
import { headlinesOf } from './headlines.js'
import type { BoardUpdateView } from './view.js'

/** A million pounds in pence: the threshold of papers where policy names none. */
const MILLION_POUNDS = 100_000_000

/** The view of the board update: counts, totals, values over the threshold, headlines, what is overdue, promises. */
export function buildBoardUpdate({ register, policy, asOf, update: wanted, provenance }: PaperInput): {
  view: BoardUpdateView
  narrative: Record<string, string>
} {
  const { settings } = register
  const update =
    register.updates.find((it) => it.id === wanted) ??
    (wanted === undefined ? register.updates.filter((it) => it['as-of'] <= asOf).at(-1) : undefined)
  const last = update && register.updates[register.updates.indexOf(update) - 1]
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  const top = running.filter((it) => it.parent === undefined)
  const currency = settings.currency ?? 'GBP'
  const threshold = policy.policy.single('limits')?.['paper-value'] ?? MILLION_POUNDS
  const facts = (it: Partnership) => policy.facts(it)
  const count = (how: string, all: readonly Partnership[]) => countFigure(how, all.map(sourceOf))

  const view: BoardUpdateView = {
    title: update?.title ?? 'Partnerships update',
    organisation: nameOf(register, settings.organisation),
    asOf: sayDay(asOf),
    for: update?.for ?? null,
    to: bodyName(register, update?.to),
    previous: said(update?.previous),
    next: said(update?.next),
    recommendation: update?.recommendation ?? null,
    governanceRoute: update?.['governance-route'] ?? null,
    statutoryResponsibilities: update?.['statutory-responsibilities'] ?? null,
    author: [...(update?.author ?? [])],
    leadExecutive: update?.['lead-executive'] ?? null,
    objectives: settings.objectives
      .filter((it) => update === undefined || update.objectives.length === 0 || update.objectives.includes(it.number))
      .map(({ number, title, goals }) => ({ number: String(number), title, goals })),
    held: count('partnerships of the register that have not ended, without the parts of others', top),
    parts: count(
      'parts of other partnerships',
      running.filter((it) => it.parent !== undefined),
    ),
    known: settings.known?.partnerships ?? null,
    knownSince: said(settings.known?.found),
    total: totalFigure(
      'the yearly values of all partnerships that have not ended, without parts; “up to” adds to the upper end only',
      top,
      currency,
    ),
    threshold: sayMoney(threshold, currency),
    over: overThreshold(top, threshold, currency),
    valueUnknown: count(
      'partnerships whose value is not known',
      top.filter((it) => facts(it)['annual-value'] === undefined),
    ),
    kindUnknown: count(
      'partnerships whose kind is not known',
      top.filter((it) => it.kind === undefined),
    ),
    dataUnknown: count(
      'partnerships of which it is not known whether personal data pass',
      top.filter((it) => facts(it).data === undefined),
    ),
    leadUnknown: count(
      'partnerships whose lead is not known',
      top.filter((it) => it.lead === undefined),
    ),
    tiers: policy.policy
      .entries('tiers')
      .map(({ id }) => ({
        name: id,
        count: count(
          `partnerships that policy makes ${id}`,
          top.filter((it) => policy.tier(it).id === id),
        ),
      }))
      .reverse(),
    graded: top.flatMap(gradedRow),
    ungraded: count(
      'partnerships without an assessment',
      top.filter((it) => it.assessments.length === 0),
    ),
    documents: documentTable(policy, running),
    standards: settings.standards.map((it) => ({
      title: it.title ?? 'Partnership standard',
      version: it.version,
      status: it.status?.replaceAll('-', ' ') ?? null,
      commentsDue: said(it['comments-due']),
      approvedBy: bodyName(register, it['approved-by']),
    })),
    audits: [...settings.audits, ...(update?.audits ?? [])].map((it) => ({
      title: it.title,
      by: it.by === undefined ? null : nameOf(register, it.by),
      state: it.state?.replaceAll('-', ' ') ?? null,
      partnerships: it.partnerships.map((id) => partnershipName(register, id)),
      reportsTo: bodyName(register, it['reports-to']),
      due: said(it.due),
      opinion: it.opinion ?? null,
    })),
    risks: riskCounts(top),
    headlines: headlinesOf(register, running),
    silent: top.filter((it) => it.headlines.length === 0).map((it) => it.name),
    overdue: overdueRows({ register, policy, asOf }, running),
    neverReviewed: count(
      'partnerships that policy asks to be reviewed, without a review or a start to count from',
      top.filter((it) => isNever(policy.reviewDue(it))),
    ),
    neverAssessed: count(
      'partnerships that policy asks to be graded, without an assessment or a start to count from',
      top.filter((it) => isNever(policy.assessmentDue(it))),
    ),
    hasLast: last !== undefined,
    lastSteps: lastSteps(update, last),
    actions: settings.actions
      .filter((it) => it.done === undefined)
      .map(({ title, owner, due }) => ({ title, owner: owner ?? null, due: said(due) })),
    nextSteps: (update?.['next-steps'] ?? []).map(({ title, owner, due }) => ({
      title,
      owner: owner ?? null,
      due: said(due),
    })),
    unknowns: running
      .filter((it) => Object.keys(it.unknown).some((key) => !EVERYWHERE.includes(key)))
      .map((it) => ({
        name: it.name,
        items: Object.entries(it.unknown)
          .filter(([key]) => !EVERYWHERE.includes(key))
          .map(([key, reason]) => `${labelOf(key)}: ${reason}`),
      })),
    provenance,
  }
  return { view, narrative: narrativeOf(update) }
}

/** Gaps that the paper counts, so that it need not list them partnership by partnership. */
const EVERYWHERE = ['lead', 'sponsor', 'data', 'value.direction', 'kind', 'procurement']

/** A path under `unknown` as its field is called. */
const labelOf = (key: string) => metaAt(partnershipSchema, key.split('.'))?.label ?? key

const isNever = (due: { readonly day: string | undefined } | undefined) => due !== undefined && due.day === undefined
const said = (day: InexactDay | undefined) => (day === undefined ? null : sayInexactDay(day))
const nameOf = ({ organisations, partnerships }: Register, id: string) =>
  [...organisations, ...partnerships].find((it) => it.id === id)?.name ?? id
const partnershipName = ({ partnerships }: Register, id: string) => partnerships.find((it) => it.id === id)?.name ?? id
const bodyName = ({ settings }: Register, id: string | undefined) =>
  id === undefined ? null : (settings.bodies.find((it) => it.id === id)?.name ?? id)

/** In order of value; those of one value by name. What is only at most, or at least, so much says so. */
function overThreshold(top: readonly Partnership[], threshold: number, currency: string): BoardUpdateView['over'] {
  const over = top
    .filter((it) => (annualValue(it) ?? 0) >= threshold)
    .sort((a, b) => annualValue(b)! - annualValue(a)! || (a.name < b.name ? -1 : 1))
  return {
    // a sentence of the 2019 paper says five and lists six: count the entries, never the sentence
    count: countFigure(
      `partnerships worth ${sayMoney(threshold, currency)} a year or more, “up to” at its ceiling`,
      over.map(sourceOf),
    ),
    total: totalFigure(
      `the yearly values of partnerships worth ${sayMoney(threshold, currency)} or more`,
      over,
      currency,
    ),
    list: over.map((it) => ({
      name: it.name,
      value: valueFigure(it, currency) as Figure,
      stated: it.value?.basis === 'just-under' ? `nearly ${sayMoney(it.value.amount, currency)}` : null,
      notes: Object.entries(it.unknown)
        .filter(([key]) => key === 'value' || key === 'value.ours' || key === 'value.per')
        .map(([, reason]) => reason),
    })),
  }
}

function gradedRow(partnership: Partnership): BoardUpdateView['graded'] {
  const latest = latestAssessment(partnership)
  if (latest === undefined) return []
  const { date, governance = null, relationships = null, outcomes = null } = latest
  return [{ name: partnership.name, day: sayInexactDay(date), governance, relationships, outcomes }]
}

function riskCounts(top: readonly Partnership[]): BoardUpdateView['risks'] {
  const open = top.flatMap((partnership) =>
    partnership.risks
      .filter((it) => it.status !== 'closed' && it.none === undefined)
      .map((risk) => ({ partnership, risk })),
  )
  const count = (how: string, all: typeof open) =>
    countFigure(
      how,
      all.map((it) => sourceOf(it.partnership)),
    )
  const score = ({ risk }: (typeof open)[number]) => (risk.likelihood ?? 0) * (risk.consequence ?? 0)
  return {
    open: count('open risks', open),
    unscored: count(
      'open risks without a score',
      open.filter((it) => score(it) === 0),
    ),
    extreme: count(
      'open risks that score 15 or more',
      open.filter((it) => score(it) >= 15),
    ),
    without: countFigure(
      'partnerships without any risk in the register',
      top.filter((it) => it.risks.length === 0).map(sourceOf),
    ),
  }
}

function overdueRows(
  { register, policy, asOf }: Pick<PaperInput, 'register' | 'policy' | 'asOf'>,
  running: readonly Partnership[],
): BoardUpdateView['overdue'] {
  const rows: { name: string; what: string; day: string; due: string }[] = []
  for (const partnership of running) {
    const { name } = partnership
    for (const [what, due] of [
      ['full review', policy.reviewDue(partnership)],
      ['assessment', policy.assessmentDue(partnership)],
    ] as const) {
      if (due?.day !== undefined && due.day < asOf) rows.push({ name, what, day: due.day, due: sayDay(due.day) })
    }
    for (const duty of policy.documents(partnership)) {
      if (duty.state === 'expired' && duty.until !== undefined)
        rows.push({
          name,
          what: `${duty.title}${duty.organisation === undefined ? '' : ` of ${duty.organisation.name}`}`,
          day: duty.until,
          due: sayDay(duty.until),
        })
    }
    for (const { title, due, done } of [...partnership.actions, ...partnership.milestones]) {
      if (due !== undefined && done === undefined && due.last < asOf)
        rows.push({ name, what: title, day: due.last, due: sayInexactDay(due) })
    }
  }
  for (const { title, due, done } of register.settings.actions)
    if (due !== undefined && done === undefined && due.last < asOf)
      rows.push({ name: 'All partnerships', what: title, day: due.last, due: sayInexactDay(due) })
  return rows
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.name < b.name ? -1 : 1))
    .map(({ name, what, due }) => ({ name, what, due }))
}

/** Each promise of the last paper, and what became of it; one without an answer says so. */
function lastSteps(update: Update | undefined, last: Update | undefined): BoardUpdateView['lastSteps'] {
  return (last?.['next-steps'] ?? []).map((step) => {
    const answer = update?.answers.find((it) => it.step === (step.id ?? slug(step.title)))
    return {
      title: step.title,
      state: answer === undefined ? 'not answered' : answer.state.replaceAll('-', ' '),
      text: answer?.text ?? null,
    }
  })
}

const SECTIONS: Record<string, string> = {
  purpose: 'purpose',
  governance: 'governance',
  'central-coordination': 'centralCoordination',
  'approach-to-risk': 'approachToRisk',
  'operational-headlines': 'operationalHeadlines',
}

/** The update’s sections by the names that the template knows; what it does not know is kept, with its heading, in `other`. */
function narrativeOf(update: Update | undefined): Record<string, string> {
  const found: Record<string, string> = {
    purpose: '',
    governance: '',
    centralCoordination: '',
    approachToRisk: '',
    operationalHeadlines: '',
    other: '',
  }
  for (const { heading, text = '' } of update?.sections ?? []) {
    const name = SECTIONS[slug(heading)]
    if (name === undefined) found['other'] += `\n\n## ${heading}\n\n${text}`
    else found[name] = text
  }
  return found
}
