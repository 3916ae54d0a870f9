import type { TreeEdit, Written } from '../document/edit.js'
import type { Edit } from '../model/edit-record.js'

/** A file that is not there yet. */
export interface NewRecord {
  readonly file: string
  readonly value: { readonly [key: string]: Written }
}

/** A file that gets another name. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** A change of a register, before it is made: what becomes of its files, and what that means. */
export interface Change {
  readonly edits: readonly Edit[]
  readonly created?: readonly NewRecord[]
  /** Whole files, by path: their new bytes. */
  readonly rewritten?: ReadonlyMap<string, Uint8Array>
  /** After the edits, which name files as they were. */
  readonly moved?: readonly Move[]
  /** What is done, in one sentence. */
  readonly sentence: string
  /** The sentence where no file changes. */
  readonly nothing?: string
  /** What else there is to know or to do, a line each. */
  readonly notes?: readonly string[]
}

/** Edits of one file. */
export const editsOf = (file: string, edits: readonly TreeEdit[]): Edit[] => edits.map((it) => ({ ...it, file }))
