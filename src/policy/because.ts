import type { Place } from '../model/place.js'

/** Why something is required: a sentence, and the policy entry or value that it comes from. */
export interface Because {
  readonly text: string
  readonly at?: Place
}

/** A policy entry as a reason: `dpia: data is special-category (UK GDPR article 35)`. */
export function becauseOf(id: string, reasons: readonly string[], why: string | undefined, at: Place): Because {
  const text = [...new Set(reasons)].join(', ')
  return { text: `${id}${text === '' ? '' : `: ${text}`}${why === undefined ? '' : ` (${why})`}`, at }
}
