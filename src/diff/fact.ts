import type { Place } from '../model/place.js'
import type { RecordKind } from '../model/record-kinds.js'
import type { Because } from '../policy/because.js'

/** What sort of thing is different, in words for a summary. */
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

/** How it looks to those who answer for the register; worst first. */
export const WEIGHTS = ['alarm', 'worse', 'neutral', 'better'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A record that a fact is about. */
export interface RecordRef {
  readonly kind: RecordKind | 'template'
  readonly id: string
  readonly name: string
  /** From the register's folder; of the later state where it is there still. */
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
  /** What became of it: `worsened from A to R/A`; without a verb, after a colon: `: signed on 3 May 2026`. */
  readonly did: string
  /** Of a longer text, word by word. */
  readonly words?: readonly WordChange[]
  /** Reasons, whose places are in the later state. */
  readonly because?: readonly Because[]
  /** Reasons that are no longer, whose places are in the earlier state. */
  readonly becauseBefore?: readonly Because[]
  /** What another fact brought, such as the merger of a partner: it is shown where it is, and counted there alone. */
  readonly follows?: true
  /** Where it stood before, and where it stands now; undefined where there was or is nothing. */
  readonly before: Place | undefined
  readonly after: Place | undefined
}

/**
 * A fact in a sentence: `Outcomes worsened from A to R/A`.
 * @param record names it too, so that the sentence can stand alone: `Outcomes of CSL worsened from A to R/A`
 */
export function describeFact({ what, did }: Pick<Fact, 'what' | 'did'>, record?: Pick<RecordRef, 'name'>): string {
  if (what === undefined) return record === undefined ? did : `${record.name} ${did}`
  const subject = record === undefined ? what : `${what} of ${record.name}`
  return did.startsWith(':') ? subject + did : `${subject} ${did}`
}
