import type { Check } from '../../rules/check.js'
import { aboutOf, entryOf, type About } from '../about/about.js'
import type { PaperInput } from '../paper.js'
import type { Sampled } from './sample.js'

/** What the evidence of one partnership is worked out from. */
export interface PackScope extends About, Pick<Sampled, 'why'> {
  /** Its file, with the line that names it. */
  readonly entry: string
  readonly check: Check
}

/** A place in the partnership's own file is given by its line alone. */
export function packScope(input: PaperInput, { partnership, why }: Sampled, check: Check): PackScope {
  const entry = entryOf({ ...input, partnership })
  const own = `${entry.slice(0, entry.lastIndexOf(':'))}:`
  const say: PaperInput['say'] = input.say && ((at) => input.say!(at).replace(own, 'line '))
  return { ...aboutOf({ ...input, ...(say && { say }) }, partnership), why, entry, check }
}
