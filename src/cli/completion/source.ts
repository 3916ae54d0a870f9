import type { Argument, Option } from 'commander'
import type { Names } from '../../model/naming.js'

/** A word that a shell may complete to, and what it means. */
export interface Word {
  readonly value: string
  readonly description?: string | undefined
}

/**
 * The words that an argument, or the value of an option, completes to: one of these sources (`completion/sources.ts`),
 * what a field of the catalogue may name, or the words themselves, made only when they are needed.
 */
export type Source =
  | 'files'
  | 'folders'
  | 'records'
  | 'updates'
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
 * Declares what an argument or the value of an option completes to. This is needed only if neither its `choices` nor
 * its name (`<id>`, `<file>`, `<role>` …, see `wanted.ts`) determine that.
 */
export function completing<Word extends Argument | Option>(word: Word, source: Source | undefined): Word {
  if (source !== undefined) declared.set(word, source)
  return word
}

/** The declared source of an argument or option. */
export const declaredSource = (word: Argument | Option): Source | undefined => declared.get(word)
