import type { Path, PathKey, Span } from '../document/node.js'

/**
 * Where a value is: its file (from the register's folder) and the path of its keys. Nothing else carries positions; output
 * turns places into lines and columns. The place of an absent key is that of its nearest parent.
 */
export interface Place extends Filed {
  readonly path: Path
  /** The value itself, or the key that introduces it. */
  readonly on: 'value' | 'key'
  /** A stretch inside the value's text as it is in the file. */
  readonly within?: Span
}

/** A stretch of a file's text, for problems found before there are values. */
export interface TextPlace extends Filed, Span {}

export type At = Place | TextPlace

/** Anything that is kept in a file of the register. */
export interface Filed {
  readonly file: string
}

/** The place of a value: `at(partnership, 'documents', 2, 'signed')`. */
export const at = ({ file }: Filed, ...path: PathKey[]): Place => ({ file, path, on: 'value' })

/** The place of a key: `atKey(partnership, 'lead')`. */
export const atKey = ({ file }: Filed, ...path: PathKey[]): Place => ({ file, path, on: 'key' })

/** The place of something inside the value at a place. */
export const within = (place: Place, ...path: PathKey[]): Place => ({ ...place, path: [...place.path, ...path] })

export const isPlace = (it: At): it is Place => 'path' in it

/** Why something is required: a sentence, and the policy entry or value that it comes from. */
export interface Because {
  readonly text: string
  readonly at?: Place
}

/** A policy entry as a reason: `dpia: data is special-category (UK GDPR article 35)`. */
export function becauseOf(id: string, reasons: readonly string[], why: string | undefined, at: Place): Because {
  const text = [...new Set(reasons)].join(', ')
  return { text: `${id}${text === '' ? '' : `: ${text}`}${why === undefined ? '' : ` (${why})`}`, at }
}
