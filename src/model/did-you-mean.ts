import { nearest } from './nearest.js'
import { inMessage } from './words.js'

/**
 * The nearest of some names as a hint.
 * @param otherwise the hint where none is near; a list of the names where it is left out
 */
export function didYouMean(written: string, names: readonly string[], otherwise?: string): string {
  const meant = nearest(written, names)
  if (meant !== undefined) return `did you mean ${meant}?`
  return otherwise ?? (names.length === 0 ? 'there are none' : `names here: ${inMessage(names, ', ')}`)
}
