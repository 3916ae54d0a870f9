import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { table } from '../../src/output/rows/table.js'

const word = fc.constantFrom('grant', 'Board', 'café', '日本', 'e\u0301cole', '👩‍👩‍👧', '£5m', 'R/A', 'ﬁle')
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((it) => it.join(' '))

test('a column begins at one cell in all lines, whichever letters are before it, and the same without colour', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (pairs) => {
      const columns = [
        { key: 'a', label: 'First' },
        { key: 'b', label: 'Second', align: 'right' as const },
        { key: 'c', label: 'Third' },
      ]
      const cell = (it: string) => ({ text: it, value: it })
      const rows = pairs.map(([a, b]) => ({
        cells: { a: cell(a), b: { ...cell(b), tone: 'bad' as const }, c: cell('|') },
      }))
      const drawn = table({ columns, rows }, { width: 500, colour: false })
      const lines = drawn.split('\n').filter((it) => it.endsWith('|'))
      expect(lines).toHaveLength(pairs.length)
      expect(new Set(lines.map((it) => stringWidth(it))).size).toBe(1)
      const coloured = table({ columns, rows }, { width: 500, colour: true })
      // oxlint-disable-next-line no-control-regex -- colours
      expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(drawn)
    }),
  )
})
