/** Where in a template something is: offsets into its text, line and column from 1. */
export interface TemplatePlace {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** What Handlebars gives: lines from 1, columns from 0. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number }
  readonly end: { readonly line: number; readonly column: number }
}

/** Turns the lines and columns of Handlebars into offsets. */
export function placesIn(source: string): (location: Location) => TemplatePlace {
  const starts = [0, ...[...source.matchAll(/\r\n?|\n/g)].map((it) => it.index + it[0].length)]
  const offset = (line: number, column: number) =>
    Math.min((starts[line - 1] ?? source.length) + column, starts[line] ?? source.length)
  return ({ start, end }) => ({
    start: offset(start.line, start.column),
    end: Math.max(offset(start.line, start.column), offset(end.line, end.column)),
    line: start.line,
    column: start.column + 1,
  })
}
