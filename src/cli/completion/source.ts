import type { Argument, Option } from 'commander'
import type { Names } from '../../model/naming.js'

/** A word that a shell may complete to, and what it means. */
export interface Word {
  readonly value: string
  readonly description?: string | undefined
}

/**
 * Where the words come from that an argument or the value of an option completes to: one of these names, which
 * `completion/sources.ts` explains, what a field of the catalogue names, or the words themselves, asked for only when they
 * are wanted.
 */
export type Source =
  | 'files'
  | 'folders'
  | 'partnerships'
  | 'organisations'
  | 'records'
  | 'updates'
  | 'roles'
  | 'directorates'
  | 'days'
  | 'rules'
  | 'columns'
  | 'columns-in-a-row'
  | 'fields'
  | 'values'
  | 'nothing'
  | { readonly names: Names }
  | (() => readonly Word[])

const declared = new WeakMap<Argument | Option, Source>()

/**
 * Declares what an argument or the value of an option completes to. It is needed only where neither its `choices` nor its
 * name (`<id>`, `<file>`, `<role>` …: `wanted.ts`) say so.
 */
export function completing<Word extends Argument | Option>(word: Word, source: Source | undefined): Word {
  if (source !== undefined) declared.set(word, source)
  return word
}

/** What was declared for an argument or option. */
export const declaredSource = (word: Argument | Option): Source | undefined => declared.get(word)
