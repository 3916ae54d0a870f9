import type { Path, Span } from './node.js'

/** A value to be written: text as it is in a file, lists and maps of it. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written }

/** A change of one value in a tree; paths are those of the tree before it. */
export type TreeEdit =
  /** Replaces the value, or adds the key with it; missing maps on the way are made. */
  | { readonly op: 'set'; readonly path: Path; readonly value: Written }
  /** Inserts an item before the one at the position, or at the end of the list; a missing list is made. */
  | { readonly op: 'insert'; readonly path: Path; readonly value: Written }
  /** Removes a key or item, and any list or map that becomes empty by that. */
  | { readonly op: 'remove'; readonly path: Path }
  /** Gives a key another name; its value and place stay. */
  | { readonly op: 'rename-key'; readonly path: Path; readonly key: string }
  /** Puts quotes around a value. */
  | { readonly op: 'quote'; readonly path: Path }

/** A stretch of a text, and the text that replaces it. */
export interface Splice extends Span {
  readonly text: string
}

/** A text after splices, which must not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let done = 0
  let result = ''
  for (const { start, end, text: put } of splices.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + put
    done = end
  }
  return result + text.slice(done)
}

/** An edit that the layout of the text does not allow; somebody has to make it by hand. */
export class CannotEdit extends Error {
  constructor(
    message: string,
    /** Where in the text it is. */
    readonly offset: number,
  ) {
    super(message)
  }
}
