import MarkdownIt from 'markdown-it'
import { markers } from '../markers.js'

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>
export type Token = Tokens[number]

/** The tokens of a paper, as its other formats read them. */
export const tokensOf = (markdown: string): Tokens =>
  new MarkdownIt({ html: false, typographer: false }).use(markers).parse(markdown, {})

/** The words of a block, without marks. */
export const plainText = (inline: Token | undefined): string => (inline?.children ?? []).map(textOf).join('')

function textOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.type === 'image' ? plainText(token) : token.content
}

/** The level of a heading; 0 for everything else. */
export const levelOf = ({ type, tag }: Token): number => (type === 'heading_open' ? Number(tag[1]) : 0)

/** Begins this heading an annex, which has a page of its own? */
export const isAnnex = (tokens: readonly Token[], index: number): boolean =>
  levelOf(tokens[index]!) === 2 && /^Annex(?:es)?\b/.test(plainText(tokens[index + 1]))
