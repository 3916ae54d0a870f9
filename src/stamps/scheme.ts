import type { Organisation } from '../model/organisation.js'
import type { Partnership, PartnershipData } from '../model/partnership.js'
import { flowed, isMap, isNothing } from '../model/same.js'

/*
 * Scheme 1: which fields a stamp covers. Any change here or in fingerprint.ts needs a new scheme, as existing stamps do not
 * change (docs/decisions/0016-review-stamps.md).
 */

/** The scheme of new stamps; stamps of other schemes are not compared. */
export const SCHEME = 1

/**
 * What a field means to a review. `whole`: a review looks at it, and the parts of the partnership rest on it as well; `own`:
 * a review looks at it; `news`: it comes and goes between reviews, or is only about how the entry is kept.
 */
const FIELDS: Readonly<Record<keyof PartnershipData, 'whole' | 'own' | 'news'>> = {
  name: 'whole',
  aliases: 'news',
  reference: 'news',
  summary: 'own',
  order: 'news',
  status: 'whole',
  kind: 'whole',
  procurement: 'whole',
  statutory: 'own',
  'procurement-detail': 'whole',
  'procurement-regime': 'whole',
  parent: 'whole',
  directorate: 'whole',
  service: 'own',
  stage: 'news', // moves on as planned
  scope: 'own',
  goals: 'own',
  lead: 'whole',
  sponsor: 'whole',
  'lead-partner': 'own',
  start: 'whole',
  end: 'whole',
  notice: 'whole',
  'extendable-to': 'whole',
  'minimum-term': 'whole',
  confirmed: 'news',
  confidential: 'own',
  value: 'whole',
  amounts: 'own',
  'shares-by': 'own',
  importance: 'own',
  objectives: 'own',
  data: 'whole',
  care: 'whole',
  partners: 'own', // a part may have other partners than its whole
  bodies: 'whole',
  responsibilities: 'whole',
  delegations: 'whole',
  interests: 'own',
  rationale: 'whole',
  controls: 'whole',
  'risk-summary': 'own',
  position: 'news',
  stated: 'news',
  redress: 'own',
  liabilities: 'whole',
  exit: 'whole',
  assessments: 'news', // graded in a rhythm of their own
  risks: 'own', // change more often in a whole than matters to its parts
  issues: 'news',
  documents: 'own', // without agreements, which are a part of their own
  reviews: 'news',
  'next-review': 'news',
  'quality-reviews': 'news',
  evaluations: 'news',
  'self-assessments': 'news',
  standard: 'own',
  benefits: 'news',
  measures: 'news',
  milestones: 'news',
  actions: 'news',
  recommendations: 'news',
  headlines: 'news',
  tier: 'news', // a stamp has the resulting tier
  exceptions: 'news',
  sources: 'news',
  unknown: 'news', // once known, the value itself counts
}

/** Types of documents that bind the partners, and that the partnership rests on. */
const AGREEMENTS: readonly string[] = ['agreement', 'memorandum', 'section-75-agreement', 'terms-of-reference']

/** Keys of a document that are not about its content: where it is kept, who saw it, and notes. */
const KEPT: readonly string[] = ['link', 'seen-by', 'seen-on', 'note']

/** The fields of an organisation that count; its documents expire and are renewed in the normal course. */
const OF_ORGANISATION = ['name', 'kind', 'status', 'merged', 'identifiers', 'members'] as const

/** A part of a record, in the shape of the record. */
export type NamedPart = Readonly<Record<string, unknown>>

const fieldsOf = (...what: readonly string[]) =>
  (Object.keys(FIELDS) as (keyof PartnershipData)[]).filter((it) => what.includes(FIELDS[it]))
const REVIEWED = fieldsOf('whole', 'own')
const RESTED_ON = fieldsOf('whole')

/** Does a path lead into what a stamp covers? */
export const isNamed = (path: readonly unknown[]): boolean =>
  path.length === 0 || REVIEWED.includes(path[0] as keyof PartnershipData)

/** What a review looks at in a partnership's own entry. */
export const reviewedPart = (partnership: Partnership): NamedPart => ({
  ...picked(partnership, REVIEWED),
  confidential: unless(partnership.confidential, false),
  risks: partnership.risks.map((it) => ({ ...it, status: unless(it.status, 'open') })),
  documents: documentsOf(partnership, (type) => !AGREEMENTS.includes(type)),
})

/** The documents that bind its partners. */
export const agreementPart = (partnership: Partnership): NamedPart => ({
  documents: documentsOf(partnership, (type) => AGREEMENTS.includes(type)),
})

/** What the parts of a partnership rest on: the fields that they take from it, its terms and its agreements. */
export const wholePart = (partnership: Partnership): NamedPart => ({
  ...picked(partnership, RESTED_ON),
  ...agreementPart(partnership),
})

/** Identifiers without the mark for the one that papers use. */
export const organisationPart = (organisation: Organisation): NamedPart => ({
  ...picked(organisation, OF_ORGANISATION),
  status: unless(organisation.status, 'active'),
  identifiers: organisation.identifiers.map(({ scheme, id }) => ({ scheme, id })),
})

/** A default value counts as not stated. */
const unless = <T>(value: T, plain: T): T | undefined => (value === plain ? undefined : value)

const picked = <T extends object>(record: T, keys: readonly (keyof T & string)[]): NamedPart =>
  Object.fromEntries(keys.map((key) => [key, record[key]]))

const documentsOf = ({ documents }: Partnership, isWanted: (type: string) => boolean) =>
  documents
    .filter(({ type }) => isWanted(type))
    .map((it) => Object.fromEntries(Object.entries(it).filter(([key]) => !KEPT.includes(key))))

/** A hash of a text as at least sixteen hexadecimal digits, such as SHA-256. */
export type Hash = (text: string) => string

/** The fingerprint of a part of a record: `h3f2a9c1b5d7e8f60`. Undefined where nothing of it is stated. */
export function fingerprintOf(part: NamedPart, hash: Hash): string | undefined {
  return isNothing(part) ? undefined : `h${hash(`partners stamp ${SCHEME}\n${canonical(part)}`).slice(0, 16)}`
}

/**
 * The same text for values with the same meaning, however they were typed: a day is its first and last day, money its
 * pence, a length of time its months and days, and a text its words without their layout. The order of keys and lists
 * does not count, as it does not in `partners diff`.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(flowed(value))
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (!isMap(value)) return String(JSON.stringify(value))
  const stated = Object.keys(value).filter((key) => key !== 'written' && !isNothing(value[key]))
  const entries = stated.sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${entries.join()}}`
}
