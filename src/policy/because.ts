import type { Place } from '../model/place.js'

/** Why something is asked: a sentence, and the policy entry or value that it comes from. */
export interface Because {
  readonly text: string
  readonly at?: Place
}
