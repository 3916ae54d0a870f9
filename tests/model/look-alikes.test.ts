import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from '../edits/harbour.js'
import { problemsOf } from './problems-of.js'

const told = (lines: string) => problemsOf(lines)?.map(([code, message]) => `${code} ${message}`)
/** What is told of a partnership by a run, which explains what does not parse. */
const validated = (lines: string) =>
  JSON.parse(
    change(harbour({ 'partnerships/rrp.yaml': `name: A\nstatus: active\n${lines}\n` }), 'validate', '--format', 'json')
      .stdout,
  )
    .findings.filter((it: { file: string; code: string }) => /^(?:syntax|schema)\//.test(it.code))
    .map((it: { code: string; message: string }) => `${it.code} ${it.message}`)

const NBSP = '\u00A0'

describe('a character that looks like another is named where it stands, once', () => {
  test.each([
    [`start:${NBSP}2026-10-01`, 'a no-break space (U+00A0)'],
    [`value:\n${NBSP}${NBSP}amount: 20k`, 'a no-break space (U+00A0)'],
    [`partners:\n${NBSP} - organisation: us\n  - organisation: mind`, 'a no-break space (U+00A0)'],
    [`partners:\n  -${NBSP}organisation: us`, 'a no-break space (U+00A0)'],
    [`partners:\n  - organisation:${NBSP}us`, 'a no-break space (U+00A0)'],
    ['start:\u30002026-10-01', 'a full-width space (U+3000)'],
    ['lead: Service\u200B Manager', 'a zero-width space (U+200B)'],
    ['lead\uFF1AService Manager', 'a full-width colon (U+FF1A)'],
    ['lead\uFF1A Service Manager\nkind: grant', 'a full-width colon (U+FF1A)'],
  ])('%j', (lines, name) => {
    expect(validated(lines)).toEqual([`syntax/look-alike ${name} is used here`])
  })

  test('and is read as what was meant', () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace('  amount: 8.6m', `${NBSP}${NBSP}amount:${NBSP}8.6m`),
    })
    expect(change(root, 'show', 'rrp').stdout).toContain('£8.6m')
    expect(change(root, 'set', 'rrp', 'value.amount', '9m').stderr).toContain(
      'a file with such an error is not changed',
    )
  })

  test.each([
    `summary: 20${NBSP}beds`,
    `summary: >-\n  Costs:${NBSP}£5.`,
    'summary: The “Safe Haven” of “Alpha”',
    'rationale: “Safe” and “sound”',
  ])('what is well stays: %j', (lines) => {
    expect(told(lines)).toEqual([])
  })
})

describe('curly quotes', () => {
  test.each([
    ['end: ‘2027-03-31’', 'a curly quote (U+2018) is a letter like any other to YAML'],
    ['kind: “grant”', 'a curly quote (U+201C) is a letter like any other to YAML'],
  ])('%s is told, and read', (lines, message) => {
    expect(told(lines)).toEqual([`syntax/look-alike ${message}`])
  })

  test('a comma between them in brackets parts what was one: told, and not read in part', () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace('aliases: [RRP]', 'aliases: [“The Alpha, Beta”, “Gamma”]'),
    })
    const { stdout } = change(root, 'validate', '--format', 'json')
    expect(stdout.match(/syntax\/look-alike/g)?.length).toBeGreaterThan(0)
    expect(change(root, 'show', 'rrp', '--incomplete').stdout).not.toContain('“The Alpha')
  })
})

describe('text is compared in one form', () => {
  const withRole = (title: string, lead: string) =>
    harbour({
      'register.yaml': `schema: 1\norganisation: us\nas-of: 2026-09-30\nroles:\n  - title: ${title}\n`,
      'partnerships/rrp.yaml': RIVERSIDE.replace('lead: Service Manager', `lead: ${lead}`),
    })

  test.each([
    ['Chargé de mission'.normalize('NFC'), 'Chargé de mission'.normalize('NFD')],
    ['Chargé de mission'.normalize('NFD'), 'Chargé de mission'.normalize('NFC')],
    ['Service Manager', `Service${NBSP}Manager`],
  ])('%j is %j', (title, lead) => {
    expect(change(withRole(title, lead), 'validate', '--format', 'json').stdout).not.toContain('reference/role')
  })

  test('what is typed, too', () => {
    const root = withRole('Chargé de mission'.normalize('NFC'), 'Chargé de mission'.normalize('NFC'))
    expect(change(root, 'set', 'rrp', 'sponsor', 'Chargé de mission'.normalize('NFD')).code).toBe(0)
  })
})

describe('escapes in double quotes that were not meant', () => {
  const signed = (link: string) => `documents:\n  - type: agreement\n    signed: 2026-10-01\n    link: ${link}`

  test.each([
    ['"S:\\teams\\new\\backup\\finance.docx"', 'S:\\teams\\new\\backup\\finance.docx'],
    ['"S:\\new"', 'S:\\new'],
  ])('%s', (link, path) => {
    expect(problemsOf(signed(link))).toEqual([
      [
        'syntax/control-character',
        'in double quotes a backslash begins an escape, so this path is read differently',
        `double the backslash, or use single quotes: '${path}'`,
      ],
    ])
  })

  test('a backslash that is no escape', () => {
    expect(validated(signed('"S:\\Shared\\agreement.docx"'))).toEqual([
      'syntax/yaml in double quotes a backslash begins an escape, and YAML does not know this one',
    ])
  })

  test.each([
    ['"a\\u202eb"', 'U+202E'],
    ['"a\\x1bc"', 'U+001B'],
    ['"a\\bc"', 'U+0008'],
  ])('%s hides something', (text, name) => {
    expect(told(`summary: ${text}`)).toEqual([
      `syntax/control-character an escape makes an invisible control character (${name}) of this`,
    ])
    const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace(/summary: >-\n.*\n.*\n/, `summary: ${text}\n`) })
    const { stdout, file } = change(root, 'fix')
    // a backslash and a letter may be what was meant; an override never is
    expect(name === 'U+202E' ? file() : stdout).toContain(name === 'U+202E' ? 'summary: "ab"\n' : 'write ac?')
  })

  test.each(['"one\\ntwo"', '"one\\ttwo"', "'S:\\teams\\new'", '"S:\\\\teams\\\\new"', '"A: b\\nc: d"'])(
    '%s is well',
    (text) => {
      expect(told(`summary: ${text}`)).toEqual([])
    },
  )
})
