import { describe, expect, test } from 'vitest'
import { checkNarrative } from '../../src/reports/engine/check-narrative.js'
import { checkTemplate } from '../../src/reports/engine/check-template.js'
import { checkSyntax } from '../../src/reports/engine/template-problem.js'
import { view } from './view.js'

const check = (source: string, partials: Record<string, string> = {}) =>
  checkTemplate(source, view, partials).map((it) => `${it.line}:${it.column} ${it.message}; ${it.hint}`)
const first = (source: string, partials: Record<string, string> = {}) => check(source, partials)[0]

describe('names that are right', () => {
  test.each([
    '{{title}} {{said note}}',
    '{{#each partnerships}}{{name}} {{money value}} {{../title}} {{@root.lead.role}}{{#if @first}}!{{/if}}{{/each}}',
    '{{#each partnerships as |it index|}}{{it.name}}{{#each it.tags}}{{this}}{{it.name}}{{/each}}{{/each}}',
    '{{#each partnerships}}{{this.name}}{{./name}}{{#with ../lead}}{{role}}{{../name}}{{../../title}}{{/with}}{{/each}}',
    '{{#with lead}}{{role}}{{else}}{{title}}{{/with}}{{#unless note}}x{{else if hasLast}}y{{/unless}}',
    '{{^if hasLast}}{{title}}{{/if}}{{#each byKind}}{{@key}} {{label}}{{/each}}',
    '{{#if (some held)}}{{plural held "one" "many"}}{{/if}}{{#if (is lead.state "well")}}{{money sum}}{{/if}}',
    '{{#if maybe}}{{money maybe}}{{/if}}{{! a comment }}{{#each partnerships}}{{names tags}}{{/each}}',
    'text\n\n  {{prose note}}\n\n{{#each partnerships}}{{> row}}{{/each}}{{> who lead}}',
    '{{#each partnerships}}{{join tags "; "}}{{/each}}{{#join partnerships ", "}}{{name}}{{#if @last}}.{{/if}}{{/join}}',
    '{{mermaid note}}\n\n{{#each partnerships}}\n{{indent tags}}- {{name}}\n{{/each}}',
    '{{chart "bars"}}\n| A | B |\n| --- | ---: |\n| a | 1 |\n',
  ])('%s', (source) => {
    expect(check(source, { row: '{{name}} {{money value}}', who: '{{role}}' })).toEqual([])
  })
})

describe('misspelt names', () => {
  test.each([
    ['a\n{{titel}}', '2:3 "titel" is not in the view; did you mean title?'],
    ['{{#each partnership}}{{/each}}', '1:9 "partnership" is not in the view; did you mean partnerships?'],
    ['{{#each partnerships}}\n  {{nam}}{{/each}}', '2:5 "nam" is not in the view; did you mean name?'],
    ['{{#if nte}}{{/if}}', '1:7 "nte" is not in the view; did you mean note?'],
    ['{{#if note}}{{else if hasLst}}{{/if}}', '1:23 "hasLst" is not in the view; did you mean hasLast?'],
    ['{{#with leed}}{{/with}}', '1:9 "leed" is not in the view; did you mean lead?'],
    ['{{#with lead}}{{rol}}{{/with}}', '1:17 "rol" is not in the view; did you mean role?'],
    ['{{money totl}}', '1:9 "totl" is not in the view; did you mean total?'],
    ['{{#if (some hld)}}{{/if}}', '1:13 "hld" is not in the view; did you mean held?'],
    ['{{mony total}}', '1:3 there is no helper "mony"; did you mean money?'],
    ['{{#eech partnerships}}{{/eech}}', '1:4 there is no block "eech"; did you mean each?'],
    ['{{> raw}}', '1:5 there is no partial "raw"; did you mean row?'],
    ['{{#each partnerships}}{{../titel}}{{/each}}', '1:25 "titel" is not in the view; did you mean title?'],
    ['{{@root.titel}}', '1:3 "titel" is not in the view; did you mean title?'],
    ['{{#each partnerships as |it|}}{{it.nam}}{{/each}}', '1:33 "nam" is not in the view; did you mean name?'],
    ['{{#each partnerships}}{{#if @frst}}{{/if}}{{/each}}', '1:29 there is no @frst here; did you mean first?'],
    ['{{title.constructor}}', '1:3 "constructor" is not in the view; "title" is a text, which has no parts'],
    ['{{#with title}}{{registr}}{{/with}}', '1:18 "registr" is not in the view; "this" is a text, which has no parts'],
    ['{{../title}}', '1:3 "../title" leads out of the view; take out a ../'],
  ])('%s', (source, told) => expect(first(source, { row: '' })).toBe(told))

  test('are told all at once, in the order of the text', () => {
    expect(check('{{b1}}\n{{#if c1}}{{d1}}{{/if}}').map((it) => it.split(' ')[0])).toEqual(['1:3', '2:7', '2:13'])
  })

  test('have offsets, with any kind of line ends', () => {
    const source = 'é\r\n😀 {{#if note}}\r\n{{money totl}}{{/if}}'
    const [problem] = checkTemplate(source, view, {})
    expect(source.slice(problem!.start, problem!.end)).toBe('totl')
  })
})

describe('values that cannot be used so', () => {
  test.each([
    ['{{total}}', '1:3 "total" is a figure; print it with {{money total}}'],
    ['{{held}}', '1:3 "held" is a figure; print it with {{count held}}'],
    ['{{money held}}', '1:9 "held" is a count figure, and money takes a money figure; print it with {{count held}}'],
    ['{{count sum}}', '1:9 "sum" is a money figure, and count takes a count figure'],
    ['{{money title}}', '1:9 "title" is a text, and money takes a money figure'],
    ['{{money "5"}}', '1:9 money takes a money figure here'],
    ['{{money}}', '1:3 money takes 1 value, not 0'],
    ['{{money total title}}', '1:3 money takes 1 value, not 2'],
    ['{{money total as="k"}}', '1:15 helpers take no named values such as as='],
    ['{{names partnerships}}', '1:9 "partnerships" is a list, and names takes a list of texts'],
    ['{{plural held 1 "many"}}', '1:15 plural takes a text here'],
    ['{{held.count}}', '1:3 "count" is not in the view; "held" is a figure, which has no parts'],
    ['{{year}}', '1:3 "year" is a number, which cannot be printed as it is'],
    ['{{said year}}', '1:8 "year" is a number, and said takes a text'],
    ['{{hasLast}}', '1:3 "hasLast" is a flag, which cannot be printed'],
    ['{{lead}}', '1:3 "lead" is a group, which cannot be printed'],
    ['{{partnerships}}', '1:3 "partnerships" is a list, which cannot be printed'],
    ['{{partnerships.length}}', '1:3 "partnerships" is a list, of which "length" is no part'],
    ['{{#each partnerships}}{{@index}}{{/each}}', '1:25 @index cannot be printed'],
    ['{{@index}}', '1:3 there is no @index here'],
    ['{{#if held}}{{/if}}', '1:7 "held" is a figure, which is always there; write (some held)'],
    ['{{#if (count held)}}{{/if}}', '1:8 count prints, and is not a condition'],
    ['{{some held}}', '1:3 some is a condition, which prints nothing'],
    ['{{#each title}}{{/each}}', '1:9 "title" is not a list'],
    ['{{#each partnerships limit=3}}{{/each}}', '1:1 {{#each}} takes one name'],
    ['{{#join partnerships}}{{/join}}', '1:1 {{#join}} takes a list and a text; write {{#join name "; "}}'],
    ['{{#join title "; "}}{{/join}}', '1:9 "title" is not a list; join goes through a list'],
    ['{{#join partnerships title}}{{/join}}', '1:1 {{#join}} takes a list and a text'],
    ['{{join partnerships "; "}}', '1:8 "partnerships" is a list, and join takes a list of texts'],
    ['{{#each partnerships}}{{join tags name}}{{/each}}', '1:35 "name" is a text, and join takes a text in quotes'],
    ['a {{prose note}}', '1:3 prose has paragraphs'],
    ['a {{mermaid note}}', '1:3 mermaid has lines of a diagram'],
    ['{{chart "bar"}}', '1:9 chart does not know "bar"; did you mean bars?'],
    ['{{chart "pie"}}', '1:9 chart does not know "pie"; names here: bars, stacked, map, timeline'],
    ['{{chart note}}', '1:9 "note" is a text, and chart takes a text in quotes'],
    ['| {{chart "map"}} |', '1:3 chart has a mark for the table below, but is beside other text here'],
    ['{{percent total}}', '1:11 "total" is a money figure, and percent takes a per cent figure'],
    ['{{{title}}}', '1:1 three braces'],
    ['{{&title}}', '1:1 three braces'],
    ['{{"title"}}', '1:3 text in braces is not a name'],
    ['{{true}}', '1:3 text in braces is not a name'],
    ['{{lookup lead "role"}}', '1:3 there is no helper "lookup"'],
    ['{{#> row}}{{/row}}', '1:1 this kind of tag is not used in papers'],
    ['{{> (lookup lead "role")}}', '1:5 there is no partial ""'],
  ])('%s', (source, told) => expect(first(source, { row: '' })).toContain(told))
})

describe('partials', () => {
  const told = (source: string, partials: Record<string, string>) =>
    checkTemplate(source, view, partials).map(({ partial = 'template', line, column, message, calls }) => {
      const from = calls.map((it) => `${it.partial ?? 'template'}:${it.line}:${it.column}`)
      return [`${partial}:${line}:${column} ${message}`, ...from].join(' < ')
    })

  test('are checked with what they are given, and told at their own place', () => {
    expect(told('a\n{{> row lead}}', { row: '\n {{nam}}' })).toEqual([
      'row:2:4 "nam" is not in the view < template:2:5',
    ])
    expect(told('{{#each partnerships}}{{> row}}{{/each}}', { row: '{{name}} {{title}}' })).toEqual([
      'row:1:12 "title" is not in the view < template:1:27',
    ])
  })

  test('that are called from one another tell each call', () => {
    expect(told('{{> a}}', { a: 'x {{> b}}', b: '{{x}}' })).toEqual([
      'b:1:3 "x" is not in the view < a:1:7 < template:1:5',
    ])
  })

  test('that are called twice are told once', () => {
    expect(told('{{> row}}{{> row}}', { row: '{{x}}' })).toEqual(['row:1:3 "x" is not in the view < template:1:5'])
  })

  test('cannot call themselves', () => {
    expect(told('{{> a}}', { a: '{{> b}}', b: '{{> a}}' })).toEqual([
      'b:1:5 the partial "a" calls itself < a:1:5 < template:1:5',
    ])
    expect(told('{{> a}}', { a: '{{> a}}' })[0]).toContain('a:1:5 the partial "a" calls itself')
  })

  test('that nobody calls are read, and no more', () => {
    expect(checkSyntax('{{whatever}} {{#each of}}{{this}}{{/each}}')).toEqual([])
    expect(checkSyntax('{{#if x}}')[0]?.message).toBe('a block is not closed before the end')
  })
})

test.each([
  ['a\n\n{{#if note}\n{{/if}}', '3:11 the template cannot be read'],
  ['a\n{{#if note}}{{/each}}', '2:4 {{#if}} is closed by {{/each}}'],
  ['{{#if note}}', '1:13 a block is not closed before the end'],
])('a template that cannot be read: %j', (source, told) => expect(first(source)).toContain(told))

test('a section cannot print a section', () => {
  expect(checkNarrative('{{narrative.purpose}}', view, {})[0]?.message).toBe('"narrative" is not in the view')
  expect(checkNarrative('{{count held}}', view, {})).toEqual([])
})
