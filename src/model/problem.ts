import type { Fix } from './fix.js'
import type { At } from './place.js'

/** Something that the reader could not take as it stands; a rule of the same code tells it as a finding. */
export interface Problem {
  readonly code: string
  readonly at: At
  readonly message: string
  readonly hint?: string
  readonly fix?: Fix
  readonly related?: readonly { readonly at: At; readonly message: string }[]
}
