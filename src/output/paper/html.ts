import MarkdownIt from 'markdown-it'
import { slug } from '../../model/id.js'
import { markers } from './markers.js'
import { markClass, style } from './style.js'

/**
 * A paper as one self-contained page, to be read, printed or read aloud: no scripts, and no outside resources.
 * @param more rules of style beside those of papers
 */
export function html(markdown: string, more = ''): string {
  // an image would be fetched from elsewhere, so it becomes a link
  const engine = new MarkdownIt({ html: false, typographer: false }).disable('image').use(markers)
  engine.renderer.rules['table_open'] = (tokens, index, _options, _env, self) =>
    `<div class="table" tabindex="0" role="region"${self.renderAttrs(tokens[index]!)}><table>\n`
  // no script draws the diagram here, and the list beside it has the same content; its source is folded
  const fence = engine.renderer.rules.fence!
  engine.renderer.rules.fence = (tokens, index, ...rest) =>
    tokens[index]!.info === 'mermaid'
      ? `<details><summary>The same as a diagram, to be drawn with Mermaid</summary>\n${fence(tokens, index, ...rest)}</details>\n`
      : fence(tokens, index, ...rest)
  engine.renderer.rules['table_close'] = () => '</table></div>\n'
  const tokens = engine.parse(markdown, {})
  nameHeadings(tokens)
  markCells(tokens)
  const title = tokens.find((_, index) => tokens[index - 1]?.type === 'heading_open' && tokens[index - 1]?.tag === 'h1')
  const body = engine.renderer.render(tokens, engine.options, {})
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${engine.utils.escapeHtml(plain(title) || 'Paper')}</title>
<style>${style}${more}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`
}

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>

const plain = (token: Tokens[number] | undefined) => (token?.children ?? []).map((it) => it.content).join('')

/** The id of a heading is made of its words, so that links to it last. A table is labelled by the heading above it. */
function nameHeadings(tokens: Tokens): void {
  const used = new Set<string>()
  let under: string | undefined
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open')
      token.attrSet(under === undefined ? 'aria-label' : 'aria-labelledby', under ?? 'Table')
    if (token.type !== 'heading_open') continue
    const name = slug(plain(tokens[index + 1])) || 'section'
    let id = name
    for (let count = 2; used.has(id); count++) id = `${name}-${count}`
    used.add((under = id))
    token.attrSet('id', id)
  }
}

/**
 * Cells that are coloured as well as lettered: a grade that fills the cell, or a risk band at its beginning. The
 * letters differ, as one rates how things are, and the other what may happen.
 */
const MARKS = [
  { kind: 'grade', form: /^\*\*(R|R\/A|A|A\/G|G)\*\*$/ },
  { kind: 'band', form: /^\*\*([LMHE])\*\*(?: |$)/ },
]

/** Marked cells get their colour, and headings of columns their scope. */
function markCells(tokens: Tokens): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (token.type !== 'td_open') continue
    for (const { kind, form } of MARKS) {
      const letter = form.exec(tokens[index + 1]?.content ?? '')?.[1]
      if (letter !== undefined) token.attrJoin('class', markClass(kind, letter))
    }
  }
}
