import type * as z from 'zod'
import { at, type Place } from '../../model/place.js'
import type { Problem } from '../../model/fix.js'
import type { Register } from '../../model/register.js'
import { spanOf } from '../../model/span.js'
import type { Update } from '../../model/update.js'
import { checkNarrative } from '../engine/check-narrative.js'
import type { TemplatePlace } from '../engine/template-place.js'
import type { TemplateProblem } from '../engine/template-problem.js'
import { atOwnCall, isTemplate, ownNamesOf, sourcesOf, type Partials } from './wording.js'

/** What is wrong with a section of an update, as a template over the paper's view; `placeOf` finds stretches of its text. */
interface SectionProblem {
  readonly problem: TemplateProblem
  readonly placeOf: (stretch: TemplatePlace) => Place
}

/** Checks every section of an update: it may print what the view holds, but no other section. */
export function checkSections(
  register: Register,
  update: Update | undefined,
  view: z.ZodType,
  partials: Partials,
): SectionProblem[] {
  return (update?.sections ?? []).flatMap(({ text }, index) => {
    if (text === undefined || !isTemplate(text)) return []
    const placeOf = placesOf(register, at(update!, 'sections', index, 'text'), text)
    return checkNarrative(text, view, sourcesOf(partials), ownNamesOf(register)).map((it) => ({
      problem: atOwnCall(it, partials),
      placeOf,
    }))
  })
}

/**
 * What is wrong with the sections of every update, as problems of the register, which the rule `update/template` reports.
 * Rules cannot import papers, so these problems are passed in (docs/decisions/0006-templates-in-findings.md).
 */
export function sectionProblems(register: Register, view: z.ZodType, partials: Partials): Problem[] {
  return register.updates
    .flatMap((update) => checkSections(register, update, view, partials))
    .map(({ problem, placeOf }) => {
      const { partial, line, column, message, hint } = problem
      const inside = partial === undefined ? '' : `in ${partials[partial]!.file}:${line}:${column}: `
      return { code: 'update/template', at: placeOf(problem.calls.at(-1) ?? problem), message: inside + message, hint }
    })
}

/** In a markdown update a section is as it was written; a text of YAML may be folded or indented, so all of it is the place. */
function placesOf({ files }: Register, whole: Place, text: string): SectionProblem['placeOf'] {
  const file = files.get(whole.file)
  const { start } = spanOf(file?.root, whole)
  const isAsWritten = file?.text.startsWith(text, start) === true
  return ({ start, end }) => (isAsWritten ? { ...whole, within: { start, end } } : whole)
}
