import type { Organisation } from '../model/organisation.js'
import type { Partnership, PartnershipData } from '../model/partnership.js'

/*
 * Scheme 1: which fields a stamp is of. Whoever changes anything here, or in fingerprint.ts, makes a new scheme, as stamps
 * that were written stay what they are (docs/decisions/0016-review-stamps.md).
 */

/** The scheme that stamps are made by, and the only one that they are compared in. */
export const SCHEME = 1

/**
 * What a field is to a review: `whole`, a review looks at it, and the parts of the partnership rest on it, too; `own`, a
 * review looks at it; `news`, it comes and goes between reviews, or says only how the entry is kept.
 */
const FIELDS: Readonly<Record<keyof PartnershipData, 'whole' | 'own' | 'news'>> = {
  name: 'whole',
  aliases: 'news',
  reference: 'news',
  summary: 'own',
  status: 'whole',
  kind: 'whole',
  procurement: 'whole',
  statutory: 'own',
  'procurement-detail': 'whole',
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
  partners: 'own', // those of a whole need not be those of its part
  bodies: 'whole',
  responsibilities: 'whole',
  delegations: 'whole',
  interests: 'own',
  rationale: 'whole',
  controls: 'whole',
  'risk-summary': 'own',
  position: 'news',
  liabilities: 'whole',
  exit: 'whole',
  assessments: 'news', // graded in a rhythm of their own
  risks: 'own', // those of a whole move more often than its parts need to hear of
  issues: 'news',
  documents: 'own', // without agreements, which a stamp has apart
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
  tier: 'news', // a stamp holds the tier that comes of it
  exceptions: 'news',
  sources: 'news',
  unknown: 'news', // what becomes known is stated, and that counts
}

/** Documents that bind the partners: what the partnership itself rests on. Those of other types are papers about it. */
const AGREEMENTS: readonly string[] = ['agreement', 'memorandum', 'section-75-agreement', 'terms-of-reference']

/** Of a document, where it is kept, who saw it there and what somebody noted of it is no part of what it says. */
const KEPT: readonly string[] = ['link', 'seen-by', 'seen-on', 'note']

/** What counts of an organisation; its own documents expire and are renewed, as policy requires. */
const OF_ORGANISATION = ['name', 'kind', 'status', 'merged', 'identifiers', 'members'] as const

/** A part of a record, in the shape of the record. */
export type NamedPart = Readonly<Record<string, unknown>>

const fieldsOf = (...what: readonly string[]) =>
  (Object.keys(FIELDS) as (keyof PartnershipData)[]).filter((it) => what.includes(FIELDS[it]))
const REVIEWED = fieldsOf('whole', 'own')
const RESTED_ON = fieldsOf('whole')

/** Does a path lead into what a stamp is of? */
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

/** What the parts of a partnership rest on: what they take from it, its terms and its agreements. */
export const wholePart = (partnership: Partnership): NamedPart => ({
  ...picked(partnership, RESTED_ON),
  ...agreementPart(partnership),
})

/** Which of its register numbers papers use is no part of what it is. */
export const organisationPart = (organisation: Organisation): NamedPart => ({
  ...picked(organisation, OF_ORGANISATION),
  status: unless(organisation.status, 'active'),
  identifiers: organisation.identifiers.map(({ scheme, id }) => ({ scheme, id })),
})

/** To state what holds by default adds nothing. */
const unless = <T>(value: T, plain: T): T | undefined => (value === plain ? undefined : value)

const picked = <T extends object>(record: T, keys: readonly (keyof T & string)[]): NamedPart =>
  Object.fromEntries(keys.map((key) => [key, record[key]]))

const documentsOf = ({ documents }: Partnership, isMeant: (type: string) => boolean) =>
  documents
    .filter(({ type }) => isMeant(type))
    .map((it) => Object.fromEntries(Object.entries(it).filter(([key]) => !KEPT.includes(key))))
