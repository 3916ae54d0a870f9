import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from '../edits/harbour.js'
import { problemsOf } from './problems-of.js'

const hints = (lines: string) => problemsOf(lines)?.map(([code, , hint]) => `${code} ${hint}`)

/** What fix makes of lines behind those of a whole partnership, and what it proposes. */
const fixed = (lines: string) => {
  const { stdout, file } = change(harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}${lines}\n` }), 'fix')
  return { lines: file().replace(RIVERSIDE, '').trimEnd(), stdout }
}

describe('keys in everyday words', () => {
  test.each([
    ['purpose: x', 'rationale'],
    ['description: x', 'summary'],
    ['budget: 5m', 'value'],
    ['expiry: 2027', 'end'],
    ['Expiry date: 2027', 'end'],
    ['members: x', 'partners'],
    ['notes: x', 'position'],
    ['comments: x', 'position'],
    ['extension: 2028', 'extendable-to'],
    ['documents:\n  - type: agreement\n    expiry: 2027', 'expires'],
    ['documents:\n  - type: agreement\n    notes: x', 'note'],
  ])('%s: %s', (lines, meant) => {
    expect(hints(lines)).toContain(`schema/unknown-key did you mean ${meant}? (a key of your own begins with x-)`)
  })

  test('a term is no minimum term', () => {
    expect(hints('term: 3 years')?.join()).toContain('keys here: name')
  })
})

test.each([
  ['Section 256', 'section-256'],
  ['s256', 'section-256'],
  ['section 76 agreement', 'section-76'],
  ['s75', 'section-75'],
])('%s is a kind: %s', (written, kind) => {
  const text = RIVERSIDE.replace('kind: contract', `kind: ${written}`)
  expect(change(harbour({ 'partnerships/rrp.yaml': text }), 'fix').file()).toContain(`kind: ${kind}\n`)
})

test('a section of a number that does not exist is not found', () => {
  expect(hints('kind: Section 257')?.join()).not.toContain('did you mean')
})

describe('lengths of time as agreements say them', () => {
  test.each([
    ['twelve months', '12 months'],
    ['3 months’ notice', '3 months'],
    ["3 months' written notice", '3 months'],
    ['6 calendar months', '6 months'],
    ['12 mths', '12 months'],
    ['one year', '1 year'],
    ['3 (three) months', undefined],
    ['three (3) months', '3 months'],
    ['three (4) months', undefined],
    ['six months or so', undefined],
  ])('%s', (written, meant) => {
    expect(fixed(`notice: ${written}`).lines).toBe(`notice: ${meant ?? written}`)
  })

  test('no notice is left out', () => {
    expect(hints('notice: none')?.join()).toContain('leave it out where there is none')
  })
})

describe('days as spreadsheets and people write them', () => {
  test.each([
    ['2027-03-31 00:00:00', '2027-03-31'],
    ['2027-03-31T00:00', '2027-03-31'],
    ['None', 'none'],
  ])('%s', (written, day) => {
    expect(fixed(`end: ${written}`).lines).toBe(`end: ${day}`)
  })

  test.each([
    ['46112', '2026-03-31'],
    ['no fixed end', 'none'],
    ['until terminated', 'none'],
    ['rolling', 'none'],
  ])('%s is proposed', (written, day) => {
    const { lines, stdout } = fixed(`end: ${written}`)
    expect(lines).toBe(`end: ${written}`)
    expect(stdout).toContain(`write ${day}?`)
  })

  test('a time of day is no midnight', () => {
    expect(hints('end: 2027-03-31 14:30:00')?.join()).not.toContain('write 2027-03-31;')
    expect(fixed('end: 2027-03-31 14:30:00').lines).toBe('end: 2027-03-31 14:30:00')
  })
})

describe('scores in words', () => {
  const score = (written: string) => `risks:\n- title: A\n  likelihood: ${written}`

  test.each(['4 - Likely', '4 Likely', 'Likely (4)'])('%s says it twice', (written) => {
    const text = RIVERSIDE.replace('  likelihood: 4\n', `  likelihood: ${written}\n`)
    expect(change(harbour({ 'partnerships/rrp.yaml': text }), 'fix').file()).toContain('  likelihood: 4\n')
  })

  test('Likely alone is proposed', () => {
    expect(hints(score('Likely'))).toEqual(['schema/number write 4'])
  })

  test.each(['3 - Likely', 'quite likely'])('%s is left to a person', (written) => {
    expect(hints(score(written))).toEqual(['schema/number write a whole number from 1 to 5'])
  })
})
