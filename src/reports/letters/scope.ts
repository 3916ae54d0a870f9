import { latestUpdate, type Day } from '../../model/day.js'
import type { Letter } from '../../duties/letters.js'
import type { PaperInput } from '../paper.js'

/** What a letter is written from. */
export interface Scope extends PaperInput {
  readonly letter: Letter
  /** The day of the last Board update up to now. */
  readonly lastUpdate: Day | undefined
}

export const scopeOf = (input: PaperInput): Scope => ({
  ...input,
  letter: input.letter!,
  lastUpdate: latestUpdate(input.register, input.asOf)?.['as-of'],
})
