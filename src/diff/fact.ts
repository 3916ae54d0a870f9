import { type Place, at, type Filed, type Because } from '../model/place.js'
import type { RecordKind } from '../model/record-kinds.js'
import type { Partnership } from '../model/partnership.js'
import type { FieldChange } from './compare.js'
import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { IdRenames } from '../model/renamed-ids.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** The kinds of facts, with words for a summary. */
export const FACT_KINDS = {
  removed: 'removed',
  added: 'added',
  renamed: 'renamed',
  ended: 'ended',
  merged: 'merged',
  status: 'status',
  value: 'value',
  tier: 'tier',
  grade: 'grades',
  assessment: 'assessments',
  review: 'reviews',
  document: 'documents',
  duty: 'duties',
  people: 'leads and sponsors',
  partner: 'partners',
  risk: 'risks',
  action: 'actions',
  exception: 'exceptions',
  baseline: 'baseline',
  policy: 'policy',
  unreadable: 'not readable',
  other: 'other facts',
} as const
export type FactKind = keyof typeof FACT_KINDS

/** How a fact looks to those responsible for the register; worst first. */
export const WEIGHTS = ['alarm', 'worse', 'neutral', 'better'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A record that a fact is about. */
export interface RecordRef {
  readonly kind: RecordKind | 'template'
  readonly id: string
  readonly name: string
  /** Its path from the register's folder, in the later state where it still exists. */
  readonly file: string
}

/** A stretch of a text that was changed. */
export interface WordChange {
  readonly op: 'same' | 'removed' | 'added'
  readonly text: string
}

/** One thing that is different, in one line. */
export interface Fact {
  readonly kind: FactKind
  readonly weight: Weight
  /** What of the record changed, such as `Outcomes`; undefined for the record itself. */
  readonly what?: string
  /** What happened: `worsened from A to R/A`; without a verb, it begins with a colon: `: signed on 3 May 2026`. */
  readonly did: string
  /** The changes of a longer text, word by word. */
  readonly words?: readonly WordChange[]
  /** Reasons, with places in the later state. */
  readonly because?: readonly Because[]
  /** Former reasons, with places in the earlier state. */
  readonly becauseBefore?: readonly Because[]
  /** Follows from another fact, such as the merger of a partner, which alone is counted. */
  readonly follows?: true
  /** Where it was before, and where it is now; undefined where there was or is nothing. */
  readonly before: Place | undefined
  readonly after: Place | undefined
}

/**
 * A fact in a sentence: `Outcomes worsened from A to R/A`.
 * @param record named as well, for a sentence by itself: `Outcomes of CSL worsened from A to R/A`
 */
export function describeFact({ what, did }: Pick<Fact, 'what' | 'did'>, record?: Pick<RecordRef, 'name'>): string {
  if (what === undefined) return record === undefined ? did : `${record.name} ${did}`
  const subject = record === undefined ? what : `${what} of ${record.name}`
  return did.startsWith(':') ? subject + did : `${subject} ${did}`
}

/** A record before and now, each in its state of the register. */
export interface Pair<R extends Filed = Filed> {
  readonly earlier: R
  readonly now: R
  readonly before: State
  readonly after: State
}

/** Describes some of the changes of a record; each change goes to the first describer that handles it. */
export interface ChangeDescriber<R extends Filed = Filed> {
  readonly handles: (change: FieldChange) => boolean
  /** @param changes those that it handles, at least one */
  describe(changes: readonly FieldChange[], pair: Pair<R>): Fact[]
}
export type PartnershipDescriber = ChangeDescriber<Partnership>

/** Where the changed value was and is. */
export const placesOf = ({ before, after, beforePath, afterPath }: FieldChange, { earlier, now }: Pair) => ({
  before: before === undefined ? undefined : at(earlier, ...beforePath),
  after: after === undefined ? undefined : at(now, ...afterPath),
})

/** The changes of a list, item by item. */
export const byItem = (changes: readonly FieldChange[]): FieldChange[][] =>
  [...new Set(changes.map(itemOf))].map((item) => changes.filter((it) => itemOf(it) === item))

const itemOf = ({ items: [item] }: FieldChange) => item?.after ?? item?.before

/** Makes facts about the item of a list that a change is in. */
export const reporterOf =
  (kind: FactKind, what: string, { items: [item], beforePath, afterPath }: FieldChange, { earlier, now }: Pair) =>
  (did: string, weight: Weight): Fact => ({
    kind,
    weight,
    what,
    did,
    before: item?.before === undefined ? undefined : at(earlier, ...beforePath.slice(0, 2)),
    after: item?.after === undefined ? undefined : at(now, ...afterPath.slice(0, 2)),
  })
export type Reporter = ReturnType<typeof reporterOf>

/** Is a change in one of these fields of a record? */
export const isIn =
  (...fields: readonly string[]) =>
  ({ keys }: FieldChange) =>
    fields.includes(keys[0]!)

/** A register on a day, with the answers of its policy. */
export interface State {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}

/** Two states of a register, and the new ids of records that were renamed. */
export interface Compared {
  readonly before: State
  readonly after: State
  readonly renames: IdRenames
}

/** A record that differs, and how. */
export interface RecordDiff {
  readonly record: RecordRef
  readonly facts: readonly Fact[]
}
