import type { Path } from './node.js'

/** A value to be written: text as it is in a file, lists and maps of it. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written }

/** A change of one value in a tree; paths are those of the tree before it. */
export type TreeEdit =
  /** Replaces the value, or adds the key with it; maps on the way that are not there are made. */
  | { readonly op: 'set'; readonly path: Path; readonly value: Written }
  /** A new item of a list, before the one at the position, or at the list's end; makes the list where it does not exist. */
  | { readonly op: 'insert'; readonly path: Path; readonly value: Written }
  /** Removes a key or item, and a list or map that would then be empty. */
  | { readonly op: 'remove'; readonly path: Path }
  /** Gives a key another name; its value and place stay. */
  | { readonly op: 'rename-key'; readonly path: Path; readonly key: string }
  /** Puts a value into quotes, as it is. */
  | { readonly op: 'quote'; readonly path: Path }

/** A stretch of a text, and what takes its place. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text with splices carried out; they must not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let done = 0
  let result = ''
  for (const { start, end, text: put } of splices.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + put
    done = end
  }
  return result + text.slice(done)
}

/** An edit that this text is not laid out for; somebody has to make it by hand. */
export class CannotEdit extends Error {
  constructor(
    message: string,
    /** Where in the text it is. */
    readonly offset: number,
  ) {
    super(message)
  }
}
