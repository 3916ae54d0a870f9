/**
 * A title inside a sentence: `Exit plan` becomes `exit plan`. Abbreviations such as DPIA stay as they are, and so do names:
 * `Data Security and Protection Toolkit status`, `Section 75 agreement`.
 */
export const lowerFirst = (title: string) =>
  /^(?:\p{Lu}(?:[\p{Lu}\d]|$)|(?!(?:The|An?|Its|Our|In|At|For) )\S+ (?:\p{Lu}\p{Ll}|\d))/u.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1)

/** `3 errors`, `1 entry`, `no findings`. */
export const counted = (count: number, noun: string) =>
  `${count === 0 ? 'no' : count} ${count === 1 ? noun : noun.replace(/([^aeiou])y$/, '$1ie')}${count === 1 ? '' : 's'}`

/** A code of the register in words: `out-for-comment` is out for comment. A section of an act has its capital. */
export const inWords = (code: string): string => code.replaceAll('-', ' ').replace(/^section(?= \d)/, 'Section')

/** The first few of a list, and how many more there are. */
export function someOf(list: readonly string[], most = 3): string {
  const more = list.length - most
  return more > 0 ? `${list.slice(0, most).join(', ')} and ${more} more` : formatNames(list)
}

/** A word as a pattern in any case, where no flag is possible. */
export const inAnyCase = (word: string): string =>
  word.replace(/[a-z]/gi, (it) => `[${it.toUpperCase()}${it.toLowerCase()}]`)

/** As much of a list as a message has room for, but at least the first, and how many more there are. */
export function inMessage(list: readonly string[], between = '; '): string {
  let room = ROOM_FOR_LIST
  const full = list.findIndex((it) => (room -= it.length + between.length) < 0)
  const shown = full === -1 ? list : list.slice(0, Math.max(1, full))
  const more = list.length - shown.length
  return `${shown.join(between)}${more === 0 ? '' : ` and ${more} more`}`
}

const ROOM_FOR_LIST = 220

/** A text of at most so many letters; a longer one is cut, and ends with an ellipsis. */
export const inShort = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** The beginning of a text in one line. */
export function shortText(text: string, longest = 100): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/\s+\S*$/, '')} …` : line
}

/** With a capital letter, as a sentence or cell begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `a, b and c`; with semicolons where a name has a comma of its own. */
export function formatNames(list: readonly string[]): string {
  if (list.length < 2) return list.join('')
  const between = list.some((it) => it.includes(',')) ? '; ' : ', '
  const last = between === '; ' ? '; and ' : ' and '
  return `${list.slice(0, -1).join(between)}${last}${list.at(-1)}`
}
