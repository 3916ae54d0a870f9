import { escapeMarkdown } from './engine/escape.js'
import { confidentialOf, namesMentioned } from '../model/confidential.js'
import { formatNames } from '../model/words.js'
import type { FigureSource } from '../figures/figure.js'
import { withoutEmptyColumns } from './engine/empty-columns.js'
import { tidyHeadings } from './engine/headings.js'
import { renderMarkdown } from './engine/render.js'
import type { TemplateEngine } from './engine/template-engine.js'
import { traceAppendix } from './engine/trace.js'
import type { Paper, PaperInput } from './paper.js'
import { sourcesOf, type Wording } from './wording/wording.js'

/**
 * Makes a paper as markdown. Its wording was checked before (`checkWording`).
 * @param engine reads the templates, or has them compiled
 * @param formatSource `file:line` of what a figure was made from; when given, an appendix traces every printed figure
 */
export function makePaper(
  paper: Paper,
  { template, partials }: Wording,
  input: PaperInput,
  engine: TemplateEngine,
  formatSource?: (source: FigureSource) => string,
): string {
  const { view, narrative } = paper.build(input)
  const { markdown: rendered, used } = renderMarkdown(template.source, sourcesOf(partials), view, engine, narrative)
  const shown = withoutEmptyColumns(tidyHeadings(rendered))
  const markdown = formatSource === undefined ? shown : `${shown}\n${traceAppendix(used, formatSource)}`
  return withNotices(markdown, [
    ...notForPublication(paper, markdown, input),
    ...(input.notices ?? []).map((it) => `**Note:** ${escapeMarkdown(it)}`),
  ])
}

/** A paper that names confidential partnerships says so, whatever its template is; figures count all, named or not. */
function notForPublication(paper: Paper, text: string, { register }: PaperInput): string[] {
  const named = paper.leavesOutConfidential ? [] : namesMentioned(text, confidentialOf(register.partnerships))
  if (named.length === 0) return []
  return [`**Not for publication:** the register marks as confidential ${escapeMarkdown(formatNames(named))}.`]
}

/** Puts notices under the title, or at the top where a template has no title. */
function withNotices(markdown: string, notices: readonly string[]): string {
  if (notices.length === 0) return markdown
  const [title = ''] = /^# .*\n+/.exec(markdown) ?? []
  const texts = notices.map((it) => `${it}\n\n`).join('')
  return `${title}${texts}${markdown.slice(title.length)}`
}
