import { clean } from '../../model/clean.js'
import type { LocatedFinding } from '../located.js'
import type { TerminalText } from './terminal-text.js'

/** A line of a file as it is shown, and the position of the marks below it, in cells of the terminal. */
export interface CodeFrame {
  readonly text: string
  readonly indent: number
  readonly marks: number
}

/** What a person sees as one character; `marked` if it is part of the value. */
interface Glyph {
  readonly shown: string
  readonly cells: number
  readonly marked: boolean
}

const TAB = '  '
const CUT = '…'

/** The value's first line, cut to `room` cells around the value; undefined where nothing can be shown. */
export function codeFrame(finding: LocatedFinding, room: number, terminal: TerminalText): CodeFrame | undefined {
  if (finding.excerpt.trim() === '') return undefined
  const glyphs = glyphsOf(finding, room, terminal)
  const first = glyphs.findIndex((it) => it.marked)
  const at = first === -1 ? glyphs.length : first
  const from = firstShown(glyphs, at, room)
  const to = lastShown(glyphs, from, room - (from > 0 ? 1 : 0))
  const text = glyphs.slice(from, to).map((it) => it.shown)
  const marked = glyphs.slice(at, to).filter((it) => it.marked)
  return {
    text: `${from > 0 ? CUT : ''}${text.join('')}${to < glyphs.length ? CUT : ''}`,
    indent: (from > 0 ? 1 : 0) + cellsOf(glyphs.slice(from, at)),
    marks: Math.max(1, cellsOf(marked)),
  }
}

/** The glyphs near the value; others are cut off. */
function glyphsOf(
  { excerpt, line, column, endLine, endColumn }: LocatedFinding,
  room: number,
  terminal: TerminalText,
): Glyph[] {
  const start = column - 1
  const end = endLine === line ? Math.max(endColumn - 1, start + 1) : excerpt.length
  const farthest = Math.max(0, start - FAR * room)
  const near = excerpt.slice(farthest, start + FAR * room)
  return Array.from(terminal.glyphs(near), ({ segment, index }) => {
    const at = farthest + index
    const shown = segment === '\t' ? TAB : clean(segment)
    return { shown, cells: terminal.cells(shown), marked: at + segment.length > start && at < end }
  })
}

/** A family emoji has eleven units in two cells; no sensible text has more units a cell than this. */
const FAR = 8

/**
 * The whole line up to the value if that leaves a third of the room for the value, or else the end of what precedes it.
 */
function firstShown(glyphs: readonly Glyph[], at: number, room: number): number {
  if (cellsOf(glyphs.slice(0, at)) <= (room * 2) / 3) return 0
  let from = at
  for (let cells = 0; from > 0; from--) {
    cells += glyphs[from - 1]!.cells
    if (cells > room / 3) break
  }
  return from
}

/** How far the glyphs reach in `room` cells, with one kept for the sign that something was cut. */
function lastShown(glyphs: readonly Glyph[], from: number, room: number): number {
  if (cellsOf(glyphs.slice(from)) <= room) return glyphs.length
  let to = from
  for (let cells = 0; to < glyphs.length; to++) {
    cells += glyphs[to]!.cells
    if (cells > room - 1) break
  }
  return to
}

const cellsOf = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, it) => sum + it.cells, 0)
