import MarkdownIt from 'markdown-it'
import { markers } from './markers.js'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

/**
 * The words of a paper's body, a line for each paragraph, heading and cell: what its formats have in common, so that a
 * paper can be compared with its markdown after Word saved it. Left out are names on the front sheet, which are given when
 * it is made, diagrams, which only some formats draw, and the foot.
 */
export function bodyText(markdown: string): string {
  const tokens = new MarkdownIt({ html: false, typographer: false }).use(markers).parse(markdown, {})
  const foot = tokens.findLastIndex((it) => it.type === 'hr')
  return linesOf(foot === -1 ? tokens : tokens.slice(0, foot)).join('\n')
}

/** Rows of the front sheet that hold people's names: a label, and a cell with them. */
export const NAME_ROWS: readonly string[] = ['Presented by', 'Author']
const isOfNames = (cells: readonly string[]) => cells.length === 2 && NAME_ROWS.includes(cells[0]!)

function linesOf(tokens: readonly Token[]): string[] {
  const lines: string[] = []
  let row: string[] | undefined
  for (const token of tokens) {
    if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      if (row !== undefined && !isOfNames(row)) lines.push(...row)
      row = undefined
    } else if (token.type === 'inline') {
      const line = inWords(wordsOf(token))
      if (line !== '') (row ?? lines).push(line)
    } else if ((token.type === 'fence' && token.info !== 'mermaid') || token.type === 'code_block')
      lines.push(...token.content.split('\n').map(inWords).filter(Boolean))
  }
  return lines
}

const wordsOf = ({ children }: Token) =>
  (children ?? []).map((it) => (it.type === 'softbreak' || it.type === 'hardbreak' ? ' ' : it.content)).join('')

/** Hyphens and spaces that keep a line together are the same words as plain ones. */
const inWords = (text: string) =>
  text
    .replaceAll('\u2011', '-')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim()
