import type { FigureSource } from '../figures/figure.js'
import { renderMarkdown } from './engine/render.js'
import { traceAppendix } from './engine/trace.js'
import type { Paper, PaperInput } from './paper.js'
import { sourcesOf, type Wording } from './wording.js'

/**
 * Makes a paper as markdown. Its wording was checked before (`checkWording`).
 * @param saySource `file:line` of what a figure was made from; when given, an appendix traces every printed figure
 */
export function makePaper(
  paper: Paper,
  { template, partials }: Wording,
  input: PaperInput,
  saySource?: (source: FigureSource) => string,
): string {
  const { view, narrative } = paper.build(input)
  const { markdown, used } = renderMarkdown(template.source, sourcesOf(partials), view, narrative)
  return saySource === undefined ? markdown : `${markdown}\n${traceAppendix(used, saySource)}`
}
