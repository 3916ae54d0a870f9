import { describe, expect, test } from 'vitest'
import { bodyText } from '../../src/output/paper/body-text.js'
import { runPartners } from '../run-partners.js'

const paper = (...args: string[]) => runPartners(['report', ...args]).stdout
const TRAILER =
  /^To verify: paper ([a-z -]+); (revision [0-9a-f]{40}[^;]*|[^;]+); as of (\d{4}-\d\d-\d\d); options (.+); partners (\S+); template ([0-9a-f]{32}); text ([0-9a-f]{32})\.$/m
const trailerOf = (text: string) => {
  const [, name, , asOf, options, , template, body] = TRAILER.exec(text)!
  return { name, asOf, options, template, body }
}

describe('the trailer of a paper', () => {
  const plain = trailerOf(paper('risk'))

  test('says what it was made of', () => {
    expect(plain).toMatchObject({ name: 'risk', asOf: '2019-04-30', options: 'none' })
    expect(trailerOf(paper('board-update'))).toMatchObject({ options: expect.stringMatching(/^\\?--update 2019-04$/) })
    expect(trailerOf(paper('partnership', 'omhp')).name).toBe('partnership omhp')
    expect(trailerOf(paper('evidence', '--seed', 'x; y`z|', '--sample', '1')).options).toMatch(
      /--sample 1 \\?--seed 'x; y\\`z\\\|'$/,
    )
  })

  test('is the same when the paper is made again, and another one for another day', () => {
    expect(trailerOf(paper('risk'))).toEqual(plain)
    expect(trailerOf(paper('register', '--as-of', '2019-06-30')).body).not.toBe(trailerOf(paper('register')).body)
  })

  test('has the same digest whoever presents it, as names are given when it is made', () => {
    const of = (...args: string[]) => trailerOf(paper('board-update', ...args))
    expect(of('--presenter', 'A. Person', '--author', 'B. Person')).toEqual(of())
  })

  test('is the last that a paper says, in every format', () => {
    expect(paper('risk').trimEnd().split('\n').at(-1)).toMatch(TRAILER)
    expect(paper('risk', '--format', 'text').replace(/\s+/g, ' ')).toMatch(/text [0-9a-f]{32}\. ?$/)
    expect(paper('risk', '--format', 'html')).toMatch(/text [0-9a-f]{32}\.<\/p>\s*<\/main>/)
  })
})

describe('the words of a body', () => {
  test.each([
    ['emphasis, links and escapes', '**A** [b](#c) d\\*e &amp; f', 'A b d*e & f'],
    ['a table, cell by cell', '| A | B |\n| --- | --- |\n| 1 | 2 |', 'A\nB\n1\n2'],
    ['spaces and hyphens that keep a line together', '1\u00A0April 2019\u20114', '1 April 2019-4'],
    [
      'no name of the front sheet',
      '| A | B |\n| --- | --- |\n| Author | Somebody |\n| Purpose | x |',
      'A\nB\nPurpose\nx',
    ],
    ['no marker and no diagram', '<!-- chart: bars -->\n\n```mermaid\ngraph\n```\n\nWords.', 'Words.'],
    ['nothing of the foot', 'Words.\n\n---\n\nMade by us.', 'Words.'],
  ])('%s', (_, markdown, words) => expect(bodyText(markdown)).toBe(words))

  test('a figure that was changed by one sign is another body', () => {
    expect(bodyText('It is £1.5m.')).not.toBe(bodyText('It is £15m.'))
  })
})
