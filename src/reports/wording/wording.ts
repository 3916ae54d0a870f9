import { ownTypes } from '../../model/own-fields.js'
import type { Register } from '../../model/register.js'
import type { OwnNames } from '../engine/own-names.js'
import type { TemplateProblem } from '../engine/template-problem.js'

/** A template or partial, and its file as it is printed. */
export interface TemplateFile {
  readonly file: string
  readonly source: string
  /** Does it come with the tool? */
  readonly isBuiltIn?: true
}

/** The partials of the tool and of a register, by name. */
export type Partials = Readonly<Record<string, TemplateFile>>

/** What a paper is worded with beside its update: its template, and the partials that it may call. */
export interface Wording {
  readonly template: TemplateFile
  readonly partials: Partials
}

/** The texts of partials, as the engine takes them. */
export const sourcesOf = (partials: Partials): Record<string, string> =>
  Object.fromEntries(Object.entries(partials).map(([name, { source }]) => [name, source]))

/**
 * A problem as its writer can fix it: what does not fit a built-in partial is wrong with what it was given, so that it
 * is reported at the nearest call outside of those.
 */
export function atOwnCall(problem: TemplateProblem, partials: Partials): TemplateProblem {
  const { partial, message, calls } = problem
  const isOwn = (name: string | undefined) => name === undefined || partials[name]?.isBuiltIn !== true
  const index = calls.findIndex((it) => isOwn(it.partial))
  if (isOwn(partial) || index === -1) return problem
  return {
    ...calls[index]!,
    message: `the built-in partial "${partial}" cannot print what it is given here`,
    hint: `in it ${message}; give it what the built-in templates give it, or write your own`,
    calls: calls.slice(index + 1).filter((it) => isOwn(it.partial)),
  }
}

/** The fields of their own (`x-…`) that a register's records have, as the engine asks for them. */
export const ownNamesOf =
  (register: Register): OwnNames =>
  (kind) =>
    ownTypes(register, kind)

/** Is there anything in a text that a template would read? */
export const isTemplate = (text: string) => text.includes('{{')
