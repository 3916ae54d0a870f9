import { shorten } from './charts/letters.js'
import type { House } from './house.js'
import { cssString } from './style-sheet.js'

/** What is printed on each page around a paper: its title, for whom it is, and the number of the page. */
export function printStyle(title: string, house: House = {}): string {
  const own = lineOf([house.header], 90)
  const header = lineOf([house.header, shorten(title, 70 * SIZE, 1)], 110)
  const right = lineOf([house.meeting, house.marking], 60)
  return `@media print {
  @page {
    @top-left { content: ${header}; ${TEXT} }
    @top-right { content: ${right}; ${TEXT} }
    @bottom-left { content: ${lineOf([house.footer], 110)}; ${TEXT} }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${TEXT} }
  }
  @page :first { @top-left { content: ${own} } }
}
`
}

/** About the width of a letter, as lines are cut by letters. */
const SIZE = 0.57
const TEXT = "font: 7.5pt/1.2 'Helvetica Neue', Arial, sans-serif; color: #4a5158"

const lineOf = (parts: readonly (string | undefined)[], letters: number) =>
  cssString(shorten(parts.filter((it) => it !== undefined && it !== '').join(' · '), letters * SIZE, 1))
