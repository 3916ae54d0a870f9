import { slug } from '../../model/id.js'
import { plainText, type Token } from './charts/chart-table.js'
import type { Around } from './page-pictures.js'
import { markClass } from './style.js'

/**
 * Cells that are coloured as well as lettered: a grade that fills the cell, or a risk band at its beginning. The
 * letters differ, as one rates how things are, and the other what may happen.
 */
const MARKS = [
  { kind: 'grade', form: /^\*\*(R|R\/A|A|A\/G|G)\*\*(?: [▲▼])?$/ },
  { kind: 'band', form: /^\*\*([LMHE])\*\*(?: |$)/ },
]

/** A day as papers write it: its words stay on one line. */
const DAY =
  /^(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/

/** Marked cells get their colour, days a name, and headings of columns their scope. */
export function markCells(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (token.type !== 'td_open') continue
    for (const { kind, form } of MARKS) {
      const letter = form.exec(tokens[index + 1]?.content ?? '')?.[1]
      if (letter !== undefined) token.attrJoin('class', markClass(kind, letter))
    }
    if (DAY.test(tokens[index + 1]?.content ?? '')) token.attrJoin('class', 'day')
  }
}

/**
 * The id of a heading is made of its words, so that links to it last. A table is labelled by the headings above it; a
 * second one there by their words and its number, as no two tables have the same label.
 */
export function nameHeadings(tokens: readonly Token[]): void {
  const used = new Set<string>()
  let above: { readonly tag: string; readonly id: string; readonly words: string }[] = []
  let tables = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') labelTable(token, above, ++tables)
    if (token.type !== 'heading_open') continue
    const words = plainText(tokens[index + 1]?.children ?? [])
    const name = slug(words) || 'section'
    let id = name
    for (let count = 2; used.has(id); count++) id = `${name}-${count}`
    used.add(id)
    above = [...above.filter(({ tag }) => tag !== 'h1' && tag < token.tag), { tag: token.tag, id, words }]
    tables = 0
    token.attrSet('id', id)
    if (token.tag === 'h2' && /^Annex(?:es| A)\b/.test(words)) token.attrJoin('class', 'annex')
  }
}

function labelTable(
  table: Token,
  above: readonly { readonly id: string; readonly words: string }[],
  number: number,
): void {
  if (above.length > 0 && number === 1) return table.attrSet('aria-labelledby', above.map(({ id }) => id).join(' '))
  const words = [...above.map((it) => it.words), `table ${number}`].join(', ')
  table.attrSet('aria-label', words.charAt(0).toUpperCase() + words.slice(1))
}

/**
 * The first column of a front sheet has the headings of its rows, from the first row on: markdown has no table without a
 * head, which is left out where it is blank.
 */
export function frontSheets(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const table = tokens[index + 1]
    if (token.type !== 'marker' || token.info !== 'front sheet' || table?.type !== 'table_open') continue
    table.meta = { look: 'front-sheet' } satisfies Around
    const end = tokens.findIndex((it, at) => at > index && it.type === 'table_close')
    let column = 0
    for (const it of tokens.slice(index + 2, end)) {
      if (it.type === 'tr_open') column = 0
      if (it.type.startsWith('thead')) it.tag = 'tbody'
      if (!/^t[hd]_(?:open|close)$/.test(it.type)) continue
      it.tag = column === 0 ? 'th' : 'td'
      if (it.nesting === 1) it.attrs = column === 0 ? [['scope', 'row']] : null
      else column++
    }
    const body = tokens.findIndex((it, at) => at > index && it.type === 'tbody_open')
    const head = tokens.slice(index + 2, body)
    if (head.every((it) => it.content === '')) tokens.splice(index + 2, body - index - 2)
  }
}
