import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../src/output/findings/any-text.js'
import { codeFrame } from '../../src/output/findings/code-frame.js'
import { pretty } from '../../src/output/findings/pretty.js'
import { finding, hostile, reportOf, VIEW } from './sample.js'

const linesOf = (text: string) => text.split('\n')
const many = (count: number) => Array.from({ length: count }, (_, index) => finding({ line: index + 1 }))

test('a finding as a person reads it', async () => {
  const related = [{ file: 'b.yaml', line: 4, column: 2, endLine: 4, endColumn: 5, message: 'the other one' }]
  const because = [{ text: 'every active partnership has a lead', file: 'policy.yaml', line: 9 }]
  expect(await pretty(reportOf(finding({ related, because })), VIEW)).toBe(`register/partnerships/omhp.yaml

warning no lead is named
  register/partnerships/omhp.yaml:3:7  lead/missing
  3 | lead: nobody
    |       ^^^^^
  fix: name a role
  see: b.yaml:4:2 the other one
  because: every active partnership has a lead (policy.yaml:9)

0 errors, 1 warning, 0 info in 14 files, 12 partnerships, as of 30 April 2019
partners explain lead/missing explains why it matters and how to fix it
`)
})

test('a register without findings says so', async () => {
  expect(await pretty(reportOf(), VIEW)).toBe('no findings in 14 files, 12 partnerships, as of 30 April 2019\n')
  expect(await pretty(reportOf(), { ...VIEW, quiet: true })).toBe('')
})

describe('fifty at most', () => {
  test.each([
    [50, {}, 50, false],
    [51, {}, 50, true],
    [60, { quiet: true }, 50, true],
    [60, { all: true }, 60, false],
  ])('of %i with %o: %i', async (count, view, shown, leftOut) => {
    const text = await pretty(reportOf(...many(count)), { ...VIEW, ...view })
    expect(text.match(/^warning /gm)).toHaveLength(shown)
    expect(text.includes('left out; --all shows them')).toBe(leftOut)
  })

  test('the last line tells how many are left out, of one or of several', async () => {
    expect(await pretty(reportOf(...many(51)), VIEW)).toContain('\n1 more finding left out; --all shows them\n')
    expect(await pretty(reportOf(...many(63)), VIEW)).toContain('\n13 more findings left out; --all shows them\n')
  })
})

test('quiet is findings only', async () => {
  expect(await pretty(reportOf(finding()), { ...VIEW, quiet: true })).not.toMatch(/as of|explain/)
})

test('colour adds nothing but colour', async () => {
  const coloured = await pretty(reportOf(finding(), hostile), { ...VIEW, colour: true })
  expect(coloured).not.toBe(stripVTControlCharacters(coloured))
  expect(stripVTControlCharacters(coloured)).toBe(await pretty(reportOf(finding(), hostile), VIEW))
})

test.each([80, 120])('at %i columns only places, which are to be clicked, and the summary are wider', async (width) => {
  const wide = finding({
    excerpt: `lead: ${'漢字'.repeat(200)}`,
    column: 200,
    endColumn: 300,
    message: '漢字 '.repeat(90),
  })
  const lines = linesOf(await pretty(reportOf(finding(), wide, hostile), { ...VIEW, width }))
  const tooWide = lines.filter((it) => stringWidth(it) > width)
  expect(tooWide.filter((it) => !/\.yaml(:\d+:\d+ .*)?$|as of 30 April 2019$/.test(it))).toEqual([])
})

describe('the frame of a line', () => {
  const frame = (excerpt: string, value: string, room = 40) => {
    const at = excerpt.indexOf(value)
    return codeFrame(finding({ excerpt, column: at + 1, endColumn: at + 1 + value.length }), room, anyText)!
  }
  /** What stands above the marks. */
  const marked = ({ text, indent, marks }: { text: string; indent: number; marks: number }) => {
    let cells = 0
    return [...text].filter((it) => {
      const at = cells
      cells += stringWidth(it)
      return at >= indent && at < indent + marks
    })
  }

  test.each([
    ['lead: nobody', 'nobody'],
    ['\t\tlead:\tnobody', 'nobody'],
    ['漢字漢字: nobody # 漢字', 'nobody'],
    ['lead: 漢字', '漢字'],
    ['lead: \u{1F600}\u{1F600} x', '\u{1F600}\u{1F600}'],
    [`${'漢字 '.repeat(50)}nobody${' 漢字'.repeat(50)}`, 'nobody'],
    [`${'x'.repeat(100_000)}nobody${'y'.repeat(100_000)}`, 'nobody'],
    [`${'\t'.repeat(300)}nobody`, 'nobody'],
  ])('marks stand below the value: %#', (excerpt, value) => {
    const it = frame(excerpt, value)
    expect(marked(it).join('')).toBe(value)
    expect(stringWidth(it.text)).toBeLessThanOrEqual(40)
  })

  test('a value longer than the room is cut and marked as far as it is shown', () => {
    const it = frame(`name: ${'x'.repeat(500)}`, 'x'.repeat(500))
    expect(it.text).toBe(`name: ${'x'.repeat(33)}…`)
    expect(it).toMatchObject({ indent: 6, marks: 33 })
  })

  test('a value of several lines is marked to the end of its first', () => {
    const it = codeFrame(finding({ excerpt: 'lead: nobody', column: 7, endLine: 5, endColumn: 2 }), 40, anyText)
    expect(it).toEqual({ text: 'lead: nobody', indent: 6, marks: 6 })
  })

  test('an absent value has one mark, also at the end of the line', () => {
    expect(codeFrame(finding({ excerpt: 'lead:', column: 6, endColumn: 6 }), 40, anyText)).toMatchObject({
      indent: 5,
      marks: 1,
    })
    expect(codeFrame(finding({ excerpt: '  ' }), 40, anyText)).toBeUndefined()
  })
})
