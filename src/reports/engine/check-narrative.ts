import * as z from 'zod'
import { checkTemplate } from './check-template.js'
import type { OwnNames } from './own-names.js'
import type { TemplateProblem } from './template-problem.js'

/** Checks a section against the view without its narrative: a section cannot hold a section. */
export function checkNarrative(
  source: string,
  view: z.core.$ZodType,
  partials: Readonly<Record<string, string>>,
  names?: OwnNames,
): TemplateProblem[] {
  const own = view instanceof z.ZodObject && 'narrative' in view.shape ? view.omit({ narrative: true }) : view
  return checkTemplate(source, own, partials, names)
}
