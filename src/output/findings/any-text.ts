import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import type { TerminalText } from './terminal-text.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Text in any script: letters of two cells, marks of none, families of emoji. */
export const anyText: TerminalText = {
  wrap: (text, columns) => wrapAnsi(text, columns, { hard: true, trim: true }),
  glyphs: (text) => segmenter.segment(text),
  cells: (text) => stringWidth(text),
}
