import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from './harbour.js'

describe('what says the same in other words is understood', () => {
  test.each([
    [['status', 'Ended'], 'status:   ended\n'],
    [['end', '31/03/2029'], 'end: 2029-03-31\n'],
    [['end', '31 March 2029'], 'end: 2029-03-31\n'],
    [['care', 'yes'], 'care: true\n'],
    [['kind', 'SLA'], 'kind: service-agreement\n'],
    [['lead', 'chief operating officer'], 'lead: Chief Operating Officer\n'],
    [['partners[mind].organisation', 'Harbour Trust'], '- organisation: us\n  roles'],
    [
      ['value.amount', 'up to £9m'],
      '  amount: £9m        # from the contract\n  per: year\n  basis: up-to\n  stated: up to £9m\n',
    ],
  ])('set %j', (args, lines) => {
    const { code, file } = change(harbour(), 'set', 'rrp', ...args)
    expect({ code, text: file() }).toEqual({ code: 0, text: expect.stringContaining(lines) })
  })

  test('new, with money in words', () => {
    const { file } = change(
      harbour(),
      'new',
      'Haven',
      '--kind',
      'Grant',
      '--value',
      'about £120,000 a year',
      '--care',
      'yes',
    )
    expect(file('partnerships/haven.yaml')).toContain(
      'kind: grant\nvalue:\n  amount: £120,000\n  per: year\n  basis: approximate\n  stated: about £120,000 a year\ncare: true\n',
    )
  })

  test('an organisation kind in everyday words', () => {
    const { file } = change(harbour(), 'organisation', 'new', 'Patel’s Surgery', '--kind', 'charity')
    expect(file('organisations/patels-surgery.yaml')).toContain('kind: third-sector')
  })

  test('an amount that changes tells what still stands beside it', () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace(
        '  per: year\n',
        '  per: year\n  basis: just-under\n  stated: Nearly £9m.\n',
      ),
    })
    expect(change(root, 'set', 'rrp', 'value.amount', '8m').stdout).toContain(
      'The words about the old amount are unchanged: basis “just-under” and stated “Nearly £9m.”',
    )
  })
})

describe('items are found by what people call them', () => {
  const root = () =>
    harbour({
      'partnerships/rrp.yaml': `${RIVERSIDE}headlines:\n- date: 2026-09-01\n  text: First news.\n- id: second\n  date: 2026-09-01\n  text: Other news.\n`,
    })

  test('by title', () => {
    expect(change(root(), 'set', 'rrp', 'risks[Vacancies].owner', 'COO').file()).toContain(
      '  consequence: 3\n  owner: COO\n',
    )
  })

  test.each(['headlines[latest].tone', 'headlines[2026-09-01].tone'])('%s is two', (path) => {
    const { code, stderr } = change(root(), 'set', 'rrp', path, 'good')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'could be 2 items; name it by position: headlines[1] (2026-09-01: First news.), headlines[2] (second: Other news.)',
      ),
    })
  })

  test('a new one is +', () => {
    const { file } = change(root(), 'set', 'rrp', 'issues[+].title', 'Van broken')
    expect(file()).toContain('issues:\n- title: Van broken\n')
    expect(change(root(), 'set', 'rrp', 'aliases[+]', 'Riverside').file()).toContain('aliases: [RRP, Riverside]')
    expect(change(root(), 'set', 'register', 'roles[+].title', 'Nurse Director').file('register.yaml')).toContain(
      '  - title: Nurse Director\n',
    )
  })

  test('a list that cannot be read in full is left alone', () => {
    const broken = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}documents:\n- just text\n- type: agreement\n` })
    const refused = {
      code: 2,
      stderr: expect.stringContaining('documents of partnerships/rrp.yaml cannot be read in full'),
    }
    const { code, stderr } = change(
      broken,
      'record',
      'document',
      'rrp',
      '--type',
      'agreement',
      '--signed',
      '2026-01-01',
    )
    expect({ code, stderr }).toEqual(refused)
  })
})

test('keys of one’s own are set, and keys that no field is called are taken out', () => {
  const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace('lead:', 'leed: COO # wrong\nlead:') })
  expect(change(root, 'set', 'rrp', 'x-officer', 'Team 4: north').file()).toContain('x-officer: "Team 4: north"\n')
  expect(change(root, 'set', 'rrp', 'leed', '--unset').file()).not.toContain('leed')
})

test('a partner joins', () => {
  const root = harbour({ 'organisations/response.yaml': 'name: Response\nkind: third-sector\n' })
  const { code, file } = change(
    root,
    'record',
    'partner',
    'rrp',
    '--organisation',
    'Response',
    '--roles',
    'provider',
    '--share',
    '12.5%',
  )
  expect({ code, text: file() }).toEqual({
    code: 0,
    text: expect.stringContaining('- organisation: response\n  roles: [provider]\n  share: 12.5%\n'),
  })
})

test('a role gets another title, and all that name it follow', () => {
  const { file, stdout } = change(harbour(), 'rename', '--kind', 'role', 'service manager', 'Partnerships Manager')
  expect(stdout).toContain('The role Service Manager is now Partnerships Manager; 1 reference in 1 file follows.')
  expect(file()).toContain('lead: Partnerships Manager\n')
  expect(file('register.yaml')).toContain('- title: Partnerships Manager\n')
})

describe('what may name a record and cannot be read', () => {
  test.each([
    ['rename', 'mind', 'm2'],
    ['organisation', 'merge', 'mind', '--into', 'us', '--on', '2026-01-01'],
  ])('%s is refused', (...args) => {
    const root = harbour({ 'partnerships/bad.yaml': 'name: Bad\nstatus: active\npartners: none yet\n' })
    const { code, stderr } = change(root, ...args)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('1 file cannot be read in full, and may also name it: partnerships/bad.yaml'),
    })
  })
})

describe('organisations that become one', () => {
  const two = (a: string, b: string) =>
    harbour({
      'organisations/ccg.yaml': 'name: CCG\nkind: ccg\n',
      'organisations/icb.yaml': 'name: ICB\nkind: icb\n',
      'partnerships/rrp.yaml': `name: R\nstatus: active\npartners:\n- organisation: icb\n${a}- organisation: ccg\n${b}unknown:\n  partners[ccg].pays: Asked.\n`,
    })
  const merge = (root: string) => change(root, 'organisation', 'merge', 'ccg', '--into', 'icb', '--on', '2026-01-01')

  test('what only one place says is kept, and told where the sum is of some', () => {
    const { stdout, file } = merge(two('', '  share: 50%\n  note: Holds the estate.\n  x-contract: C-77\n'))
    expect(file()).toBe(
      'name: R\nstatus: active\npartners:\n- organisation: icb\n  share: 50%\n  note: Holds the estate.\n  x-contract: C-77\nunknown:\n  partners[icb].pays: Asked.\n',
    )
    expect(stdout).toContain('R: the share of 1 partner is not stated, so the sum is of the others.')
  })

  test('what contradicts is left to a person', () => {
    const { code, stderr } = merge(two('  x-contract: C-1\n', '  x-contract: C-2\n'))
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('x-contract of two partners that become one differs'),
    })
  })

  test('not ahead of the day, and not ourselves', () => {
    const root = two('', '')
    expect(change(root, 'organisation', 'merge', 'ccg', '--into', 'icb', '--on', '2027-01-01').stderr).toContain(
      'is in the future',
    )
    expect(change(root, 'organisation', 'merge', 'us', '--into', 'icb', '--on', '2026-01-01').stderr).toContain(
      'is the organisation whose register this is',
    )
  })
})

test('an id that is that of a risk, too, is renamed only where it names the record', () => {
  const text = RIVERSIDE.replace('id: workforce', 'id: mind').replace(
    '  value.basis: Not stated.',
    '  risks[mind].owner: Asked.\n  partners[mind].share: Asked.',
  )
  const { file } = change(harbour({ 'partnerships/rrp.yaml': text }), 'rename', 'mind', 'm2')
  expect(file()).toContain('- id: mind\n')
  expect(file()).toContain('  risks[mind].owner: Asked.\n  partners[m2].share: Asked.\n')
})

test('one file that cannot be edited keeps no other from being corrected', () => {
  const root = harbour({
    'partnerships/bad.yaml': 'name: Bad\nname: Twice\nstatus: Active\n',
    'partnerships/good.yaml': 'name: Good\nstatus: Active\n',
  })
  const { code, stdout, file } = change(root, 'fix')
  expect(code).toBe(0)
  expect(file('partnerships/good.yaml')).toContain('status: active')
  expect(file('partnerships/bad.yaml')).toContain('status: Active')
  expect(stdout).toContain('Left as it is: partnerships/bad.yaml:2:1:')
})

test('the patch of JSON can be applied', () => {
  const root = harbour()
  const before = readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')
  const { stdout, file } = change(root, 'set', 'rrp', 'risks[workforce].owner', 'COO', '--format', 'json')
  const { patch } = JSON.parse(stdout).files[0]
  const after = file()
  writeFileSync(join(root, 'partnerships/rrp.yaml'), before)
  spawnSync('git', ['apply', '--unsafe-paths', '-p0', '-'], { cwd: root, input: patch })
  expect(readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')).toBe(after)
})

test('what would be wrong from its first day is not begun', () => {
  const { code, stderr } = change(harbour(), 'new', 'Haven', '--start', '2026-04-01', '--end', '2025-03-31')
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/end is before start|before.*start/) })
})

test('a file with mistakes is not confirmed', () => {
  const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace('contract\n', 'contrct\n') })
  expect(change(root, 'record', 'confirm', 'rrp').stderr).toContain(
    'has values that cannot be read, so nobody can confirm that everything is right',
  )
})

test('grades that a new assessment leaves out are told', () => {
  const root = harbour()
  change(root, 'record', 'assessment', 'rrp', '--governance', 'G', '--relationships', 'G', '--date', '2026-03-01')
  expect(
    change(root, 'record', 'assessment', 'rrp', '--governance', 'amber/green', '--text', 'New team.').stdout,
  ).toContain('It does not grade relationships, which was G before.')
  expect(change(root, 'validate').stdout).not.toContain('assessment/spelling')
})

test('a day to come on which something is said to be done is refused', () => {
  const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}milestones:\n- title: Open the hub\n` })
  const { code, stderr } = change(root, 'set', 'rrp', 'milestones[Open the hub].done', '2027-12-24')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('is in the future as of 30 September 2026, so nothing was written'),
  })
})

test('marks of a merge that is not finished are told as such', () => {
  const root = harbour({
    'partnerships/rrp.yaml': `name: R\n<<<<<<< HEAD\nstatus: active\n=======\nstatus: ended\n>>>>>>> other\n`,
  })
  const { findings } = JSON.parse(change(root, 'validate', '--format', 'json').stdout)
  expect(findings.filter((it: { code: string }) => it.code.startsWith('syntax/'))).toEqual([
    expect.objectContaining({
      line: 2,
      message: 'a git merge is not finished here: these lines have a conflict',
    }),
  ])
})
