import MarkdownIt from 'markdown-it'
import { markers } from '../markers.js'
import { nameHeadings } from '../page-tables.js'

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>
export type Token = Tokens[number]

/** The tokens of a paper, as its other formats read them; headings have their ids. */
export function tokensOf(markdown: string): Tokens {
  const tokens = new MarkdownIt({ html: false, typographer: false }).use(markers).parse(markdown, {})
  nameHeadings(tokens)
  return tokens
}

/** The words of a block, without marks. */
export const plainText = (inline: Token | undefined): string => (inline?.children ?? []).map(textOf).join('')

function textOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.type === 'image' ? plainText(token) : token.content
}

/** The marks of the headings that links of the paper lead to, by the address of each: made of its words, as on a page. */
export function bookmarksOf(tokens: readonly Token[]): Map<string, string> {
  const links = tokens.flatMap((it) => (it.children ?? []).map((child) => String(child.attrGet('href') ?? '')))
  const wanted = new Set(links.filter((it) => it.startsWith('#')))
  const marks = new Map<string, string>()
  if (wanted.size === 0) return marks
  for (const token of tokens) {
    const address = `#${token.attrGet('id') ?? ''}`
    if (levelOf(token) > 0 && wanted.has(address)) marks.set(address, `heading${marks.size + 1}`)
  }
  return marks
}

/** The level of a heading; 0 for everything else. */
export const levelOf = ({ type, tag }: Token): number => (type === 'heading_open' ? Number(tag[1]) : 0)

/** Does this heading begin the annexes, which start on a page of their own? */
export const isAnnex = (tokens: readonly Token[], index: number): boolean =>
  levelOf(tokens[index]!) === 2 && /^Annex(?:es| A)\b/.test(plainText(tokens[index + 1]))
