import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Chalk } from 'chalk'
import { parseYaml } from '../src/document/parse.js'
import { clean } from '../src/model/clean.js'
import { addMonths, daysBetween, parseInexactDay } from '../src/model/day.js'
import { parseMoney, formatMoney } from '../src/model/money.js'
import { escapeMarkdown } from '../src/reports/engine/escape.js'
import { html } from '../src/output/paper/html.js'
import { anyText } from '../src/output/findings/any-text.js'
import { PLAIN, plainText } from '../src/output/findings/terminal-text.js'
import { spanOf } from '../src/model/span.js'

const day = fc
  .date({ min: new Date(1900, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10))

describe('days', () => {
  test('a month later and a month earlier is the same day or the last of its month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), (from, months) => {
        expect(Math.abs(daysBetween(from, addMonths(addMonths(from, months), -months)))).toBeLessThanOrEqual(3)
      }),
    )
  })
  test('a day that was read is the one that was written', () => {
    fc.assert(
      fc.property(day, (written) => {
        expect(parseInexactDay(written)).toEqual({ first: written, last: written, written })
      }),
    )
  })
  test('anything else is trouble, never an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseInexactDay(text)).not.toThrow()
      }),
    )
  })
})

test('money that was said is read as the same money', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), (pence) => {
      expect(parseMoney(formatMoney(pence))).toBe(pence)
    }),
  )
})

describe('the tree', () => {
  const scalar = fc.stringMatching(/^[a-z][a-z0-9 ]{0,12}[a-z]$/)
  test('every value stands where its place says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), scalar, { minKeys: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (map, end) => {
          const text = Object.entries(map)
            .map(([key, value]) => `${key}:   "${value}"${end}`)
            .join('')
          const read = parseYaml(text)
          expect('root' in read).toBe(true)
          for (const [key, value] of Object.entries(map)) {
            const { start, end: stop } = spanOf('root' in read ? read.root : undefined, {
              file: 'x',
              path: [key],
              on: 'value',
            })
            expect(text.slice(start, stop)).toBe(`"${value}"`)
          }
        },
      ),
    )
  })
  test('no text makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parseYaml(text)).not.toThrow()
      }),
    )
  })
})

test('any text printed into markdown comes out of the page as it was', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      ' ',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '|',
      '&',
      '#',
      '-',
      '1',
      '.',
      '`',
      '\\',
      '~',
      '!',
      '{',
      '}',
      ':',
      '=',
      '+',
    ),
    maxLength: 30,
  })
  fc.assert(
    fc.property(words, (text) => {
      // what a runner of CI would obey is broken on every page
      const plain = clean(text).replace(/ +/g, ' ').trim()
      fc.pre(plain !== '')
      const page = html(
        `# T\n\n| a |\n| --- |\n| x${escapeMarkdown(text)} |\n\nx ${escapeMarkdown(text)}\n\n${escapeMarkdown(text)}\n`,
      )
      const read = (part: string) =>
        part
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&')
      expect(read(/<td>(.*?)<\/td>/.exec(page)![1]!)).toBe(`x${plain}`)
      const paragraphs = [...page.matchAll(/<p>(.*?)<\/p>/g)].map((it) => read(it[1]!))
      expect(paragraphs).toEqual([`x ${plain}`, plain])
    }),
    { numRuns: 500 },
  )
})

describe('plain text in a terminal is written as any text is', () => {
  const letters = Array.from({ length: 0x2028 }, (_, code) => String.fromCharCode(code)).filter((it) => PLAIN.test(it))
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ...letters), maxLength: 30 })
  const words = fc.array(word, { maxLength: 12 }).map((it) => it.join(' '))

  test('every letter takes one cell and is one character', () => {
    for (const letter of letters) expect(anyText.cells(letter)).toBe(1)
    for (const letter of letters) expect(letter.normalize()).toBe(letter)
    fc.assert(
      fc.property(words, (text) => {
        const segments = (it: typeof anyText) => Array.from(it.glyphs(text), ({ segment, index }) => [segment, index])
        expect(segments(plainText)).toEqual(segments(anyText))
        expect(plainText.cells(text)).toBe(anyText.cells(text))
      }),
    )
  })

  test('lines break at the same places, with colours and without', () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.integer({ min: 20, max: 40 }),
        fc.constantFrom(0, 1),
        (a, b, c, room, level) => {
          const colour = new Chalk({ level: level as 0 | 1 })
          for (const text of [
            a,
            `${colour.red.bold('error')} ${colour.bold(a)}`,
            `${colour.dim('because:')} ${a}${colour.dim(` (${b})`)}`,
            `${colour.green(a)} ${b} ${colour.yellow.bold(c)}`,
          ])
            expect(plainText.wrap(text, room)).toBe(anyText.wrap(text, room))
        },
      ),
      { numRuns: 500 },
    )
  })
})
