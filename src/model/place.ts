import type { Path, PathKey } from '../document/node.js'

/**
 * Where a value stands: file (from the register's folder) and path of keys. Nothing else carries positions; output
 * turns places into lines and columns. A key that is absent stands for its nearest parent.
 */
export interface Place {
  readonly file: string
  readonly path: Path
  /** The value itself, or the key that introduces it. */
  readonly on: 'value' | 'key'
  /** A stretch inside the value's text (offsets into it as it stands in the file). */
  readonly within?: { readonly start: number; readonly end: number }
}

/** A stretch of a file's text, for what the reader met before there were values. */
export interface TextPlace {
  readonly file: string
  readonly start: number
  readonly end: number
}

export type At = Place | TextPlace

/** Anything that is kept in a file of the register. */
export interface Filed {
  readonly file: string
}

/** The place of a value: `at(partnership, 'documents', 2, 'signed')`. */
export function at(record: Filed, ...path: PathKey[]): Place {
  return { file: record.file, path, on: 'value' }
}

/** The place of a key: `atKey(partnership, 'lead')`. */
export function atKey(record: Filed, ...path: PathKey[]): Place {
  return { file: record.file, path, on: 'key' }
}

/** The place of something inside what stands at a place. */
export function within(place: Place, ...path: PathKey[]): Place {
  return { ...place, path: [...place.path, ...path] }
}

export function isPlace(at: At): at is Place {
  return 'path' in at
}
