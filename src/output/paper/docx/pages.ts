import { readTable, textsOf } from './read-table.js'
import { isAnnex, levelOf, plainText, type Token } from './tokens.js'
import { averageLines, fits, neededWidths } from './widths.js'

/** A run of pages of one orientation. */
export interface Pages {
  readonly isLandscape: boolean
  readonly tokens: readonly Token[]
}

/** A4 with margins of 1.8 cm, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1020 } as const
export const textWidth = (isLandscape: boolean) => (isLandscape ? PAGE.height : PAGE.width) - 2 * PAGE.margin
/** The size of type in tables, in points. */
export const TABLE_POINTS = 8.5

const MOST_COLUMNS = 5
const MOST_LINES = 2

/**
 * Divides a paper into pages: what stands under a heading with a wide table goes on landscape pages with it, and a little
 * between two of them does, too, as it would be alone on its page.
 */
export function pagesOf(tokens: readonly Token[]): Pages[] {
  const parts = joined(
    partsOf(tokens).map((it): Pages => ({ isLandscape: hasWideTable(it), tokens: it })),
    goOn,
  )
  return joined(parts, (earlier, later) => earlier.isLandscape === later.isLandscape && earlier)
}

/** Parts that belong on the same pages become one. */
function joined(parts: readonly Pages[], join: (earlier: Pages, later: Pages, next?: Pages) => Pages | false): Pages[] {
  const result: { isLandscape: boolean; tokens: Token[] }[] = []
  for (const [index, part] of parts.entries()) {
    const earlier = result.at(-1)
    const both = earlier && join(earlier, part, parts[index + 1])
    if (!both) result.push({ ...part, tokens: [...part.tokens] })
    else {
      earlier.isLandscape = both.isLandscape
      for (const token of part.tokens) earlier.tokens.push(token) // in place: a large register has very many parts
    }
  }
  return result
}

/** A heading goes with the first part under it; a short part goes on where the pages around it are landscape. */
function goOn(earlier: Pages, later: Pages, next?: Pages): Pages | false {
  if (isOnlyHeading(earlier)) return later
  const isBetween = earlier.isLandscape && !later.isLandscape && (next === undefined || next.isLandscape)
  return isBetween && isShort(later) && !isAnnex(later.tokens, 0) && earlier
}

const isOnlyHeading = ({ tokens }: Pages) => tokens.length === 3 && levelOf(tokens[0]!) > 1

/** About a third of a landscape page. */
const isShort = ({ tokens }: Pages) =>
  tokens.reduce((lines, it) => lines + (it.type === 'inline' ? 1 + plainText(it).length / 140 : 0), 0) < 14

/** What stands under each heading, with it. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = []
  for (const token of tokens) {
    if (parts.length === 0 || levelOf(token) > 0) parts.push([])
    parts.at(-1)!.push(token)
  }
  return parts
}

const hasWideTable = (tokens: readonly Token[]) =>
  tokens.some((it, index) => it.type === 'table_open' && isWide(tokens, index))

/** The heading and three rows: not worth turning the page for. */
const FEW_ROWS = 4

function isWide(tokens: readonly Token[], start: number): boolean {
  const { rows, isFrontSheet } = readTable(tokens, start)
  if (isFrontSheet || rows[0] === undefined) return false
  const needed = neededWidths(textsOf(rows), TABLE_POINTS)
  const width = textWidth(false)
  if (!fits(needed, width)) return true
  // one with few rows, or little in its cells, is read as easily upright, however many columns it has
  return rows.length > FEW_ROWS && rows[0].length > MOST_COLUMNS && averageLines(needed, width) > MOST_LINES
}
