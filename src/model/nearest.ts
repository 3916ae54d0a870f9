import { distance } from 'fastest-levenshtein'
import { getOrMake } from './order.js'
import { inMessage } from './words.js'

/**
 * The name that was most likely meant: one that differs in a few letters, one whose words were shortened (`Head of LD` for
 * Head of Learning Disability), or the only one that contains what was written. Undefined when none is near.
 */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const low = written.trim().toLowerCase()
  const all = likely(low, names)
  if (all.length === 0) return undefined
  const same = all.find((name) => name.toLowerCase() === low)
  if (same !== undefined || low === '') return same
  return (
    theOnly(all, (name) => isAlikeAtFirst(low, name) && isShortFor(low, name.toLowerCase())) ??
    misspelt(low.slice(0, 80), all) ??
    container(low, all)
  )
}

/** How many names are compared with a misspelt one; where there are more, only those that begin or end like it. */
const MOST = 1000
/** A longer name is a text, which nobody types as a name. */
const LONGEST = 200

/** The names to compare with: all, or, of very many, the same in other letters and those of a like beginning or end. */
function likely(low: string, names: Iterable<string>): readonly string[] {
  let index = indexes.get(names)
  if (index === undefined) {
    const all = [...names].filter((it) => it.length <= LONGEST)
    if (all.length <= MOST) return all
    indexes.set(names, (index = indexOf(all)))
  }
  return keysOf(low).flatMap((key) => around(index.get(key) ?? [], low.length, MOST / 4))
}

/** Indexes of thousands of names, each by whole, beginning and end; the shortest names first. */
const indexes = new WeakMap<Iterable<string>, ReadonlyMap<string, readonly string[]>>()

function indexOf(names: readonly string[]) {
  const found = new Map<string, string[]>()
  for (const name of names.toSorted((a, b) => a.length - b.length))
    for (const key of keysOf(name.toLowerCase())) getOrMake(found, key, () => []).push(name)
  return found
}

const keysOf = (low: string) => [`= ${low}`, `^ ${low.slice(0, 2)}`, `$ ${low.slice(-2)}`]

/** At most so many names of a list sorted by length: those nearest to a length. */
function around(sorted: readonly string[], length: number, most: number): readonly string[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.length < length) low = middle + 1
    else high = middle
  }
  const from = Math.max(0, Math.min(low - most / 2, sorted.length - most))
  return sorted.slice(from, from + most)
}

/** Do two texts differ only in capitals, blanks and hyphens? A question mark or brackets make a difference. */
export const isSameWord = (one: string, other: string): boolean => folded(one) === folded(other)

const folded = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

/** Names with the same numbers as a text: `section-256` is not a misspelling of `section-75`. */
export const withNumbersOf = (written: string, names: readonly string[]): string[] =>
  names.filter((name) => numbersIn(name) === numbersIn(written))
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).join(' ')

/** The name that differs in the fewest letters. */
function misspelt(low: string, names: readonly string[]): string | undefined {
  let found: string | undefined
  let least = Infinity
  for (const name of names) {
    const longer = Math.abs(name.length - low.length)
    if (longer >= least || longer > low.length / 2 + 1) continue
    const letters = distance(low, name.toLowerCase())
    if (letters < least && isMisspelt(low, name.toLowerCase())) [found, least] = [name, letters]
  }
  return found
}

/** Could a text be a misspelling of another? Compared word by word where both have as many, so HR is not one of LD. */
export function isMisspelt(low: string, name: string): boolean {
  const [words, others] = [wordsOf(low), wordsOf(name)]
  if (words.length < 2 || words.length !== others.length) return isNear(low, name)
  return words.every((word, index) => {
    const other = others[index]!
    const isExact = isNumber(word) || (!LINKS.has(other) && (isShortWord(word) || isShortWord(other)))
    return isExact ? isEqual(word, other) : isNear(word, other)
  })
}

/** For short words and numbers, which mean something else with any other letter. */
const isEqual = (word: string, other: string) =>
  word === other || (isNumber(word) && isNumber(other) && Number(word) === Number(other))

const isShortWord = (word: string) => /^\p{L}{1,2}$/u.test(word)
const isNumber = (word: string) => /^\d+$/.test(word)

const isNear = (word: string, other: string) =>
  isNumber(word)
    ? isEqual(word, other)
    : distance(word, other) - (isSwapped(word, other) ? 1 : 0) <=
      Math.max(1, Math.floor((Math.min(word.length, other.length) + 1) / 3))

/** Two letters that changed places count as one mistake. */
function isSwapped(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== other[index])
  return (
    word.length === other.length &&
    at >= 0 &&
    word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2) === other
  )
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((it) => it !== '')

const LINKS: ReadonlySet<string> = new Set(['of', 'and', 'the', 'for', 'in', 'to'])

/** Rules most names out at no cost. */
const isAlikeAtFirst = (low: string, name: string) => name.charAt(0).toLowerCase() === low.charAt(0)

/** No name has more words. */
const MOST_WORDS = 16

/** Is each word in the other text: whole, as the beginning of a word, or as the initials of several? */
function isShortFor(low: string, name: string): boolean {
  const [words, others] = [wordsOf(low), wordsOf(name)]
  const isFew = words.length <= MOST_WORDS && others.length <= MOST_WORDS
  return isFew && words.length > 1 && others.length > 1 && isShort(words, others)
}

function isShort([word, ...words]: readonly string[], names: readonly string[]): boolean {
  if (word === undefined) return names.length === 0
  const [name] = names
  if (name === undefined) return false
  if ((name === word || (word.length > 2 && name.startsWith(word))) && isShort(words, names.slice(1))) return true
  if (LINKS.has(name) && !LINKS.has(word) && isShort([word, ...words], names.slice(1))) return true
  const letters = initials(word, names)
  return letters !== undefined && isShort(words, names.slice(letters))
}

/** How many words some initials stand for, such as two for `ld` (learning disability); small words may have none. */
function initials(word: string, names: readonly string[]): number | undefined {
  if (word.length < 2) return undefined
  let used = 0
  for (const letter of word) {
    while (names[used] !== undefined && LINKS.has(names[used]!) && !names[used]!.startsWith(letter)) used++
    if (names[used]?.startsWith(letter) !== true) return undefined
    used++
  }
  return used
}

/** The only name that contains what was written, as `Service Manager, Adult Community` contains `Service Manager`. */
const container = (low: string, names: readonly string[]) =>
  low.length < 4 ? undefined : theOnly(names, (name) => name.toLowerCase().includes(low))

function theOnly(names: readonly string[], is: (name: string) => boolean): string | undefined {
  const found = [...new Set(names.filter(is))]
  return found.length === 1 ? found[0] : undefined
}

/**
 * The nearest of some names as a hint.
 * @param otherwise the hint where none is near; a list of the names where it is left out
 */
export function didYouMean(written: string, names: readonly string[], otherwise?: string): string {
  const meant = nearest(written, names)
  if (meant !== undefined) return `did you mean ${meant}?`
  return otherwise ?? (names.length === 0 ? 'there are none' : `names here: ${inMessage(names, ', ')}`)
}

/** Everyday words for keys, with the keys that they may stand for; the first one that is a key of the place is meant. */
const EVERYDAY: Readonly<Record<string, readonly string[]>> = {
  purpose: ['rationale', 'goals'],
  aims: ['goals'],
  description: ['summary', 'help', 'note'],
  budget: ['value', 'amount'],
  cost: ['value', 'amount'],
  'start-date': ['start'],
  'end-date': ['end', 'expires'],
  expiry: ['end', 'expires'],
  'expiry-date': ['end', 'expires'],
  extension: ['extendable-to'],
  members: ['partners'],
  partner: ['partners'],
  manager: ['lead'],
  'notice-period': ['notice'],
  notes: ['note', 'position'],
  comment: ['note', 'position'],
  // these look like keys that are something else
  comments: ['note', 'position'],
  term: [],
}

/** The key that was most likely meant by an unknown one; undefined where none is near. */
export function meantKey(written: string, keys: readonly string[]): string | undefined {
  const word = Object.keys(EVERYDAY).find((it) => isSameWord(it, written))
  return word === undefined ? nearest(written, keys) : EVERYDAY[word]!.find((it) => keys.includes(it))
}
