import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowchart, mermaidText } from '../../src/reports/governance/mermaid.js'

// each of these was drawn with Mermaid 11 and read back from the picture as it stands here
test.each([
  ['Board of “A” (b), c/d', 'Board of #8220;A#8221; (b), c/d'],
  ['"a" [b] {c} |d|', '#34;a#34; #91;b#93; #123;c#125; #124;d#124;'],
  ['```', '#96;#96;#96;'],
  ['a\nb', 'a b'],
  ['end', 'end'],
  ['a --> b', 'a --#62; b'],
  ['1. First', '1#46; First'],
  ['- item', '#45; item'],
  ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
  ['Lifestyle: #a;', 'Lifestyle#58; #35;a#59;'],
  [' ', '?'],
])('%j is text in a label', (text, written) => expect(mermaidText(text)).toBe(written))

test('no name leaves its label or its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const lines = flowchart([{ key: 'a', name, shape: 'box', isOpen: false }], []).split('\n')
      expect(lines).toHaveLength(2)
      expect(lines[1]).toMatch(/^ {2}n1\["(?:[^"`[\]{}<>|%;:#\\]|#\d+;)+"\]$/)
    }),
  )
})

test('boxes are numbered in their order; arrows go up; what is open is drawn so', () => {
  const box = (key: string, isOpen = false) => ({ key, name: key, shape: 'box' as const, isOpen })
  expect(
    flowchart(
      [box('end'), { ...box('class'), shape: 'round' }, box('x', true)],
      [
        { from: 'class', to: 'end' },
        { from: 'x', to: 'end', label: 'supports' },
      ],
    ),
  ).toBe(
    [
      'flowchart BT',
      '  n1["end"]',
      '  n2(["class"])',
      '  n3["x"]',
      '  n2 --> n1',
      '  n3 -. supports .-> n1',
      '  classDef open stroke-dasharray: 4 4',
      '  class n3 open',
    ].join('\n'),
  )
})
