import { describe, expect, test } from 'vitest'
import { countFigure } from '../../src/figures/figure.js'
import { html } from '../../src/output/paper/html.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { renderMarkdown } from '../../src/reports/engine/render.js'
import { traceAppendix } from '../../src/reports/engine/trace.js'
import { place, pounds } from './view.js'

const render = (template: string, view: object, narrative = {}) =>
  renderMarkdown(template, {}, view, readTemplates, narrative)
const bodyOf = (markdown: string) => /<main>\n([^]*)<\/main>/.exec(html(markdown))![1]!

describe('hostile data stays text', () => {
  test.each([
    ['{{danger}}', '<p>{{danger}}</p>'],
    ['{{{money total}}}', '<p>{{{money total}}}</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['](javascript:alert(1))', '<p>](javascript:alert(1))</p>'],
    ['![x](https://example.org/x.png)', '<p>![x](https://example.org/x.png)</p>'],
    ['a\n\n# b', '<p>a # b</p>'],
    ['__a__ **b** `c` ~~d~~ &amp; e_f', '<p>__a__ **b** `c` ~~d~~ &amp;amp; e_f</p>'],
    ['1. a', '<p>1. a</p>'],
    ['---', '<p>---</p>'],
    ['\\', '<p>\\</p>'],
  ])('%j', (x, shown) => expect(bodyOf(render('{{x}}', { x }).markdown).trim()).toBe(shown))

  test.each(['1.0', '1.5 and 2)', 'A&E', 'R&D; A&E', '-5%', '+3', '#5', '=x'])(
    '%s is no markup, and has no backslash',
    (x) => {
      expect(render('{{x}}', { x }).markdown).toBe(`${x}\n`)
      expect(bodyOf(render('- {{x}}', { x }).markdown)).toContain(`<li>${x.replaceAll('&', '&amp;')}</li>`)
    },
  )

  test('in a table, whatever it is, a cell stays one cell', () => {
    for (const x of ['a|b', 'a\nb', '\\|', 'a\\', '`|`']) {
      const page = bodyOf(render('| A | B |\n| --- | --- |\n|{{x}}|end|', { x }).markdown)
      expect(page.match(/<td>/g)).toHaveLength(2)
      expect(page).toContain(`<td>${x.replace('\n', ' ')}</td>`)
      expect(page).toContain('<td>end</td>')
    }
  })

  test('at the end of a heading, and where the template goes on', () => {
    expect(bodyOf(render('## {{x}}', { x: 'C #' }).markdown)).toContain('>C #</h2>')
    expect(bodyOf(render('{{x}};', { x: '&lt' }).markdown)).toContain('<p>&amp;lt;</p>')
    expect(bodyOf(render('{{x}}{{y}}', { x: '1', y: '. a' }).markdown)).toContain('<p>1. a</p>')
  })

  test('in partials, lists and names', () => {
    const partials = { row: '- {{this}}\n' }
    const view = { all: ['*a*', '{{b}}'] }
    const { markdown } = renderMarkdown(
      '{{#each all}}\n{{> row}}\n{{/each}}\n\n{{names all}}',
      partials,
      view,
      readTemplates,
    )
    expect(markdown).toBe('- \\*a\\*\n- {{b}}\n\n\\*a\\* and {{b}}\n')
  })
})

test('a list is joined by what the template says, as texts or as what is written of each', () => {
  const view = {
    all: [
      { name: '*a*', parts: ['b', '| c'] },
      { name: 'd', parts: [] },
    ],
    none: [],
  }
  const template =
    '{{#join all "; "}}{{name}}{{#if parts}} ({{join parts " / "}}){{/if}}{{/join}}{{#join none ", "}}x{{else}}.{{/join}}'
  expect(render(template, view).markdown).toBe('\\*a\\* (b / \\| c); d.\n')
})

test('a diagram is a block that nothing in it can close; an item stands as deep as its path is long', () => {
  const { markdown } = render('{{mermaid x}}\n\n{{#each all}}\n{{indent path}}- {{name}}\n{{/each}}', {
    x: 'flowchart BT\n```\n# a',
    all: [
      { path: [], name: 'a' },
      { path: ['a', 'b'], name: 'c' },
    ],
  })
  expect(markdown).toBe('```mermaid\nflowchart BT\n#96;#96;#96;\n# a\n```\n\n- a\n    - c\n')
  expect(render('{{mermaid x}}', { x: null }).markdown).toBe('\n')
})

test('conditions see the text as it was written', () => {
  expect(render('{{#if (is x "a_*")}}yes{{/if}}', { x: 'a_*' }).markdown).toBe('yes\n')
})

test('prose keeps paragraphs, line breaks and simple lists, and nothing else', () => {
  const x = 'One *a*\n# two\n\n\nThree:\n- a|b\n  more\n- <b>\n\n    code'
  expect(render('{{prose x}}', { x }).markdown).toBe(
    'One \\*a\\*\n\\# two\n\nThree:\n\n- a\\|b\n  more\n- \\<b>\n\ncode\n',
  )
  expect(render('{{prose x}}', { x: null }).markdown).toBe('\n')
})

describe('figures', () => {
  test.each([
    [pounds(8_600_000), '£8.6m'],
    [pounds(0, 2_000_000), 'up to £2m'],
    [pounds(112_400_000, 116_400_000), 'between £112.4m and £116.4m'],
    [null, 'not known'],
  ])('%#: %s', (x, said) => expect(render('{{money x}}', { x }).markdown).toBe(`${said}\n`))

  test('a currency is data, too', () => {
    expect(render('{{money x}}', { x: pounds(5, 5, { currency: '<b>' }) }).markdown).toBe('\\<b> 5\n')
  })

  test('are noted in the order of print, once for each print', () => {
    const view = { a: pounds(1), b: pounds(2), c: pounds(3) }
    const template = '{{money a}}{{#if narrative.purpose}}{{money c}}{{narrative.purpose}}{{/if}}'
    const { markdown, used } = render(template, view, { purpose: ' *so* {{money b}}' })
    expect(markdown).toBe('£1£3 *so* £2\n')
    expect(used.map((it) => it.text)).toEqual(['£1', '£3', '£2'])
  })
})

describe('the narrative', () => {
  test('keeps its markdown, and escapes what it prints', () => {
    const { markdown } = render('{{narrative.a}}', { x: '*b*' }, { a: '**a** {{x}}' })
    expect(markdown).toBe('**a** \\*b\\*\n')
  })

  test('that says nothing leaves the word to the template', () => {
    const template = '{{#if narrative.a}}{{narrative.a}}{{else}}Nothing new.{{/if}}'
    expect(render(template, { x: '' }, { a: '\n{{#if x}}x{{/if}}\n' }).markdown).toBe('Nothing new.\n')
  })
})

describe('the trace', () => {
  const say = ({ at }: { at: object }) => `${(at as { file: string }).file}:1`
  const of = (name: string) => pounds(2, 2, { sources: [{ name, at: place(`partnerships/${name}.yaml`) }] })

  test('tells every printed figure once, in order, with what it was made from', () => {
    const view = { a: of('a|'), b: countFigure('counted', []) }
    const { used } = render('{{count b}} {{money a}} {{count b}}', view)
    expect(traceAppendix(used, say)).toBe(
      '## Appendix: how each figure was made\n\n1. **0:** counted; no entry of the register\n' +
        '2. **£2:** summed\n   - a\\| (partnerships/a\\|.yaml:1)\n',
    )
  })

  test('keeps its entries in their list, however many figures there are', () => {
    const used = Array.from({ length: 1000 }, (_, index) => ({ text: String(index), figure: of('a') }))
    const page = html(traceAppendix(used, say))
    expect(page.match(/<ol>/g)).toHaveLength(1)
    expect(page.match(/<ul>/g)).toHaveLength(1000)
  })

  test('does not take two figures for one because they read the same', () => {
    const { used } = render('{{money a}} {{money b}}', { a: of('a'), b: of('b') })
    expect(traceAppendix(used, say)).toMatch(/a\.yaml:1[^]*b\.yaml:1/)
  })
})
