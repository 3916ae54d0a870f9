import type { CompiledTemplate } from '../engine/compiled-templates.js'
import type { Update } from '../../model/update.js'
import { isTemplate, type Wording } from './wording.js'

/** The built-in template of a paper and the partials that it calls, checked and compiled by the build. */
export interface CompiledPaper {
  readonly template: CompiledTemplate
  readonly partials: Readonly<Record<string, CompiledTemplate>>
}

/**
 * Is a paper worded as the build checked it? The template and the partials that it calls are the very texts, the register
 * has no partial of its own, and the sections of the update hold nothing that a template would read.
 */
export function isAsBuilt(
  built: CompiledPaper,
  { template, partials }: Wording,
  update: Pick<Update, 'sections'> | undefined,
): boolean {
  return (
    template.source === built.template.source &&
    Object.entries(built.partials).every(([name, { source }]) => partials[name]?.source === source) &&
    Object.values(partials).every((it) => it.isBuiltIn) &&
    !(update?.sections ?? []).some(({ heading, text = '' }) => isTemplate(heading) || isTemplate(text))
  )
}
