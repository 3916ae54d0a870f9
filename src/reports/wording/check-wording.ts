import type { At } from '../../model/place.js'
import { checkSections } from './check-sections.js'
import { checkTemplate } from '../engine/check-template.js'
import type { TemplatePlace } from '../engine/template-place.js'
import { checkSyntax, type TemplateProblem } from '../engine/template-problem.js'
import type { Paper, PaperInput } from '../paper.js'
import { atOwnCall, ownNamesOf, sourcesOf, type Partials, type Wording } from './wording.js'

/** A place as it is printed; line and column from 1. */
export interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something wrong with the words of a paper, at its own place. */
export interface WordingProblem extends Spot {
  readonly message: string
  readonly hint: string
  /** Where the partial that it is in is called, the nearest call first. */
  readonly calls: readonly Spot[]
}

/**
 * What is wrong with the words of a paper: its template, the sections of its update, and the partials, each where it is
 * called. A partial that nobody calls is only parsed.
 * @param locate finds the line and column of a place in the register
 */
export function checkWording(
  { view }: Paper,
  { template, partials }: Wording,
  { register, update }: Pick<PaperInput, 'register' | 'update'>,
  locate: (at: At) => Spot,
): WordingProblem[] {
  const inFile = (file: string) => (place: TemplatePlace) => ({ file, line: place.line, column: place.column })
  const problems = [
    ...checkTemplate(template.source, view, sourcesOf(partials), ownNamesOf(register)).map((it) =>
      problemAt(it, partials, inFile(template.file)),
    ),
    ...checkSections(register, update, view, partials).map(({ problem, placeOf }) =>
      problemAt(problem, partials, (place) => locate(placeOf(place))),
    ),
    ...Object.values(partials).flatMap(({ file, source }) =>
      checkSyntax(source).map((it) => problemAt(it, partials, inFile(file))),
    ),
  ]
  const seen = new Set<string>()
  return problems.filter(({ file, line, column, message }) => {
    const key = `${file}:${line}:${column} ${message}` // a partial that template and sections call is reported once
    return !seen.has(key) && seen.add(key)
  })
}

function problemAt(
  found: TemplateProblem,
  partials: Partials,
  ownSpot: (place: TemplatePlace) => Spot,
): WordingProblem {
  const { message, hint, calls, ...problem } = atOwnCall(found, partials)
  const spot = ({ partial, ...place }: TemplatePlace & { readonly partial?: string }): Spot =>
    partial === undefined ? ownSpot(place) : { file: partials[partial]!.file, line: place.line, column: place.column }
  return { ...spot(problem), message, hint, calls: calls.map(spot) }
}
