import { diffWordsWithSpace } from 'diff'
import type { WordChange } from './fact.js'
import { flowed } from '../model/same.js'

/**
 * What changed between two texts, word by word, apart from layout. Undefined where so little stayed the same that the two
 * texts are easier to read in full.
 */
export function wordChanges(before: string, after: string): WordChange[] | undefined {
  const [was, is] = [flowed(before), flowed(after)]
  const parts = diffWordsWithSpace(was, is, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return undefined
  const words = parts.map(({ value, added, removed }): WordChange => {
    return { op: added ? 'added' : removed ? 'removed' : 'same', text: value }
  })
  const same = words.reduce((sum, { op, text }) => sum + (op === 'same' ? text.trim().length : 0), 0)
  return same * 2 < Math.min(was.length, is.length) ? undefined : words
}

/** The time grows with the square of the number of edits. */
const MOST_EDITS = 300

/** Shortens what stayed the same to the words next to a change. */
export function shortened(words: readonly WordChange[]): WordChange[] {
  return words.map(({ op, text }, index) => {
    if (op !== 'same') return { op, text }
    const head = index === 0 ? '' : `${startOf(text)} `
    const tail = index === words.length - 1 ? '' : ` ${endOf(text)}`
    return { op, text: head.length + tail.length + 1 >= text.length ? text : `${head}…${tail}` }
  })
}

const NEAR = 40
/** The words within that distance. */
const startOf = (text: string) => text.slice(0, NEAR).replace(/\S*$/, '').trimEnd()
const endOf = (text: string) => text.slice(-NEAR).replace(/^\S*/, '').trimStart()
