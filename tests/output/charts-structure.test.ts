import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '../../src/output/paper/html.js'
import { flowchart, mermaidText } from '../../src/reports/governance/mermaid.js'
import { runPartners } from '../run-partners.js'

const page = (source: string) => html(`# Paper\n\n## Bodies\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`)
const box = (key: string, shape: 'box' | 'round' | 'double' = 'box') => ({ key, name: key, shape, isOpen: false })
const drawn = (...arrows: string[]) => {
  const names = [...new Set(arrows.flatMap((it) => it.split(' > ')))]
  return page(
    flowchart(
      names.map((it) => box(it)),
      arrows.map((it) => ({ from: it.split(' > ')[0]!, to: it.split(' > ')[1]! })),
    ),
  )
}

/** The boxes of a picture by their names. */
function boxesOf(svg: string) {
  const found =
    /<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)" class="box[^"]*"[^>]*\/>((?:<path[^>]*\/>)*(?:<text[^>]*>(?:<title>[^<]*<\/title>)?[^<]*<\/text>)*)/g
  return [...svg.matchAll(found)].map(([, x, y, width, height, texts]) => ({
    name: [...texts!.matchAll(/>([^<]+)<\/text>/g)].map(([, it]) => it).join(' '),
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))
}
const at = (svg: string, name: string) => boxesOf(svg).find((it) => it.name === name)!

test('each box is below the one that it reports to, and those below one box are beside each other', () => {
  const svg = drawn('A > Board', 'B > Board', 'Group > A')
  expect(at(svg, 'A').y).toBeGreaterThan(at(svg, 'Board').y)
  expect(at(svg, 'A').y).toBe(at(svg, 'B').y)
  expect(at(svg, 'Group').y).toBeGreaterThan(at(svg, 'A').y)
  expect(at(svg, 'Group').x).toBe(at(svg, 'A').x)
  expect(svg.match(/class="line"/g)).toHaveLength(3)
  expect(svg.match(/class="head"/g)).toHaveLength(3)
})

test('a long row goes on below, so that the picture fits a sheet', () => {
  const svg = drawn(...Array.from({ length: 11 }, (_, index) => `Group ${index + 1} > Board`))
  expect(Number(/viewBox="0 0 ([\d.]+)/.exec(svg)![1])).toBeLessThan(760)
  expect(new Set(boxesOf(svg).map((it) => it.y)).size).toBe(4)
})

test('a circle is drawn, with an arrow that points down; and so is an arrow to itself', () => {
  const svg = drawn('A > B', 'B > C', 'C > A')
  expect(boxesOf(svg)).toHaveLength(3)
  expect(svg).toMatch(/l-4\.5 -8h9z/)
  expect(drawn('A > A').match(/class="head"/g)).toHaveLength(1)
})

test('what supports is a broken line with its word; shapes and outlines are as in the source', () => {
  const svg = page(
    flowchart(
      [box('A'), { ...box('B', 'round'), isOpen: true }, box('C', 'double')],
      [
        { from: 'A', to: 'C' },
        { from: 'B', to: 'A', label: 'supports' },
      ],
    ),
  )
  expect(svg).toMatch(/class="broken"[^]*>supports<\/text>/)
  expect(svg).toMatch(/class="box unsure" rx="/)
  expect(svg).toContain('Broken outline: no reporting line is recorded.')
})

test('a box leads to the row of its body in this section, or to the heading with its name', () => {
  const source = flowchart(
    [box('Audit (A)'), box('Board'), box('None')],
    [
      { from: 'Audit (A)', to: 'Board' },
      { from: 'None', to: 'Board' },
    ],
  )
  const markdown = `# P\n\n## Board\n\nText.\n\n## One\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n| Body | For |\n| --- | --- |\n| **Audit (A)**, committee | x |\n\n## Two\n\n| Body |\n| --- |\n| **None** |\n`
  const made = html(markdown)
  const id = /<td id="([^"]+)"><strong>Audit \(A\)/.exec(made)![1]
  expect(made).toMatch(new RegExp(`<a href="#${id}"><rect[^>]*/><text[^>]*>Audit \\(A\\)`))
  expect(made).toMatch(/<a href="#board"><rect/)
  expect(made.match(/<a href/g)).toHaveLength(2)
  expect(made).toContain('role="group"')
})

test.each([
  ['another kind', 'graph TD\n  a --> b'],
  ['another arrow', 'flowchart BT\n  n1["a"]\n  n2["b"]\n  n1 ==> n2'],
  ['a box that does not exist', 'flowchart BT\n  n1["a"]\n  n1 --> n2'],
  ['a click', 'flowchart BT\n  n1["a"]\n  click n1 "https://example.org"'],
  ['markup', 'flowchart BT\n  n1["a <b>"]'],
  ['nothing', 'flowchart BT'],
  ['a box that comes twice', 'flowchart BT\n  n1["a"]\n  n1["b"]'],
  [
    'more boxes than a sheet holds',
    flowchart(
      Array.from({ length: 81 }, (_, index) => box(`b${index}`)),
      [],
    ),
  ],
])('any other diagram keeps its folded source: %s', (_, source) => {
  expect(page(source)).not.toContain('<svg')
  expect(page(source)).toMatch(/<details><summary>[^<]+<\/summary>\n<pre><code class="language-mermaid">/)
})

test('boxes are never on top of each other or outside, whatever reports to whom, and twice the same', () => {
  const arrow = fc.tuple(fc.nat(14), fc.nat(14), fc.boolean())
  fc.assert(
    fc.property(fc.array(arrow, { maxLength: 30 }), (arrows) => {
      const boxes = Array.from({ length: 15 }, (_, index) => box(String(index)))
      const edges = arrows.map(([from, to, supports]) => ({
        from: String(from),
        to: String(to),
        ...(supports && { label: 'supports' }),
      }))
      const svg = page(flowchart(boxes, edges))
      expect(page(flowchart(boxes, edges))).toBe(svg)
      const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg)!.map(Number)
      const found = boxesOf(svg)
      expect(found.map((it) => it.name).sort()).toEqual(boxes.map((it) => it.name).sort())
      for (const it of found) {
        expect(it.x >= 0 && it.y >= 0 && it.x + it.width <= width! && it.y + it.height <= height!).toBe(true)
        const over = found.filter(
          (other) =>
            it !== other &&
            it.y < other.y + other.height &&
            other.y < it.y + it.height &&
            it.x < other.x + other.width &&
            other.x < it.x + it.width,
        )
        expect(over).toEqual([])
      }
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: 150 },
  )
})

test('any name is text in its box', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const svg = page(flowchart([{ ...box('a'), name }], []))
      expect(svg).toContain('<svg')
      expect(
        svg
          .replace(/^[^]*<svg/, '')
          .replace(/<\/svg>[^]*$/, '')
          .match(/<\/?\w+/g)!
          .filter((it) => !/^<\/?(?:title|desc|text|rect)$/.test(it)),
      ).toEqual([])
      expect(mermaidText(name)).not.toContain('"')
    }),
  )
})

test.each([
  'register',
  'examples/nhs-brent-2010',
  'examples/nw-london-2009',
  'examples/riverside/after',
  'tests/registers/harbour',
])('every diagram of %s is drawn', (register) => {
  const source = runPartners(['report', 'governance', '-r', register, '--format', 'md']).stdout
  const made = runPartners(['report', 'governance', '-r', register, '--format', 'html']).stdout
  const plans = made.match(/<h3 id="milestones[^"]*">[^<]*<\/h3>\s*<figure/g) ?? []
  expect((made.match(/<svg/g) ?? []).length - plans.length).toBe((source.match(/```mermaid/g) ?? []).length)
  expect(made).not.toContain('language-mermaid')
})
