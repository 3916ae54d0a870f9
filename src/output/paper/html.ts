import MarkdownIt from 'markdown-it'
import { UsageError } from '../../model/usage-error.js'
import { plainText, type Token } from './charts/chart-table.js'
import type { House, Picture } from './house.js'
import { markers } from './markers.js'
import { drawPictures, type Around } from './page-pictures.js'
import { frontSheets, markCells, nameHeadings } from './page-tables.js'
import { pictureStyle } from './picture-style.js'
import { printStyle } from './print-style.js'
import { checkStyleSheet } from './style-sheet.js'
import { style } from './style.js'

interface PageOptions {
  /** Rules of style beside those of papers. */
  readonly more?: string
  readonly house?: House
  /** The pictures of the register's own folder by their paths, as the markdown names them. */
  readonly pictures?: ReadonlyMap<string, Picture>
}

/** A paper as one self-contained page, to be read, printed or read aloud: no scripts, and no outside resources. */
export function html(markdown: string, { more = '', house = {}, pictures = new Map() }: PageOptions = {}): string {
  const engine = new MarkdownIt({ html: false, typographer: false }).use(markers)
  const tokens = engine.parse(markdown, {})
  nameHeadings(tokens)
  markCells(tokens)
  frontSheets(tokens)
  drawPictures(tokens)
  addRules(engine, pictures)
  const title = tokens.find((_, index) => tokens[index - 1]?.type === 'heading_open' && tokens[index - 1]?.tag === 'h1')
  const name = plainText(title?.children ?? []) || 'Paper'
  const escape = (text: string) => engine.utils.escapeHtml(text)
  const logo = house.logo && `<header>${image(house.logo, escape(house.logo.alt))}</header>\n`
  const body = `${logo ?? ''}<main>\n${engine.renderer.render(tokens, engine.options, {})}</main>`
  const own = ownStyle(house.styleSheet)
  const resources = [
    ...(/<img [^>]*src="data:/.test(body) || own !== '' ? ['img-src data:'] : []),
    ...(own === '' ? [] : ['font-src data:']),
  ]
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${["default-src 'none'", "style-src 'unsafe-inline'", ...resources].join('; ')}">
<title>${escape(name)}</title>
<style>${style}${pictureStyle}${printStyle(name, house)}${more}${own}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** @throws UsageError for rules that would load something, or end the style of the page */
function ownStyle(css = ''): string {
  const problem = checkStyleSheet(css)
  if (problem !== undefined) throw new UsageError(`line ${problem.line}: ${problem.message}`, problem.hint)
  return css
}

const image = ({ bytes, type }: Picture, alt: string) =>
  `<img src="data:${type};base64,${Buffer.from(bytes).toString('base64')}" alt="${alt}">`

type Engine = InstanceType<typeof MarkdownIt>

/** How a page prints what papers have besides plain markdown. */
function addRules({ renderer, utils, options }: Engine, pictures: ReadonlyMap<string, Picture>): void {
  const { rules } = renderer
  const around = (token: Token) => (token.meta ?? {}) as Around
  rules['table_open'] = (tokens, index, _options, _env, self) => {
    const { before = '', look } = around(tokens[index]!)
    const named = self.renderAttrs(tokens[index]!)
    return `${before}<div class="${look === undefined ? 'table' : `table ${look}`}" tabindex="0" role="region"${named}><table>\n`
  }
  rules['table_close'] = (tokens, index) => `</table></div>\n${around(tokens[index]!).after ?? ''}`
  const fence = rules.fence!
  // a diagram that is not drawn here is in the list beside it, too; its source is folded
  rules.fence = (tokens, index, ...rest) =>
    tokens[index]!.info === 'mermaid'
      ? (around(tokens[index]!).before ??
        `<details><summary>The same as a diagram, to be drawn with Mermaid</summary>\n${fence(tokens, index, ...rest)}</details>\n`)
      : fence(tokens, index, ...rest)
  // a picture from elsewhere would have to be fetched, so it becomes a link
  rules.image = (tokens, index, _options, env) => {
    const alt = utils.escapeHtml(renderer.renderInlineAsText(tokens[index]!.children ?? [], options, env))
    const source = String(tokens[index]!.attrGet('src'))
    const found = pictures.get(source) ?? pictures.get(utils.lib.mdurl.decode(source))
    if (found !== undefined) return image(found, alt)
    return source === '' || isInLink(tokens, index) ? alt : `<a href="${utils.escapeHtml(source)}">${alt}</a>`
  }
}

const isInLink = (tokens: readonly Token[], index: number) =>
  tokens.slice(0, index).findLast((it) => it.type === 'link_open' || it.type === 'link_close')?.type === 'link_open'
