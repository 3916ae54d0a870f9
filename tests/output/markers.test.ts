import { expect, test } from 'vitest'
import { html } from '../../src/output/paper/html.js'
import { terminal } from '../../src/output/paper/terminal.js'

const TABLE = '| A | B |\n| --- | ---: |\n| a | 1 |\n'
const view = { width: 80, colour: false }

test.each([
  ['before a table', `<!-- chart: bars -->\n${TABLE}`],
  ['with a blank line between', `<!-- front sheet -->\n\n${TABLE}`],
  ['after a paragraph, at once', `Words.\n<!-- chart: map -->\n${TABLE}`],
  ['of a kind that nobody knows', `<!-- chart: pie -->\n${TABLE}`],
  ['at the end', `${TABLE}\n<!-- front sheet -->`],
])('no reader sees a marker: %s', (_, markdown) => {
  expect(html(markdown)).not.toContain('!--')
  expect(html(markdown)).toContain('<table>')
  expect(terminal(markdown, view)).not.toContain('!--')
  expect(terminal(markdown, view)).toContain('a  1')
})

test('a marker in a block of code, or with its sign escaped, is text', () => {
  for (const text of ['```\n<!-- chart: bars -->\n```\n', '\\<!-- chart: bars -->\n', 'a <!-- chart: bars -->\n']) {
    expect(html(text)).toContain('&lt;!-- chart: bars --&gt;')
    expect(terminal(text, view)).toContain('<!-- chart: bars -->')
  }
})
