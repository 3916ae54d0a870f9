import type { Fix } from '../model/fix.js'
import type { At } from '../model/place.js'
import type { Because } from '../policy/because.js'
import type { Severity } from './rule.js'

/** A finding, still without lines. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string | undefined
  readonly at: At
  readonly related: readonly { readonly at: At; readonly message: string }[]
  readonly because: readonly Because[]
  readonly cause: 'content' | 'time'
  readonly key?: string | undefined
  readonly fix?: Fix | undefined
}
