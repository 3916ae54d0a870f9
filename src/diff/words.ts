import { diffWordsWithSpace } from 'diff'
import type { WordChange } from './fact.js'
import { flowed } from './same.js'

/** What changed between two texts, word by word. Layout is none of it. */
export function wordChanges(before: string, after: string): WordChange[] {
  return diffWordsWithSpace(flowed(before), flowed(after)).map(({ value, added, removed }) => ({
    op: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** Long texts without what stayed the same far from any change. */
export function shortened(words: readonly WordChange[]): WordChange[] {
  return words.map(({ op, text }, index) => {
    if (op !== 'same') return { op, text }
    const head = index === 0 ? '' : `${startOf(text)} `
    const tail = index === words.length - 1 ? '' : ` ${endOf(text)}`
    return { op, text: head.length + tail.length + 1 >= text.length ? text : `${head}…${tail}` }
  })
}

const NEAR = 40
/** As much as is near, in whole words. */
const startOf = (text: string) => text.slice(0, NEAR).replace(/\S*$/, '').trimEnd()
const endOf = (text: string) => text.slice(-NEAR).replace(/^\S*/, '').trimStart()
