/** The least that a column needs, and what it would take for each text to stay on one line; both in twentieths of a point. */
interface Needed {
  readonly least: number
  readonly most: number
  /** How long the text of each row is. */
  readonly lengths: readonly number[]
}

/** Space at both sides of a cell. */
const PADDING = 180
/** Longer words are broken, as addresses are. */
const LONGEST_WORD = 2400

/** What each column needs for its texts, at a size of type in points. */
export function neededWidths(rows: readonly (readonly string[])[], points: number): Needed[] {
  return rows[0]!.map((_, column) => {
    const texts = rows.map((row) => row[column] ?? '')
    const words = texts.flatMap(unbreakable).map((it) => lengthOf(it, points))
    const least = Math.min(LONGEST_WORD, largest(words)) + PADDING
    const lengths = texts.map((it) => lengthOf(it, points))
    return { least, most: Math.max(least, largest(lengths) + PADDING), lengths }
  })
}

/** Does a table fit a page of a width without breaking words? */
export const fits = (needed: readonly Needed[], width: number): boolean => sum(needed.map((it) => it.least)) <= width

/** How many lines its rows have, the headings apart. */
export function averageLines(needed: readonly Needed[], width: number): number {
  const widths = dividedWidths(needed, width)
  const rows = needed[0]!.lengths.slice(1).map((_, row) => {
    return Math.max(...needed.map(({ lengths }, column) => Math.ceil(lengths[row + 1]! / (widths[column]! - PADDING))))
  })
  return sum(rows) / Math.max(1, rows.length)
}

/**
 * Divides a width between columns: each gets what its longest word needs, and the rest goes where it makes the table
 * shorter. A table with little to say does not fill the page, but is not narrow either, so that tables look alike.
 */
export function dividedWidths(needed: readonly Needed[], width: number): number[] {
  const least = sum(needed.map((it) => it.least))
  const most = sum(needed.map((it) => it.most))
  const whole = Math.max(most, width * 0.6)
  if (whole <= width) return needed.map((it) => Math.floor((it.most * whole) / most))
  if (least >= width) return needed.map((it) => Math.floor((it.least * width) / least))
  return shortest(needed, width - least).map((it) => Math.floor(it))
}

/** Steps in which what is left of a width is given away. */
const STEPS = 48

/** Gives each step to the column that shortens the table most by it. */
function shortest(needed: readonly Needed[], left: number): number[] {
  const widths = needed.map((it) => it.least)
  const step = left / STEPS
  const heights = needed.map(({ lengths }, column) => lengths.map((it) => weight(it, widths[column]!)))
  const rows = needed[0]!.lengths.map((_, row) => sum(heights.map((it) => it[row]!)))
  for (let given = 0; given < STEPS; given++) {
    const gains = needed.map(({ lengths }, column) =>
      sum(
        lengths.map(
          (it, row) => rows[row]! - smaller(rows[row]!, heights[column]![row]!, weight(it, widths[column]! + step)),
        ),
      ),
    )
    const best = gains.indexOf(Math.max(...gains))
    widths[best]! += step
    for (const [row, length] of needed[best]!.lengths.entries()) {
      const later = weight(length, widths[best]!)
      rows[row] = smaller(rows[row]!, heights[best]![row]!, later)
      heights[best]![row] = later
    }
  }
  return widths
}

const smaller = (row: number, before: number, after: number) => row - before + after

/** The height of a text in a column; a power of it, so that the highest cell of a row counts most. */
const weight = (length: number, width: number) => Math.max(1, length / (width - PADDING)) ** 3

/** Pieces that stay on one line: words, whole days in numbers, and the parts of a day in words. */
const unbreakable = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => (/\d/.test(word) ? [word] : word.split(/(?<=[-–—])/)))

/** A table may have more rows than a function may have arguments. */
const largest = (numbers: readonly number[]) => numbers.reduce((most, it) => Math.max(most, it), 0)
const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0)

/** About how long a text is in Arial, in twentieths of a point; bold headings are a little longer. */
function lengthOf(text: string, points: number): number {
  let thousandths = 0
  for (const letter of text)
    thousandths += /[ijl.,:;'’|!()[\]ft]/.test(letter)
      ? 290
      : /[mwMW%@—]/.test(letter)
        ? 880
        : WIDER.test(letter)
          ? 720
          : 560
  return (thousandths / 1000) * points * 20 * 1.05
}
const WIDER = /[A-Z\u0100-\uFFFF]/
