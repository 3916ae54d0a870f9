import type { Command } from 'commander'
import type { Names } from '../model/naming.js'

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

/** What a command declares: by name of an argument (`paper`), or by option (`--rule`). */
export type Completions = Readonly<Record<string, Source>>

const declared = new WeakMap<Command, Completions>()

/**
 * Declares what arguments and options of a command complete to. It is needed only where neither their `choices` nor their
 * names (`<id>`, `<file>`, `<role>` …: `completion/sources.ts`) say it.
 */
export function completing(command: Command, completions: Completions): Command {
  declared.set(command, { ...declared.get(command), ...completions })
  return command
}

/** What a command declared for an argument or option; undefined where it did not. */
export const declaredSource = (command: Command, name: string): Source | undefined => declared.get(command)?.[name]
