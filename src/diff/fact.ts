import type { Place } from '../model/place.js'
import type { RecordKind } from '../model/record-kinds.js'
import type { Because } from '../policy/because.js'

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
