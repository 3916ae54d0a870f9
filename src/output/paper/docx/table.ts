import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType } from 'docx'
import { TableRow, WidthType, type IRunOptions } from 'docx'
import { BAND_COLOURS, GRADE_COLOURS, type Colour } from '../colours.js'
import { runsOf, type RunSetting } from './inline.js'
import { TABLE_POINTS } from './pages.js'
import { textsOf, type Cell, type TableOfPaper } from './read-table.js'
import { dividedWidths, neededWidths } from './widths.js'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8C0C8' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = { top: LINE, bottom: LINE, insideHorizontal: LINE, left: NONE, right: NONE, insideVertical: NONE }
const TINT = 'E9EEF4'

/** A table whose headings repeat on each page, and whose rows stay whole. */
export function wordTable({ rows, isFrontSheet }: TableOfPaper, width: number, setting: RunSetting): Table {
  const widths = isFrontSheet
    ? frontSheetWidths(rows[0]!.length, width)
    : dividedWidths(neededWidths(textsOf(rows), TABLE_POINTS), width)
  return new Table({
    width: { size: widths.reduce((total, it) => total + it, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    tableLook: { firstRow: !isFrontSheet, firstColumn: isFrontSheet, noHBand: true, noVBand: true },
    rows: rows.map((cells, row) => {
      const isHead = row === 0 && !isFrontSheet
      return new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: cells.map((cell, column) =>
          wordCell(
            cell,
            { width: widths[column]!, isHeading: isHead || (isFrontSheet && column === 0), keepNext: isHead },
            setting,
          ),
        ),
      })
    }),
  })
}

const frontSheetWidths = (columns: number, width: number) => {
  const first = Math.floor(width * (columns === 2 ? 0.26 : 1 / columns))
  return [first, ...Array.from({ length: columns - 1 }, () => Math.floor((width - first) / (columns - 1)))]
}

interface Place {
  readonly width: number
  readonly isHeading: boolean
  /** The headings of a table are never alone on a page. */
  readonly keepNext: boolean
}

function wordCell(cell: Cell, { width, isHeading, keepNext }: Place, setting: RunSetting): TableCell {
  const colour = isHeading ? undefined : colourOf(cell)
  const look: IRunOptions = colour === undefined ? {} : { color: hex(colour.ink), bold: true }
  const ground = colour === undefined ? (isHeading ? TINT : undefined) : hex(colour.ground)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(ground !== undefined && { shading: { type: ShadingType.CLEAR, fill: ground, color: 'auto' } }),
    children: [
      new Paragraph({
        style: isHeading ? 'PaperTableHeading' : 'PaperTableText',
        alignment: cell.isRight ? AlignmentType.RIGHT : undefined,
        keepNext,
        children: runsOf(
          cell.inline,
          { ...setting, room: { width: Math.floor((width - 160) / 15), height: 400 } },
          look,
        ),
      }),
    ],
  })
}

const hex = (colour: string) => colour.slice(1).toUpperCase()

/** The colour of a cell that begins with the letter of a grade or band in bold: a grade has the cell to itself, or a trend. */
function colourOf({ inline, text }: Cell): Colour | undefined {
  const [open, letter, close] = (inline?.children ?? []).filter((it) => it.type !== 'text' || it.content !== '')
  if (open?.type !== 'strong_open' || close?.type !== 'strong_close') return undefined
  const [, mark = '', after = ''] = /^(\S+)(.*)$/.exec(text) ?? []
  if (mark !== letter?.content) return undefined
  if (Object.hasOwn(GRADE_COLOURS, mark) && /^(?: ?\p{So}| ?[▲▼►◄=])?$/u.test(after))
    return GRADE_COLOURS[mark as keyof typeof GRADE_COLOURS]
  return Object.hasOwn(BAND_COLOURS, mark) ? BAND_COLOURS[mark as keyof typeof BAND_COLOURS] : undefined
}
