import Handlebars from 'handlebars'
import { placesIn, type Location, type TemplatePlace } from './template-place.js'

/** Something wrong with a template; line and column from 1, start and end as offsets into its text. */
export interface TemplateProblem extends TemplatePlace {
  readonly message: string
  readonly hint: string
  /** The partial that it stands in; absent in the template itself. */
  readonly partial?: string
  /** Where that partial is called, the nearest call first. */
  readonly calls: readonly TemplateCall[]
}

/** A call of a partial, and the partial that it stands in; absent in the template itself. */
export interface TemplateCall extends TemplatePlace {
  readonly partial?: string
}

/** Can it be read at all? For a partial that nobody calls, of whose names nothing is known. */
export function checkSyntax(source: string): TemplateProblem[] {
  try {
    Handlebars.parse(source)
    return []
  } catch (error) {
    return [cannotBeRead(source, error as Error)]
  }
}

/** A template that cannot be read, as a problem. */
export function cannotBeRead(source: string, error: Error): TemplateProblem {
  const { location, message, hint } = parseTrouble(error)
  return { ...placesIn(source)(location), message, hint, calls: [] }
}

/** Handlebars gives the line only in the words of its error. */
function parseTrouble({ message }: Error): { location: Location; message: string; hint: string } {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+/.exec(message)?.[1] ?? 1)
  const column = Number(/ - \d+:(\d+)/.exec(message)?.[1] ?? 0)
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message)
  return {
    location: { start: { line, column }, end: { line, column: Number.MAX_SAFE_INTEGER } },
    message:
      mismatch === null
        ? 'the template cannot be read from here on'
        : `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}`,
    hint: 'look for a missing }} or a block that is not closed, such as {{#if …}} without {{/if}}',
  }
}
