import { parseTemplate, type ParseProblem } from './parse-template.js'
import { placesIn, type TemplatePlace } from './template-place.js'

/** Something wrong with a template; line and column from 1, start and end as offsets into its text. */
export interface TemplateProblem extends TemplatePlace {
  readonly message: string
  readonly hint: string
  /** The partial that it is in; absent in the template itself. */
  readonly partial?: string
  /** Where that partial is called, the nearest call first. */
  readonly calls: readonly TemplateCall[]
}

/** A call of a partial, and the partial that it is in; absent in the template itself. */
export interface TemplateCall extends TemplatePlace {
  readonly partial?: string
}

/** Can it be read at all? For a partial that nobody calls, of whose names nothing is known. */
export function checkSyntax(source: string): TemplateProblem[] {
  const parsed = parseTemplate(source)
  return 'message' in parsed ? [cannotBeRead(source, parsed)] : []
}

/** A template that cannot be read, as a problem, up to the end of its line. */
export function cannotBeRead(source: string, { line, column, message, hint }: ParseProblem): TemplateProblem {
  const location = { start: { line, column }, end: { line, column: Number.MAX_SAFE_INTEGER } }
  return { ...placesIn(source)(location), message, hint, calls: [] }
}
