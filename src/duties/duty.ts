import type { Day, InexactDay } from '../model/day.js'
import { forceOf, type Basis } from '../model/grounds.js'
import type { Place, Because } from '../model/place.js'
import { counted } from '../model/words.js'
import type { DocumentDuty } from '../policy/documents.js'

/** What sort of thing has to be done. */
export const DUTY_KINDS = {
  review: 'full reviews',
  assessment: 'assessments',
  'quality-review': 'peer quality reviews',
  document: 'documents, self-assessments and risk profiles that expire or are missing',
  action: 'actions',
  milestone: 'milestones',
  risk: 'mitigation of risks',
  benefit: 'benefits that are to come, or were missed',
  'next-step': 'next steps of the last update',
  evaluation: 'evaluations and audits that report',
  recommendation: 'recommendations',
  term: 'notice days and end dates',
  decision: 'exceptions and lowered tiers that expire',
} as const
export type DutyKind = keyof typeof DUTY_KINDS

/** Something that must be done, by when and by which role. */
export interface Duty {
  readonly kind: DutyKind
  /** Identifies it among the duties of its record, and stays the same from run to run. */
  readonly key: string
  /** What has to be done, as shown in papers: `Full review`, `Insurance certificate of Riverside Mind`. */
  readonly what: string
  /** The record that it is about; `register` for what concerns all partnerships. */
  readonly about: { readonly id: string; readonly name: string }
  /** Where several partnerships require it, all of them, `about` included, each with its responsible role. */
  readonly shared?: readonly Sharing[]
  /** The last day that is in time; undefined where it is needed, but no day is known. */
  readonly due: InexactDay | undefined
  /** The role that answers for it; undefined where none is named. */
  readonly role: string | undefined
  /** Is the role responsible only as the lead, because the entry names nobody? */
  readonly isLeads?: boolean
  /** The partner organisation that has to act, where it is the partner’s own document. */
  readonly partner?: { readonly id: string; readonly name: string } | undefined
  /** Why, in plain words. */
  readonly why: string
  /** What demands it, for documents whose policy entry says so, and its source. */
  readonly basis?: Basis | undefined
  readonly source?: string | undefined
  /** The policy entries and values that require it. */
  readonly because: readonly Because[]
  readonly at: Place
  /** What policy requires, where it is a document. */
  readonly document?: DocumentDuty
}

/** A partnership that requires what others also require. */
export interface Sharing {
  readonly about: Duty['about']
  readonly role: string | undefined
}

/** The records that a duty concerns, each with its responsible role. */
export const concernedBy = ({ shared, about, role }: Duty): readonly Sharing[] => shared ?? [{ about, role }]

/** The names of the records that a duty is about. */
export const namesOf = (duty: Duty): string[] => concernedBy(duty).map((it) => it.about.name)

/** The roles that answer for a duty, each once. */
export const rolesOf = (duty: Duty): string[] => [...new Set(concernedBy(duty).flatMap((it) => it.role ?? []))]

/** A duty with only the records that a role is responsible for; undefined where there are none. */
export function dutyOf(duty: Duty, role: string): Duty | undefined {
  const { shared: _, ...own } = duty
  const [first, ...others] = concernedBy(duty).filter((it) => it.role === role)
  if (first === undefined) return undefined
  return { ...own, ...first, ...(others.length > 0 && { shared: [first, ...others] }) }
}

/** Stands for a record in duties that concern all partnerships. */
export const WHOLE_REGISTER = { id: 'register', name: 'All partnerships' } as const

/** The state of a duty on a day. Without a day, what policy requires is needed now, and what somebody promised is open. */
export type DutyState = 'overdue' | 'due-soon' | 'later' | 'needed' | 'open'

/** The due day itself is still in time. */
export function dutyState({ kind, due }: Pick<Duty, 'kind' | 'due'>, asOf: Day, soon: Day): DutyState {
  if (due === undefined) return isRequiredByPolicy(kind) ? 'needed' : 'open'
  if (due.last < asOf) return 'overdue'
  return due.last <= soon ? 'due-soon' : 'later'
}

/** Does policy require duties of this kind? The others were promised. */
export const isRequiredByPolicy = (kind: DutyKind) =>
  ['review', 'assessment', 'quality-review', 'document'].includes(kind)

/** Counts duties without a day by kind: `5 needed now (2 documents that must be there, 1 that should, 2 reviews)`. */
export function describeNeeded(needed: readonly Duty[]): string {
  const documents = needed.filter(({ kind }) => kind === 'document')
  const others = needed.length - documents.length
  const parts = [
    ...(documents.length > 0 ? [describeForces(documents)] : []),
    ...(others > 0 ? [`${others} ${others === 1 ? 'review or assessment' : 'reviews and assessments'}`] : []),
  ]
  return `${needed.length} needed now (${parts.join(', ')})`
}

/** Documents that must be there, and those that should; all in one where the policy does not tell them apart. */
function describeForces(documents: readonly Duty[]): string {
  const should = documents.filter(({ basis }) => forceOf(basis) === 'should').length
  const must = documents.length - should
  if (should === 0) return counted(must, 'document')
  if (must === 0) return `${counted(should, 'document')} that should be there`
  return `${counted(must, 'document')} that must be there, ${should} that should`
}
