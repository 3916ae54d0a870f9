import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, parseInexactDay } from '../../src/model/day.js'
import { dayError } from '../../src/model/field-errors.js'
import { registerOf } from '../make-register.js'
import { runBinary } from '../run-partners.js'
import { change, harbour, RIVERSIDE } from '../edits/harbour.js'
import { problemsOf } from './problems-of.js'

describe('two years in a row are a financial year or two calendar years', () => {
  const asked = [
    'schema/ambiguous-day',
    expect.stringContaining('can be read as the financial year 2026/27 or as the calendar years 2026 and 2027'),
    'write 2026/27 for the financial year, or 2026-01/2027-12',
  ]
  const forms = ['2026-2027', '2026/2027', '2026 / 2027', '2026–2027', '2026 to 2027']

  test.each(forms)('%s is asked about', (text) => {
    expect(problemsOf(`end: ${text}`)).toEqual([asked])
  })

  test.each([
    `start: ${forms[0]}`,
    `end: ${forms[0]}`,
    `value:\n  amount: 1\n  period: ${forms[0]}`,
    `reviews:\n  - date: ${forms[0]}`,
    `documents:\n  - type: agreement\n    signed: ${forms[0]}`,
    `documents:\n  - type: agreement\n    expires: ${forms[0]}`,
    `actions:\n  - title: Agree\n    due: ${forms[0]}`,
  ])('in every field: %s', (lines) => {
    expect(problemsOf(lines)).toEqual([asked])
  })

  test.each(forms)('fix leaves %s as it is', (text) => {
    const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}end: ${text}\n` })
    expect(change(root, 'fix').file()).toContain(`end: ${text}\n`)
  })

  test.each([
    ['set', 'rrp', 'end', '2026-2027'],
    ['record', 'document', 'rrp', '--type', 'agreement', '--signed', '2026/2027'],
    ['new', 'Haven', '--kind', 'grant', '--start', '2026 to 2027'],
    ['end', 'rrp', '--on', '2026-2027'],
  ])('%s refuses it', (...args) => {
    const { code, stderr } = change(harbour(), ...args)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('write 2026/27 for the financial year, or 2026-01/2027-12'),
    })
  })

  test('the two answers are read', () => {
    expect(parseInexactDay('2026/27')).toMatchObject({ first: '2026-04-01', last: '2027-03-31' })
    expect(parseInexactDay('2026-01/2027-12')).toMatchObject({ first: '2026-01-01', last: '2027-12-31' })
  })

  test('years further apart are a range where that is how they are written, otherwise proposed', () => {
    expect(parseInexactDay('2019/2024')).toMatchObject({ first: '2019-01-01', last: '2024-12-31' })
    expect(parseInexactDay('2019-2024')).toEqual({ kind: 'other-order', day: '2019/2024', isDoubtful: true })
    expect(parseInexactDay('2024 to 2019')).toEqual({ kind: 'backwards' })
  })
})

test.each([
  ['0050', 'the year 50 is not between 1800 and 2199'],
  ['0050/51', 'the year 50 is not between 1800 and 2199'],
  ['0000/01', 'the year 0 is not between 1800 and 2199'],
  ['9998/99', 'the year 9998 is not between 1800 and 2199'],
  ['2199/00', 'the year 2200 is not between 1800 and 2199'],
  ['1799-01/1801-12', 'the year 1799 is not between 1800 and 2199'],
  ['2198-01/2200-12', 'the year 2200 is not between 1800 and 2199'],
  ['FY0050/51', 'the year 50 is not between 1800 and 2199'],
  ['0050-0051', 'the year 50 is not between 1800 and 2199'],
  ['31/12/2200', 'the year 2200 is not between 1800 and 2199'],
])('%s is outside the years of a register, whatever its form', (text, said) => {
  const read = parseInexactDay(text)
  expect('kind' in read && dayError(text, read).message).toContain(said)
})

test.each(['9999', '9999/00', '9999-12-31', '9999/10000'])('%s is no day', (text) => {
  expect(parseInexactDay(text)).toHaveProperty('kind')
})

test('the end of the year 9999 stands for none, as a financial year too', () => {
  expect(parseInexactDay('9999/00')).toEqual({ kind: 'open-end' })
})

test('days are reckoned by the calendar', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29')
  expect(addMonths('2023-03-31', -1)).toBe('2023-02-28')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
})

test('a time zone that skipped a day changes nothing', () => {
  const root = registerOf({
    'register.yaml': 'schema: 1\norganisation: us\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/apia.yaml':
      'name: Apia\nstatus: active\nkind: contract\nstart: 2010-01-01\nend: 2012-03-30\nnotice: 3 months\n',
  })
  const due = (TZ: string) =>
    runBinary(['due', '--as-of', '2011-12-29', '--within', '30', '--format', 'json', '-r', root], { env: { TZ } })
      .stdout
  expect(due('Pacific/Apia')).toBe(due('UTC'))
  expect(due('UTC')).toContain('2011-12-30')
})
