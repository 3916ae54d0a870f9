import { nearest } from './nearest.js'
import { inMessage } from './words.js'

/** The nearest of some names as a hint, or all of them. */
export function didYouMean(written: string, names: readonly string[]): string {
  const meant = nearest(written, names)
  if (meant !== undefined) return `did you mean ${meant}?`
  return names.length === 0 ? 'there are none here' : `names here: ${inMessage(names, ', ')}`
}
