import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { atTerminal, hasTerminal } from './at-terminal.js'
import { change, harbour } from './harbour.js'

const alpha = (root: string) => join(root, 'partnerships/alpha.yaml')

test('new tells all that is wrong at once, each with its way', () => {
  const root = harbour()
  const { code, stderr } = change(
    root,
    'new',
    'Alpha',
    '--start',
    '1/4/23',
    '--lead',
    'Head of Fundraising',
    '--value',
    'lots',
    '--partner',
    'Otterby Council',
    'Wharfe Mind',
  )
  expect(code).toBe(2)
  expect(stderr.trimEnd().split('\n')).toEqual([
    'partners: there is no role "Head of Fundraising"; partners set register "roles[+].title" "Head of Fundraising" adds one',
    expect.stringMatching(/^partners: --start: "1\/4\/23" can be read as/),
    expect.stringMatching(/^partners: --value: "lots" is not an amount of money/),
    'partners: there is no organisation "Otterby Council"; partners organisation new "Otterby Council" adds one',
    'partners: there is no organisation "Wharfe Mind"; partners organisation new "Wharfe Mind" adds one',
  ])
  expect(existsSync(alpha(root))).toBe(false)
})

test('the commands that it names do what they say, also in a register without roles', () => {
  const root = harbour({ 'register.yaml': 'schema: 1\norganisation: us\nas-of: 2026-09-30\n' })
  expect(change(root, 'set', 'register', 'roles[+].title', 'Head of Fundraising').code).toBe(0)
  expect(change(root, 'organisation', 'new', 'Otterby Council').code).toBe(0)
  const { code } = change(root, 'new', 'Alpha', '--lead', 'Head of Fundraising', '--partner', 'Otterby Council')
  expect(code).toBe(0)
  expect(readFileSync(alpha(root), 'utf8')).toContain('lead: Head of Fundraising\n')
})

test('record tells all that is wrong at once, too', () => {
  const { stderr } = change(
    harbour(),
    'record',
    'action',
    'rrp',
    '--text',
    'Agree a plan',
    '--owner',
    'Head of Fundraising',
    '--due',
    'soon',
  )
  expect(stderr).toContain('there is no role "Head of Fundraising"')
  expect(stderr).toContain('--due: "soon" is not a day')
})

describe.skipIf(!hasTerminal)('at a terminal', () => {
  test('what a new partnership names may be added on the way', async () => {
    const root = harbour()
    const args = ['new', 'Alpha', '--lead', 'Head of Fundraising', '--partner', 'Otterby Council', '-r', root]
    const { code, said } = await atTerminal(args, ['yes', 'yes', 'council'])
    expect(said).toContain('There is no role "Head of Fundraising" in the register. Add it? yes or no')
    expect(code).toBe(0)
    expect(readFileSync(join(root, 'register.yaml'), 'utf8')).toContain('  - title: Head of Fundraising\n')
    expect(readFileSync(join(root, 'organisations/otterby-council.yaml'), 'utf8')).toBe(
      'name: Otterby Council\nkind: council\n',
    )
    expect(readFileSync(alpha(root), 'utf8')).toContain('  - organisation: otterby-council\n')
  })

  test('a no writes nothing, and tells what is missing', async () => {
    const root = harbour()
    const { code, said } = await atTerminal(['new', 'Alpha', '--lead', 'Head of Fundraising', '-r', root], ['no'])
    expect(code).toBe(2)
    expect(said).toContain('there is no role "Head of Fundraising"')
    expect(existsSync(alpha(root))).toBe(false)
  })
})
