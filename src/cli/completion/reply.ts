import stringWidth from 'string-width'
import { clean } from '../../model/clean.js'
import type { Word } from './source.js'

/** A word that can be typed, with a description of one line. */
export interface Reply {
  readonly value: string
  readonly description: string | undefined
}

/**
 * Words that begin with what was typed, each once. What has a line break or control character in it is left out: it cannot
 * be typed, and a shell would take it apart.
 */
export function repliesFor(words: readonly Word[], current: string, head: string): Reply[] {
  const seen = new Set<string>()
  return words.flatMap((word) => {
    const value = `${head}${word.value}`
    if (!value.startsWith(current) || clean(value) !== value || seen.has(value)) return []
    seen.add(value)
    return [{ value, description: word.description === undefined ? undefined : clean(word.description).trim() }]
  })
}

/** A text in so many columns of a terminal, of which some signs take two; three dots stand for what is cut off. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > Math.max(1, width - 3)) break
    kept += segment
  }
  return `${kept}...`
}
