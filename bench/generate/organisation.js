// Organisations of the generated register, with the documents that policy asks of partners.
import { addDays, AS_OF, renewed } from './days.js'
import { CHECKED_PARTNERS, DSPT_PARTNERS } from './needs.js'
import { slug } from './slug.js'
import { ORGANISATIONS } from './words.js'
import { Quoted } from './yaml.js'

/** Id of the organisation whose register it is. */
export const OURS = 'vale-health'

export const ourselves = () => ({
  id: OURS,
  kind: 'nhs-trust',
  data: {
    name: 'Vale Health NHS Foundation Trust',
    aliases: ['Vale Health'],
    kind: 'nhs-trust',
    identifiers: [{ scheme: 'ods', id: 'RVH' }],
  },
})

/** One of a row of partner organisations; those of one kind stand in different places. */
export function organisation(random, index, places) {
  const form = index % ORGANISATIONS.length
  const place = places[(Math.floor(index / ORGANISATIONS.length) + form * 7) % places.length]
  const [kind, nameIn] = ORGANISATIONS[form]
  const name = nameIn(place)
  const isChecked = CHECKED_PARTNERS.includes(kind)
  const identifiers = identifiersOf(kind, index)
  const documents = [
    ...(isChecked ? checkedDocuments(random) : []),
    ...(isChecked || DSPT_PARTNERS.includes(kind)
      ? [{ type: 'dspt', title: 'DSPT 2025/26, standards met', signed: addDays('2026-06-30', -random.whole(0, 40)) }]
      : []),
    ...(kind === 'housing-association' ? [insurance(random)] : []),
  ]
  return {
    id: slug(name),
    kind,
    data: {
      name,
      ...(random.chance(0.4) && { summary: summaryOf(kind, place) }),
      kind,
      ...(identifiers.length > 0 && { identifiers }),
      ...(documents.length > 0 && { documents }),
      // the version in force (settings.js)
      standard: { version: new Quoted('2.0'), agreed: '2025-06-01' },
      ...(kind === 'third-sector' && { 'self-assessments': [selfAssessment(random, identifiers[0].id)] }),
      ...(random.chance(0.2) && { note: `Met at the partnership day in ${place}.` }),
    },
  }
}

const summaryOf = (kind, place) =>
  kind === 'third-sector' ? `Charity that works in ${place} and around.` : `Works in ${place} and around.`

function identifiersOf(kind, index) {
  const digits = (first, length) => new Quoted(first + String(index).padStart(length - first.length, '0'))
  if (kind === 'third-sector') return [{ scheme: 'charity', id: digits('1', 7) }]
  if (kind === 'company' || kind === 'federation') return [{ scheme: 'company', id: digits('0', 8) }]
  if (kind === 'university') return [{ scheme: 'ukprn', id: digits('1', 8) }]
  if (DSPT_PARTNERS.includes(kind) && kind !== 'council')
    return [{ scheme: 'ods', id: `X${index.toString(36).toUpperCase().padStart(4, '0')}` }]
  return []
}

function insurance(random) {
  const expires = addDays(AS_OF, random.whole(90, 330))
  return { type: 'insurance', title: 'Public liability, £10m', expires }
}

function checkedDocuments(random) {
  return [
    { type: 'due-diligence', signed: renewed(random, 36) },
    insurance(random),
    { type: 'safeguarding-policy', version: new Quoted(`${random.whole(1, 6)}.0`), signed: renewed(random, 24) },
    { type: 'accounts', title: 'Annual report and accounts', signed: renewed(random, 20) },
  ]
}

/** Answers to all the questions of the policy that are in order; the number is that of the public register. */
function selfAssessment(random, charity) {
  const recent = (days) => addDays(AS_OF, -random.whole(20, days))
  const date = renewed(random, 12)
  return {
    date,
    form: 'Governance self-assessment, version 3',
    status: 'accepted',
    'decided-by': 'Chief Operating Officer',
    'decided-on': date,
    result: 'completed',
    answers: {
      A1: `charity, ${charity.text}`,
      A2: recent(1500),
      A3: String(random.whole(5, 12)),
      A4: String(random.whole(4, 9)),
      A5: 'yes',
      B1: recent(500),
      B2: String(random.whole(3, 45)),
      B3: String(random.whole(3, 11)),
      B4: addDays(AS_OF, random.whole(90, 330)),
      B5: 'yes',
      C1: recent(800),
      C2: recent(600),
      C3: '100',
      D1: addDays(AS_OF, random.whole(20, 330)),
      D2: 'standards-met',
      D3: String(random.whole(95, 100)),
      D4: '0',
      D5: 'no',
      E1: random.pick(['good', 'outstanding', 'not-rated']),
      E2: 'yes',
      E3: recent(150),
      E4: recent(300),
      F1: new Quoted('2.0'),
      F2: 'none',
      F3: 'yes',
    },
  }
}
