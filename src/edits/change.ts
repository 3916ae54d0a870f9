import type { TreeEdit, Written } from '../document/edit.js'
import type { Edit } from '../model/edit-record.js'

/** A file that does not exist yet. */
interface NewRecord {
  readonly file: string
  readonly value: { readonly [key: string]: Written }
}

/** A planned change of a register. */
export interface Change {
  readonly edits: readonly Edit[]
  readonly created?: readonly NewRecord[]
  /** The new bytes of files that are replaced whole, by path. */
  readonly rewritten?: ReadonlyMap<string, Uint8Array>
  /** Files that are renamed, after the edits, which use their old names. */
  readonly moved?: readonly { readonly from: string; readonly to: string }[]
  /** What is done, in one sentence. */
  readonly sentence: string
  /** The sentence if no file changes. */
  readonly nothing?: string
  /** What else to know or to do, a line each. */
  readonly notes?: readonly string[]
}

/** Edits of one file. */
export const editsOf = (file: string, edits: readonly TreeEdit[]): Edit[] => edits.map((it) => ({ ...it, file }))
