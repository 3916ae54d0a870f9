import { describe, expect, test } from 'vitest'
import { dayFirst } from '../../src/model/day.js'
import { change, harbour, RIVERSIDE } from '../edits/harbour.js'

const SETTINGS = (order: string) =>
  `schema: 1\norganisation: us\nas-of: 30/09/2026\nday-order: ${order}\nroles:\n  - title: Service Manager\n  - title: Chief Operating Officer\n`

/** A register whose partnership has some more lines, and its way to read days. */
const register = (lines: string, order = 'day-first') =>
  harbour({
    'register.yaml': SETTINGS(order).replace('30/09/2026', order === 'day-first' ? '30/09/2026' : '2026-09-30'),
    'partnerships/rrp.yaml': `${RIVERSIDE}${lines}\n`,
  })

const findings = (root: string) =>
  JSON.parse(change(root, 'validate', '--all', '--format', 'json').stdout)
    .findings.filter((it: { code: string }) => it.code.startsWith('schema/'))
    .map((it: { code: string; file: string; message: string; hint: string }) => [it.code, it.message, it.hint])

describe('where days stand first', () => {
  test.each([
    ['1/4/23', '2023-04-01', '1 April 2023'],
    ['01.04.2019', '2019-04-01', '1 April 2019'],
    ['01-04-2019', '2019-04-01', '1 April 2019'],
    ['31/12/79', '2079-12-31', '31 December 2079'],
  ])('%s is read, and told with the day that is written for it', (text, day, said) => {
    const root = register(`start: ${text}`)
    expect(findings(root)).toContainEqual(['schema/day-order', `"${text}" is read as ${said}`, `write ${day}`])
    expect(change(root, 'show', 'rrp').stdout).toContain(said)
    expect(change(root, 'fix').file()).toContain(`start: ${day}\n`)
  })

  test('in lists and in register.yaml itself, too', () => {
    const root = register('documents:\n- type: agreement\n  signed: 1/4/23')
    expect(findings(root).map(([code, message]: string[]) => [code, message])).toEqual([
      ['schema/day-order', '"1/4/23" is read as 1 April 2023'],
      ['schema/day-order', '"30/09/2026" is read as 30 September 2026'],
    ])
  })

  test('the set of commands reads it so', () => {
    const root = register('')
    expect(change(root, 'set', 'rrp', 'start', '1/4/23').file()).toContain('start: 2023-04-01\n')
    expect(
      change(root, 'record', 'review', 'rrp', '--date', '3/9/26', '--by', 'Board', '--outcome', 'continue').file(),
    ).toContain('date: 2026-09-03\n')
    expect(change(root, 'record', 'confirm', 'rrp', '--date', '3/9/26').file()).toContain('confirmed: 2026-09-03')
    expect(change(root, 'end', 'rrp', '--on', '3/9/26').file()).toContain('end: 2026-09-03')
  })

  test('the same file says something else when the register does', () => {
    const root = register('start: 1/4/23')
    const codes = () => findings(root).map(([code]: string[]) => code)
    expect(codes()).toContain('schema/day-order')
    change(root, 'set', 'register', 'as-of', '2026-09-30')
    change(root, 'set', 'register', 'day-order', 'ask')
    expect(codes()).toEqual(['schema/ambiguous-day'])
  })

  test('a year that may stand first is asked about all the same', () => {
    expect(dayFirst('12-11-10')).toBeUndefined()
    expect(findings(register('start: 12-11-10')).map(([code]: string[]) => code)).toContain('schema/ambiguous-day')
  })

  test.each(['31/2/2019', '1/13/2019', '1/4/1799', '1/4', 'x 1/4/23'])('%s is no such day', (text) => {
    expect(dayFirst(text)).toBeUndefined()
  })
})

test('where the register asks it is an error', () => {
  expect(findings(register('start: 1/4/23', 'ask'))).toEqual([
    [
      'schema/ambiguous-day',
      '"1/4/23" can be read as 1 April 2023 or 4 January 2023',
      'write 2023-04-01 or 2023-01-04',
    ],
  ])
})
