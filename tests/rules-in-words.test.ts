import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

interface Told {
  file: string
  line: number
  message: string
  hint: string
  related: { line: number }[]
}

/** What a rule says of a register with these files. */
function told(rule: string, files: Readonly<Record<string, string>>): Told[] {
  const root = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n', ...files })
  const { stdout } = runPartners(['validate', '--rule', rule, '--format', 'json', '--as-of', '2026-06-30'], {
    cwd: root,
  })
  return (JSON.parse(stdout) as { findings: Told[] }).findings
}
const charity = (name: string, ...lines: string[]) => [`name: ${name}`, 'kind: third-sector', ...lines, ''].join('\n')

describe('register/identifier-form', () => {
  const hintOf = (scheme: string, id: string) =>
    told('register/identifier-form', {
      'organisations/a.yaml': charity('Alpha', 'identifiers:', `  - scheme: ${scheme}`, `    id: "${id}"`),
    }).map((it) => it.hint)

  test.each(['279417', '27 94 17', '27 94-17', '279417-1'])('%s is a charity number', (id) => {
    expect(hintOf('charity', id)).toEqual([])
  })

  test.each([
    ['charity', 'GB-CHC-279417', 'write "279417": the scheme says whose number it is'],
    ['company', 'GB-CHC-279417', 'that is a charity number, England and Wales: write scheme: charity and id: "279417"'],
    ['company', '445790', 'write "00445790"'],
    ['charity', '12', 'look it up in the public register, and write it in quotes'],
  ])('%s %s', (scheme, id, hint) => expect(hintOf(scheme, id)).toEqual([hint]))

  test('one number in two spellings is one number', () => {
    const body = (name: string, id: string) => charity(name, 'identifiers:', '  - scheme: charity', `    id: "${id}"`)
    const found = told('register/same-identifier', {
      'organisations/a.yaml': body('Alpha', '279417'),
      'organisations/b.yaml': body('Beta', 'GB-CHC-27 94-17'),
    })
    expect(found.map((it) => it.message)).toEqual(['GB-CHC-27 94-17 is also the number of Alpha'])
  })
})

describe('register/look-alike-organisation', () => {
  test('an alias of both is named, and pointed to', () => {
    const found = told('register/look-alike-organisation', {
      'organisations/a.yaml': charity('Riverside Mind', 'aliases:', '  - Riv', '  - RM'),
      'organisations/b.yaml': charity('Rural Mission', 'aliases:', '  - RM'),
    })
    expect(found).toMatchObject([
      {
        message: '"RM", an alias of Rural Mission, is also an alias of Riverside Mind (organisations/a.yaml)',
        hint: 'if they are the same, keep one file; if not, remove the alias from one of them',
        line: 4,
        related: [{ line: 5 }],
      },
    ])
  })

  test('a name that looks like an alias says whose', () => {
    const found = told('register/look-alike-organisation', {
      'organisations/a.yaml': charity('Alpha', 'aliases:', '  - Hillside Care'),
      'organisations/b.yaml': charity('Hillside Care Ltd'),
    })
    expect(found.map((it) => it.message)).toEqual([
      '"Hillside Care Ltd" looks like "Hillside Care", an alias of Alpha (organisations/a.yaml)',
    ])
  })
})

test('register/merged-organisation names the successor, and says when as exactly as it is known', () => {
  const files = (on: string) => ({
    'organisations/old.yaml': `name: Old PCT\nkind: pct\nstatus: merged\nmerged:\n  into: us\n  on: ${on}\n`,
    'partnerships/p.yaml': 'name: P\nstatus: active\npartners:\n  - organisation: old\n',
  })
  const message = (on: string) => told('register/merged-organisation', files(on)).map((it) => it.message)
  expect(message('2013-04-01')).toEqual(['Old PCT was merged into Us (us) on 1 April 2013'])
  expect(message('2013-04')).toEqual(['Old PCT was merged into Us (us) in April 2013'])
})

test.each([
  [
    'partners:\n  - organisation: us\n  - organisation: us\n',
    'list each partner once, with all its roles: combine the two',
  ],
  [
    'documents:\n  - type: dpia\n  - type: dpia\n',
    'give each a title of its own, mark the one that was replaced as status: superseded, or remove the duplicate',
  ],
  ['actions:\n  - title: Call\n  - title: Call\n', 'give each an id of its own, or remove the duplicate'],
  ['reviews:\n  - date: 2026-01-01\n  - date: 2026-01-01\n', 'items differ in date: correct one, or combine the two'],
])('register/same-item says what tells items of its list apart (%j)', (lines, hint) => {
  const found = told('register/same-item', { 'partnerships/p.yaml': `name: P\nstatus: active\n${lines}` })
  expect(found.map((it) => it.hint)).toEqual([hint])
})
