import { isSameWord, nearest } from './nearest.js'

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
