import type { Place } from '../../model/place.js'

/** What sort of thing is different. */
export const CHANGE_KINDS = {
  new: 'new partnerships',
  ended: 'partnerships that ended',
  status: 'status',
  value: 'value',
  tier: 'tier',
  grade: 'grades',
  document: 'documents',
  lead: 'leads and sponsors',
} as const
export type ChangeKind = keyof typeof CHANGE_KINDS

/** What a difference between two states of a register means. */
export interface Change {
  readonly kind: ChangeKind
  /** Several where they share a partner’s document. */
  readonly partnerships: readonly { readonly id: string; readonly name: string }[]
  /** In words, as the paper prints it. */
  readonly text: string
  /** For better or worse, where that can be said. */
  readonly course: 'better' | 'worse' | undefined
  /** Where it stood before, and where it stands now; undefined where there was or is nothing. */
  readonly before: Place | undefined
  readonly after: Place | undefined
}
