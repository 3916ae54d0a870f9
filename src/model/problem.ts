import type { Fix } from './fix.js'
import type { At } from './place.js'

/** Something that could not be read as it is; a rule with the same code reports it as a finding. */
export interface Problem {
  readonly code: string
  readonly at: At
  readonly message: string
  readonly hint?: string
  readonly fix?: Fix
  readonly related?: readonly { readonly at: At; readonly message: string }[]
}
