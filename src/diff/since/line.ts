import type { Place } from '../../model/place.js'
import type { Weight } from '../fact.js'

/** What the Board is told of one by one, in the order of the paper. */
export const LINE_KINDS = {
  new: 'new partnerships',
  ended: 'partnerships that ended',
  removed: 'taken out of the register',
  merged: 'mergers of organisations',
  status: 'status',
  name: 'names',
  term: 'terms',
  value: 'value',
  tier: 'tier',
  grade: 'grades',
  review: 'reviews held',
  risk: 'risks',
  document: 'documents',
  lead: 'leads and sponsors',
  partner: 'partners',
  action: 'actions and issues',
} as const
export type LineKind = keyof typeof LINE_KINDS

/** One thing that happened, as the Board is told it. */
export interface Line {
  readonly kind: LineKind
  /** Whom it concerns: several where they share a partner. */
  readonly of: readonly { readonly name: string }[]
  readonly text: string
  readonly weight: Weight
  /** Where it stood before, and where it stands now; undefined where there was or is nothing. */
  readonly before: Place | undefined
  readonly after: Place | undefined
}
