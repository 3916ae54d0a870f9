import { expect, test } from 'vitest'
import { html } from '../../src/output/paper/html.js'
import { checkStyleSheet } from '../../src/output/paper/style-sheet.js'

const png = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' as const }

test('the logo is at the top, with its words, and only then are pictures allowed', () => {
  const page = html('# P', { house: { logo: { ...png, alt: 'Trust & "Co"' } } })
  expect(page).toContain(
    '<header><img src="data:image/png;base64,AQID" alt="Trust &amp; &quot;Co&quot;"></header>\n<main>',
  )
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
  expect(html('# P')).not.toContain('img-src')
})

test('each printed page has its number, the title, the meeting, the marking and the two lines', () => {
  const page = html('# Update', {
    house: { header: 'Our Trust', footer: 'Papers', marking: 'OFFICIAL', meeting: 'Board, 24 April 2019' },
  })
  expect(page).toContain('@bottom-right { content: "Page " counter(page) " of " counter(pages)')
  expect(page).toContain('@top-left { content: "Our Trust · Update"')
  expect(page).toContain('@top-right { content: "Board, 24 April 2019 · OFFICIAL"')
  expect(page).toContain('@bottom-left { content: "Papers"')
  expect(page).toContain('@page :first { @top-left { content: "Our Trust" } }') // its title is below
})

test('no title or line ends the style of the page', () => {
  const evil = '</style><script>x</script>"; } body { display: none }\n\\'
  const page = html(`# ${evil.replace('<', '\\<')}`, {
    house: { header: evil, footer: evil, marking: evil, meeting: evil },
  })
  expect(page.match(/<\/style>/g)).toHaveLength(1)
  const style = /<style>([^]*)<\/style>/.exec(page)![1]!
  expect(style).not.toMatch(/<|body \{ display/)
})

test('the own style sheet comes last; one that reaches outside is refused', () => {
  expect(html('# P', { house: { styleSheet: 'h1 { color: green }' } })).toContain('h1 { color: green }</style>')
  expect(() => html('# P', { house: { styleSheet: 'a\n@import "x.css";' } })).toThrow(
    'line 2: the style sheet imports another one',
  )
})

test.each([
  'h1 { color: #005eb8 }',
  'h1::before { content: "\\201C" }',
  'i { background: url(data:image/png;base64,AA) }',
  "i { background: url( 'data:x' ) }",
  '@media print { h1 > a { color: red } }',
])('may be used: %s', (css) => expect(checkStyleSheet(css)).toBeUndefined())

test.each([
  ['</style><script>', 'mark of HTML'],
  ['\n\n</STYLE', 'mark of HTML'],
  ['<!-- h1 {}', 'mark of HTML'],
  ['@IMPORT "https://example.org/x.css";', 'imports'],
  ['@\\69mport "x"', 'imports'],
  ['/* @import "x" */', 'imports'],
  ['i { background: url(https://example.org/x.png) }', 'from elsewhere'],
  ['i { background: URL("x.png") }', 'from elsewhere'],
  ['i { background: u\\72l(x.png) }', 'from elsewhere'],
  ['i { background: url(  //example.org) }', 'from elsewhere'],
  ['i { background: image-set("x.png" 1x) }', 'image-set'],
])('is refused: %j', (css, message) => {
  expect(checkStyleSheet(css)?.message).toContain(message)
  expect(checkStyleSheet(css)?.line).toBe(css.split('\n').length)
})

test('a picture of the register is in the page; any other one is a link, as nothing is fetched', () => {
  const pictures = new Map([['maps/our area.png', png]])
  const page = html(
    '![Our *area*](<maps/our area.png>) ![x](https://example.org/x.png) [![y](y.png)](z) ![j](javascript:x)',
    { pictures },
  )
  expect(page).toContain('<img src="data:image/png;base64,AQID" alt="Our area">')
  expect(page).toContain('<a href="https://example.org/x.png">x</a>')
  expect(page).toContain('<a href="z">y</a>')
  expect(page).not.toMatch(/<img[^>]*(?:http|y\.png)|(?:href|src)="javascript/)
})

test('the front sheet has headings of its rows, and no row without words above them', () => {
  const page = html('<!-- front sheet -->\n| | |\n| --- | --- |\n| Meeting | Board |\n| Purpose | **To note** |\n')
  expect(page).toContain('<div class="table front-sheet" ')
  expect(page).toContain('<th scope="row">Meeting</th>\n<td>Board</td>')
  expect(page).not.toContain('<thead>')
  const headed = html('<!-- front sheet -->\n| As at | **1 May** |\n| --- | --- |\n| Meeting | Board |\n')
  expect(headed).toContain('<th scope="row">As at</th>\n<td><strong>1 May</strong></td>')
  expect(headed).not.toMatch(/<thead>|scope="col"/)
})

test('an annex begins on a new page of print', () => {
  const page = html('# P\n\n## Annex A: list\n\n## Annexation\n')
  expect(page).toContain('<h2 id="annex-a-list" class="annex">')
  expect(page.match(/class="annex"/g)).toHaveLength(1)
})

test('no two tables have the same label', () => {
  const table = '| A |\n| --- |\n| a |\n\n'
  const page = html(`# P\n\n${table}## One\n\n### Documents\n\n${table}${table}## Two\n\n### Documents\n\n${table}`)
  expect([...page.matchAll(/role="region" (aria-\w+="[^"]+")/g)].map(([, label]) => label)).toEqual([
    'aria-labelledby="p"',
    'aria-labelledby="one documents"',
    'aria-label="One, Documents, table 2"',
    'aria-labelledby="two documents-2"',
  ])
})

test('a grade with its trend has its colour, and a day stays on one line', () => {
  const page = html('# T\n\n| Outcomes | Due |\n| --- | --- |\n| **R** ▼ | October 2019 |\n')
  expect(page).toContain('<td class="grade-r"><strong>R</strong> ▼</td>')
  expect(page).toContain('<td class="day">October 2019</td>')
})
