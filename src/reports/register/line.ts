import type { InexactDay } from '../../model/day.js'
import { formatOptionalDay, withoutStop } from '../phrases.js'
import type { Group, Line } from './view.js'

type OptionalText = string | null | undefined

/** What is stated of something, in one text; null where nothing is. A full stop before a semicolon gives way to it. */
export function joined(...parts: readonly OptionalText[]): string | null {
  const there = parts.flatMap((it) => (it ? [it.trim()] : []))
  return there.map((it, index) => (index === there.length - 1 ? it : withoutStop(it))).join('; ') || null
}

/** A line of a group: a title, and what is stated of it. */
export const line = (title: string, ...parts: readonly OptionalText[]): Line => ({ title, text: joined(...parts) })

/** A value with the word that says what it is: `owner: Chief Nurse`; null where there is none. */
export const labelled = (word: string, value: OptionalText): string | null => (value ? `${word} ${value}` : null)

/** The same for a day. */
export const onDay = (word: string, day: InexactDay | undefined): string | null =>
  labelled(word, formatOptionalDay(day))

/** Lines under a heading; nothing where there are none. */
export const group = (heading: string, lines: readonly Line[]): Group[] =>
  lines.length === 0 ? [] : [{ heading, lines: [...lines] }]
