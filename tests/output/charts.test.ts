import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '../../src/output/paper/html.js'
import { escapeMarkdown } from '../../src/reports/engine/escape.js'

/** The picture of a table with a marker above it; undefined where none is drawn. */
const pictureOf = (kind: string, table: string) =>
  /<svg[^]*?<\/svg>/.exec(html(`# Paper\n\n## Section\n\n<!-- chart: ${kind} -->\n${table}`))?.[0]
const table = (head: string, align: string, ...rows: string[]) =>
  [head, align, ...rows].map((it) => `| ${it} |\n`).join('')
/** Words of a picture, as they are read. */
const words = (svg = '') =>
  [...svg.matchAll(/<text[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/g)].map(([, text]) => text)
/** Where bars of a look begin and how long they are. */
const bars = (svg: string, look: string) =>
  [...svg.matchAll(new RegExp(`<rect x="([\\d.]+)" [^>]*?width="([\\d.]+)"[^>]*? class="${look}"`, 'g'))].map(
    ([, x, width]) => [x, width].map(Number),
  )

const VALUES = table(
  'Partnership | Value a year',
  '--- | ---:',
  '[Forensic Network](#section) | £60m',
  'Carers | between about £10m and £30m',
  'Research | up to £6m',
  'CAMHS | £12m (1 of unknown value left out)',
  'New one | not known',
  'Informal | £0',
)

test('bars are as long as their figures', () => {
  const svg = pictureOf('bars', VALUES)!
  const [first, carers, camhs] = bars(svg, 'solid')
  expect(first![1]! / carers![1]!).toBeCloseTo(6, 1)
  expect(first![1]! / camhs![1]!).toBeCloseTo(5, 1)
})

test('an interval is hatched from its lower to its upper end', () => {
  const svg = pictureOf('bars', VALUES)!
  const [carers, research] = bars(svg, 'edge')
  const [, solid] = bars(svg, 'solid')
  expect(carers![0]).toBeCloseTo(solid![1]!, 0)
  expect(carers![1]! / solid![1]!).toBeCloseTo(2, 1)
  expect(research![0]).toBe(0)
})

test('what is not known has its words and a question mark, and no bar; what may be more has a plus', () => {
  const svg = pictureOf('bars', VALUES)!
  expect(words(svg)).toEqual(expect.arrayContaining(['not known', '?', '+', 'perhaps more', 'between these two']))
  expect(bars(svg, 'solid')).toHaveLength(4) // those of £60m, £10m and £12m, and the line of £0
  expect(bars(svg, 'open')).toHaveLength(2 + 2) // in the picture, and in its key
})

test('a link in the table is one in the picture, which then is a group, as pictures hide their links', () => {
  const svg = pictureOf('bars', VALUES)!
  expect(svg).toContain('<a href="#section"><text')
  expect(svg).toMatch(/role="group" aria-labelledby="picture_1_title picture_1_text"/)
  expect(pictureOf('bars', table('A | B', '--- | ---:', 'a | 1', 'b | 2'))).toMatch(/role="img"/)
})

test('a picture has a name and a description of its own, and every id is there once', () => {
  const marked = `<!-- chart: bars -->\n${VALUES}\n`
  const page = html(`# Paper\n\n## One\n\n${marked}\n## Two\n\n### Three\n\n${marked}`)
  expect(page).toContain('<title id="picture_1_title">One: Value a year</title>')
  expect(page).toContain('<title id="picture_2_title">Two, Three: Value a year</title>')
  expect(page.match(/<desc id="picture_\d_text">A bar for each of 6 rows/g)).toHaveLength(2)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
})

test('the table stays, folded where the picture says all of it', () => {
  const whole = html(`<!-- chart: bars -->\n${VALUES}`)
  expect(whole).toContain('<details class="figures"><summary>The figures as a table</summary>')
  expect(whole).toContain('<td style="text-align:right" class="short">up to £6m</td>')
  const more = html(`<!-- chart: bars -->\n${table('A | B | C', '--- | ---: | ---', 'a | 1 | x', 'b | 2 | y')}`)
  expect(more).toContain('<details class="figures" open>')
})

test.each([
  ['no rows', table('A | B', '--- | ---:')],
  ['nothing known', table('A | B', '--- | ---:', 'a | not known', 'b | not stated')],
  ['one figure only', table('A | B', '--- | ---:', 'a | 1', 'b | not stated')],
  ['zeros', table('A | B', '--- | ---:', 'a | 0', 'b | none')],
  ['two currencies', table('A | B', '--- | ---:', 'a | £1m', 'b | €2m')],
  ['no column of figures', table('A | B', '--- | ---', 'a | 1', 'b | 2')],
  [
    'more rows than can be read',
    table('A | B', '--- | ---:', ...Array.from({ length: 41 }, (_, index) => `a | ${index}`)),
  ],
])('a chart of nothing is left out, and the table is as it was: %s', (_, it) => {
  for (const kind of ['bars', 'stacked', 'map', 'timeline']) {
    expect(pictureOf(kind, it)).toBeUndefined()
    expect(html(`<!-- chart: ${kind} -->\n${it}`)).toBe(html(it))
  }
})

const DOCUMENTS = table(
  'Type | In force | Expired | Missing',
  '--- | ---: | ---: | ---:',
  'Contract | 4 | 2 | 6',
  'Insurance | 1 | – | not known',
)

test('stacked bars have a piece for each figure, in an order that the key gives, and a question mark for what is not known', () => {
  const svg = pictureOf('stacked', DOCUMENTS)!
  expect(words(svg)).toEqual([
    'In force',
    'Expired',
    'Missing',
    'Contract',
    '4 · 2 · 6',
    'Insurance',
    '1 · – · not known',
    '?',
  ])
  const pieces = [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" height="16" width="([\d.]+)"/g)].map((it) =>
    it.slice(1).map(Number),
  )
  const [four, two, six, one] = pieces
  expect(two![0]).toBeCloseTo(four![1]!, 0)
  expect(four![1]! / two![1]!).toBeCloseTo(2, 1)
  expect(six![1]! / one![1]!).toBeCloseTo(6, 1)
  expect(
    new Set([...svg.matchAll(/height="16" [^/]*?(class="[^"]*"(?: fill="[^"]*")?)/g)].map(([, look]) => look)).size,
  ).toBe(4)
})

const MAP = table(
  'Consequence ↓ likelihood → | 1 rare | 2 almost certain',
  '--- | --- | ---',
  '2 major | **M** – | **E** **2:** no. 3 and 4',
  '1 minor | **L** – | **H** **1:** no. 1',
)

test('a map has a square for each cell, with its letter, how many there are, and which', () => {
  const svg = pictureOf('map', MAP)!
  expect(svg.match(/class="square"/g)).toHaveLength(4)
  expect(words(svg)).toEqual([
    'Likelihood',
    'Consequence',
    '1 rare',
    '2 almost certain',
    '2 major',
    'M',
    '–',
    'E',
    '2',
    'no. 3 and 4',
    '1 minor',
    'L',
    '–',
    'H',
    '1',
    'no. 1',
  ])
  expect(svg).toMatch(/fill="#c3201f" class="square"\/><text [^>]*class="letter" fill="#ffffff">E</)
  expect(svg).toContain('2 by 2 squares, Consequence upwards and Likelihood to the right.')
})

test('a map of other bands has their letters on grey; one without risks is left out', () => {
  expect(pictureOf('map', MAP.replace('**E**', '**Ext**'))).toMatch(/fill="#e6e9ec" class="square"\/><text [^>]*>Ext</)
  expect(pictureOf('map', MAP.replaceAll(/\*\*\d:\*\* no[^|]*/g, '– '))).toBeUndefined()
})

const PLAN = table(
  'Step | Start | End | State',
  '--- | --- | --- | ---',
  'Clean up | 1 April 2019 | 31 October 2019 | ahead',
  'Standard | April 2019 | – | out',
  'Review | 2020-06-30 | | ahead',
  'Merger | not stated | not stated | ahead',
  'Contract | 2021 | 2022/23 | ahead',
)

test('a timeline has bars from the first to the last day, a mark on a single day, and words where none is known', () => {
  const svg = pictureOf('timeline', PLAN)!
  expect(words(svg)).toEqual(
    expect.arrayContaining(['2019', '2023', '1 April 2019 – 31 October 2019', '2020-06-30', 'not stated']),
  )
  const drawn = bars(svg, 'solid')
  const [cleaning, contract] = [drawn[0]![1]!, drawn.at(-1)![1]!]
  expect(contract / cleaning).toBeCloseTo((2 * 365 + 90) / 214, 1)
  expect(svg.match(/<path d="M[\d ]+l6.5/g)).toHaveLength(1 + 1) // a month is too short for a bar on a line of years
})

test('a timeline of one year is divided into months', () => {
  const svg = pictureOf('timeline', table('A | When', '--- | ---', 'a | 3 March 2019', 'b | May to June 2019'))!
  expect(words(svg)).toEqual(expect.arrayContaining(['Mar 2019', 'Apr', 'May', 'Jun']))
})

test('a long name is cut in the picture, and whole in its title', () => {
  const name = 'Partnership for the health and care of everybody in the county and beyond its borders'
  const svg = pictureOf('bars', table('A | B', '--- | ---:', `${name} | between about £1m and £2m`, 'b | £5m'))!
  expect(words(svg)[0]).toMatch(/^Partnership for the .*…$/)
  expect(svg).toContain(`<title>${name}</title>`)
})

// characters that mean something in markdown, HTML or SVG, often; any other, sometimes
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'<>&"\'`|\\[]()*_ \u001b\n;#!-', '</svg>', '<script>', ']]>', '](javascript:x)'),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''))

test.each(['bars', 'stacked', 'map', 'timeline'])(
  'no name becomes markup, and the page is the same twice: %s',
  (kind) => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const [name, value] = [escapeMarkdown(a), escapeMarkdown(b)]
        const markdown = `## S\n\n<!-- chart: ${kind} -->\n${table(
          `${name} | ${name} | ${value}`,
          '--- | ---: | ---:',
          `${name} | **M** ${value} | 2`,
          `${name} | 3 | **1:** ${value}`,
          `${value} | 2019 | 2021`,
        )}`
        const page = html(markdown)
        expect(html(markdown)).toBe(page)
        const svg = /<svg[^]*<\/svg>/.exec(page)?.[0] ?? ''
        const names = new Set([...svg.matchAll(/<\/?([^\s/>]*)/g)].map(([, tag]) => tag))
        const drawn = ['svg', 'title', 'desc', 'defs', 'pattern', 'path', 'circle', 'rect', 'text', 'g', 'a']
        expect([...names].filter((it) => !drawn.includes(it!))).toEqual([])
        expect(svg).not.toMatch(/href="javascript:|="[^"]*(?:NaN|undefined|Infinity)/)
        expect(svg).not.toContain('\u001b')
        expect(svg.match(/&(?!amp;|lt;|gt;|quot;)/)).toBeNull()
      }),
      { numRuns: 300 },
    )
  },
)
