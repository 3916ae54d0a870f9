import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean } from '../../src/model/clean.js'
import { html } from '../../src/output/paper/html.js'
import { escapeProse } from '../../src/reports/engine/escape.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { renderMarkdown } from '../../src/reports/engine/render.js'

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const textOf = (page: string, tag: string) =>
  new RegExp(`<${tag}(?: [^>]*)?>([^]*?)</${tag}>`).exec(page)?.[1]?.replace(/&\w+;/g, (it) => ENTITIES[it] ?? it)
const shown = (text: string) => clean(text).replace(/ {2,}/g, ' ').trim()

// characters that mean something in markdown, often; any other character, sometimes
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...'\\`*_{}[]()#+-.!|<>&;~=:"\' \n\ta1'), fc.string({ unit: 'grapheme' })))
  .map((parts) => parts.join('').replace(/[\ud800-\udfff]/g, ''))
const PLACES = [
  ['p', 'a {{x}} b', (it: string) => `a ${it} b`],
  ['p', '{{x}}', (it: string) => it],
  ['h2', '## {{x}}', (it: string) => it],
  ['li', '- {{x}}', (it: string) => it],
  ['td', '| A |\n| --- |\n|{{x}}|', (it: string) => it],
  ['strong', 'a **({{x}})** b', (it: string) => `(${it})`],
] as const

test.each(PLACES)('any text comes back from the page as it was: %s, %j', (tag, template, around) => {
  fc.assert(
    fc.property(hostile, (x) => {
      const page = html(renderMarkdown(template, {}, { x }, readTemplates).markdown).replace(/^[^]*<main>/, '')
      expect(textOf(page, tag) ?? '').toBe(around(shown(x)))
    }),
    { numRuns: 1500 },
  )
})

test('any prose has only paragraphs and lists', () => {
  fc.assert(
    fc.property(hostile, (x) => {
      const page = html(escapeProse(x))
        .replace(/^[^]*<main>/, '')
        .replace(/<\/main>[^]*$/, '')
      expect(page.replace(/<\/?(?:p|ul|li)>/g, '')).not.toMatch(/<\/?\w/)
    }),
    { numRuns: 1500 },
  )
})

test('the page is named by its first heading and reaches for nothing outside', () => {
  const page = html('## Before\n\n# A \\<b> & *c*\n\n![x](https://example.org/x.png)\n\n<img src=x>')
  expect(page).toContain('<title>A &lt;b&gt; &amp; c</title>')
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(page).toContain('<html lang="en-GB">')
  expect(page).not.toMatch(/<img|<script|<link|@import|url\(/)
  expect(html('no heading')).toContain('<title>Paper</title>')
})

test('headings have ids of their words, each its own', () => {
  expect(html('# Next steps\n\n## Next steps\n\n## £\n').match(/id="[^"]*"/g)).toEqual([
    'id="next-steps"',
    'id="next-steps-2"',
    'id="section"',
  ])
})

test('tables are named, their columns are headed, and a grade keeps its letter beside its colour', () => {
  const page = html('## Grades\n\n| A | B |\n| --- | --- |\n| **R/A** | **R** too |')
  expect(page).toContain('role="region" aria-labelledby="grades"')
  expect(page.match(/<th scope="col">/g)).toHaveLength(2)
  expect(page).toContain('<td class="grade-ra"><strong>R/A</strong></td>')
  expect(page).toContain('<td><strong>R</strong> too</td>')
})

test('the band of a risk colours the cell that it begins; the colours of grades stay apart', () => {
  const page = html(
    '## Risks\n\n| A | B | C | D |\n| --- | --- | --- | --- |\n| **E** 20 | **H** | **Ha** 3 | **A** 9 |',
  )
  expect(page).toContain('<td class="band-e"><strong>E</strong> 20</td>')
  expect(page).toContain('<td class="band-h"><strong>H</strong></td>')
  expect(page).toContain('<td><strong>Ha</strong> 3</td>')
  expect(page).toContain('<td><strong>A</strong> 9</td>')
})

test('the source of a diagram that is not one of ours is folded', () => {
  const page = html('```mermaid\nflowchart BT\n  n1["a <b>"]\n```\n')
  expect(page).toMatch(/<details><summary>[^<]+<\/summary>\n<pre><code class="language-mermaid">flowchart BT/)
  expect(page).toContain('n1[&quot;a &lt;b&gt;&quot;]')
  expect(html('```\na\n```\n')).not.toContain('<details>')
})
