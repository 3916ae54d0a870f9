import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { terminal } from '../../src/output/paper/terminal.js'

const plain = (markdown: string, width = 80) => terminal(markdown, { width, colour: false })
const coloured = (markdown: string) => terminal(markdown, { width: 80, colour: true })

describe('a paper in a terminal', () => {
  test('headings stand out, with and without colour', () => {
    expect(plain('# A title\n\n## A section\n\n### A part\n\ntext\n')).toBe(
      'A title\n═══════\n\nA section\n─────────\n\nA part\n\ntext\n',
    )
    expect(coloured('# A title')).toContain('\u001b[1mA title\u001b[22m')
  })

  test('paragraphs are wrapped, and bold words are bold', () => {
    expect(plain('one two three four five six seven', 20)).toBe('one two three four\nfive six seven\n')
    expect(coloured('a **b** c')).toBe('a \u001b[1mb\u001b[22m c\n')
    expect(plain('a **b** \\*c\\* &lt;d&gt;')).toBe('a b *c* <d>\n')
  })

  test('lists keep their marks, and hang', () => {
    expect(plain('- one two three four five\n  - six\n- seven', 20)).toBe(
      '- one two three four\n  five\n  - six\n- seven\n',
    )
    expect(plain('3. a\n4. b')).toBe('3. a\n4. b\n')
    expect(plain('- a\n\n- b')).toBe('- a\n\n- b\n')
  })

  test('tables have their columns, a grade its colour beside the letter', () => {
    const table = '| Aspect | Grade |\n| --- | ---: |\n| Governance | **R/A** |'
    expect(plain(table)).toBe('Aspect      Grade\nGovernance    R/A\n')
    expect(coloured(table)).toContain('\u001b[31mR/A\u001b[39m')
  })

  test('a link tells its address, and nothing is fetched or run', () => {
    expect(plain('[words](https://a.example/b) <https://c.example>')).toBe(
      'words <https://a.example/b> https://c.example\n',
    )
    expect(plain('\u001b[31mred')).toBe('<U+001B>[31mred\n')
    expect(plain('| A |\n| --- |\n| &#27;[31mred |')).not.toContain('\u001b')
  })

  test('any text fits, and brings no escape of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 40, max: 200 }), (text, width) => {
        const shown = plain(
          `# ${text}\n\n${text}\n\n- ${text}\n\n| A | B |\n| --- | --- |\n| ${text} | ${text} |`,
          width,
        )
        expect(shown).not.toContain('\u001b')
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
      { numRuns: 300 },
    )
  })
})

test('marks for other formats are not shown', () => {
  expect(plain('Above.\n\n<!-- chart: bars -->\n| A |\n| --- |\n| 1 |\n')).toBe('Above.\n\nA\n1\n')
})
