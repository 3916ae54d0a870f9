import stringWidth from 'string-width'
import { clean } from '../../model/clean.js'
import type { Word } from './source.js'

/** A word that can be typed, with a description of one line. */
export interface Reply {
  readonly value: string
  readonly description: string | undefined
}

/**
 * Words that begin with what was typed, each once. Those with control characters are left out, as they cannot be typed.
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

/** A text cut to so many columns of a terminal, with three dots at the end; some characters take two columns. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > Math.max(1, width - 3)) break
    kept += segment
  }
  return `${kept}...`
}
