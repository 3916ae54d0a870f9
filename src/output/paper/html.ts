import MarkdownIt from 'markdown-it'
import { style } from './style.js'

/** A paper as one self-contained page: no script, no outside resource, made to be read, printed and listened to. */
export function html(markdown: string): string {
  const engine = new MarkdownIt({ html: false, typographer: false })
  engine.renderer.rules['th_open'] = (tokens, index, options, _, self) => {
    tokens[index]!.attrSet('scope', 'col')
    return self.renderToken(tokens, index, options)
  }
  engine.renderer.rules['table_open'] = () =>
    '<div class="table" tabindex="0" role="region" aria-label="Table"><table>\n'
  engine.renderer.rules['table_close'] = () => '</table></div>\n'
  const tokens = engine.parse(markdown, {})
  markGrades(tokens)
  const title =
    tokens[tokens.findIndex((it) => it.type === 'heading_open' && it.tag === 'h1') + 1]?.children
      ?.map((it) => it.content)
      .join('') ?? 'Paper'
  const body = engine.renderer.render(tokens, engine.options, {})
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${engine.utils.escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`
}

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>

/** A cell that is only a bold grade gets its colour; its letter stays. */
function markGrades(tokens: Tokens): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'td_open') continue
    const grade = /^\*\*(R|R\/A|A|A\/G|G)\*\*$/.exec(tokens[index + 1]?.content ?? '')?.[1]
    if (grade !== undefined) token.attrJoin('class', `grade-${grade.toLowerCase().replace('/', '')}`)
  }
}
