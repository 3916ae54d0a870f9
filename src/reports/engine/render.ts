import Handlebars from 'handlebars'
import type { Figure } from '../../figures/figure.js'
import { escapeView } from './escape.js'
import { helpers, type UsedFigure } from './helpers.js'

/** A rendered paper: markdown, and every figure that it prints, in order. */
export interface Rendered {
  readonly markdown: string
  readonly used: readonly UsedFigure[]
}

/**
 * Renders a checked template. Every text of the view is escaped for markdown; `{{` in data is text, as data is never
 * compiled.
 * @param narrative sections of an update, each a template over the same view in its keeper's own markdown
 */
export function renderMarkdown(
  template: string,
  partials: Readonly<Record<string, string>>,
  view: object,
  narrative: Readonly<Record<string, string>> = {},
): Rendered {
  const used: UsedFigure[] = []
  const note = (text: string, figure: Figure) => {
    used.push({ text, figure })
    return text
  }
  const engine = Handlebars.create()
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, (...args: unknown[]) => helper.run(note, ...(args.slice(0, -1) as never[])))
  }
  for (const [name, partial] of Object.entries(partials)) engine.registerPartial(name, partial)
  const compile = (source: string) => engine.compile(source, { noEscape: true, strict: false, preventIndent: true })
  const escaped = escapeView(view)
  const sections = Object.fromEntries(Object.keys(narrative).map((key) => [key, '']))
  // a section's figures are noted where the section is printed, so it is rendered when the paper reaches it
  for (const [key, source] of Object.entries(narrative))
    Object.defineProperty(sections, key, { enumerable: true, get: () => compile(source)(escaped) })
  const markdown = compile(template)({ ...escaped, narrative: sections }, { allowProtoPropertiesByDefault: false })
  return { markdown: tidy(markdown), used }
}

/** One blank line between blocks, none at the ends, a line feed at the end. */
const tidy = (markdown: string) =>
  `${markdown
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
