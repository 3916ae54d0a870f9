import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { partnershipList } from '../src/lists/partnerships.js'
import { catalogueOf } from '../src/lists/select.js'
import { readWhere } from '../src/lists/where.js'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-list-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const put = (id: string, text: string) => writeFileSync(join(REGISTER, 'partnerships', `${id}.yaml`), text)
const list = (...args: string[]) => runPartners(['list', ...args], { cwd: work })
interface Listed {
  rows: Record<string, unknown>[]
  of: number
  undecided: number
}
const listed = (...args: string[]) => JSON.parse(list('--format', 'json', ...args).stdout) as Listed
const ids = (...args: string[]) => listed('--columns', 'id', ...args).rows.map((it) => it['id'])

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
  writeFileSync(join(REGISTER, 'policy.yaml'), 'extends: nhs-2026\n')
  const value = (amount: string) => `value:\n  amount: ${amount}\n  per: year\n`
  put('alpha', `name: Alpha | Beta\nstatus: active\nkind: contract\nlead: Service Manager\n${value('2m')}`)
  put(
    'gamma',
    `name: "=Gamma"\nstatus: active\nkind: grant\n${value('20k')}risks:\n  - id: staff\n    likelihood: 5\n    consequence: 4\n`,
  )
  put('omega', 'name: Omega\nstatus: active\n')
})

describe('partners list', () => {
  test('conditions are those of policy, and all must hold', () => {
    expect(ids('--where', 'annual-value>=1m')).toEqual(['alpha'])
    expect(ids('--where', 'kind=contract,grant')).toEqual(['gamma', 'alpha'])
    expect(ids('--where', 'kind!=grant', '--where', 'annual-value>1k')).toEqual(['alpha'])
    expect(ids('--where', 'tier>=significant')).toEqual(['alpha'])
  })

  test('what is not known is neither in nor out: it is counted', () => {
    expect(listed('--where', 'annual-value>=1m')).toMatchObject({ of: 3, undecided: 1 })
    expect(list('--where', 'annual-value>=1m').stdout).toContain('; 1 more may belong here, as a value is not known')
    expect(ids('--where', 'kind=unknown')).toEqual(['omega'])
    expect(ids('--where', 'kind!=unknown')).toEqual(['gamma', 'alpha'])
  })

  test('order and columns are as asked; what is not known comes last', () => {
    expect(ids('--sort', '-annual-value')).toEqual(['alpha', 'gamma', 'omega'])
    expect(ids('--sort', 'annual-value')).toEqual(['gamma', 'alpha', 'omega'])
    expect(listed('--columns', 'id,annual-value', '--sort', 'id').rows[0]).toEqual({
      id: 'alpha',
      'annual-value': 2_000_000,
    })
  })

  test('risks, documents, organisations and actions can be asked for what their partnership is', () => {
    expect(listed('risks', '--where', 'score>=15', '--where', 'kind=grant').rows).toHaveLength(1)
    expect(listed('risks', '--where', 'kind=contract').rows).toHaveLength(0)
    expect(listed('documents', '--where', 'state=missing').rows.length).toBeGreaterThan(2)
    expect(listed('organisations', '--where', 'kind=third-sector').rows).toHaveLength(1)
    expect(list('actions').stdout).toBe('no actions, as of 30 September 2026\n')
  })

  test.each([
    ['annual-vlue>=1m', 'did you mean annual-value?', 8],
    ['annual-value>=lots', 'write an amount', 22],
    ['care=maybe', 'write true or false', 13],
    ['nonsense', 'is not a condition', 8],
    ['kind=', 'compared with nothing', 12],
    ['annual-value=>1m', 'write >=', 20],
  ])('%s is told with its place', (where, hint, column) => {
    const { code, stdout, stderr } = list('--where', where)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(hint)
    expect(stderr.split('\n')[2]!.indexOf('^')).toBe(column + 2)
  })

  test('words may be written as the table has them', () => {
    const count = (...args: string[]) => listed(...args).rows.length
    expect(count('documents', '--where', 'state=Perhaps needed')).toBe(
      count('documents', '--where', 'state=perhaps-needed'),
    )
    expect(count('partnerships', '--where', 'care=yes')).toBe(count('partnerships', '--where', 'care=true'))
    expect(count('partnerships', '--where', 'status=Active')).toBe(count('partnerships', '--where', 'status=active'))
    expect(count('partnerships', '--where', 'status=Active')).toBeGreaterThan(0)
  })

  test('a word that no row has is told, and is no error', () => {
    const { code, stdout, stderr } = list('--where', 'kind=contrat')
    expect([code, stderr]).toEqual([0, 'partners: no row has kind "contrat"; did you mean contract?\n'])
    expect(stdout).toContain('none of 3 partnerships')
  })

  test('values are text in every format', () => {
    expect(list('--format', 'csv').stdout).toContain("'=Gamma")
    expect(list('--format', 'markdown').stdout).toContain('Alpha \\| Beta')
    expect(list('--columns', 'nme').stderr).toContain('did you mean name?')
  })

  test('a table fits the terminal', () => {
    const lines = list('--columns', 'all').stdout.split('\n').slice(0, -2)
    expect(
      Math.max(
        ...list()
          .stdout.split('\n')
          .slice(0, -3)
          .map((it) => it.length),
      ),
    ).toBeLessThanOrEqual(80)
    expect(lines.length).toBeGreaterThan(3)
  })
})

describe('every column', () => {
  const registers = ['register', 'examples/nhs-brent-2010', 'tests/registers/riverside']
  const kinds = ['partnerships', 'organisations', 'documents', 'risks', 'actions']
  test.each(registers.flatMap((register) => kinds.map((kind) => [register, kind] as const)))(
    'of %s: %s',
    (register, kind) => {
      const run = runPartners([
        'list',
        kind,
        '-r',
        register,
        '--columns',
        'all',
        '--format',
        'csv',
        '--as-of',
        '2026-11-30',
      ])
      expect([run.code, run.stderr]).toEqual([0, ''])
      expect(run.stdout).not.toMatch(/\[object |undefined/)
    },
  )
})

/** The rows of a list of a register of these files, for programs. */
function listedIn(files: Readonly<Record<string, string>>, ...args: string[]): Listed {
  const run = runPartners(['list', ...args, '-r', registerOf(files), '--as-of', '2019-04-30', '--format', 'json'])
  return JSON.parse(run.stdout) as Listed
}
const rowsIn = (...args: Parameters<typeof listedIn>) => listedIn(...args).rows

describe('days that are not exact', () => {
  const JULY = 'schema: 1\norganisation: us\nfinancial-year-start: 07-01\n'
  const actions = ['2019-06-15', '2019-06-30', '2019-07-01'].map((due) => `  - title: By ${due}\n    due: ${due}\n`)
  const files = {
    'register.yaml': JULY,
    'partnerships/a.yaml': `name: A\nstatus: active\nstart: 2018-07\nend: 2018/19\nactions:\n${actions.join('')}`,
    'partnerships/b.yaml': 'name: B\nstatus: active\nstart: 2018-04-15\nend: 2019-03-31\n',
    'partnerships/c.yaml': 'name: C\nstatus: active\nstart: 2019-07-01\nend: 2020-03-31\n',
  }

  test.each([
    ['due<=2019-06', ['2019-06-15', '2019-06-30']],
    ['due>2019-06', ['2019-07-01']],
    ['due<2019-06', []],
    ['due>=2019-06', ['2019-06-15', '2019-06-30', '2019-07-01']],
    ['due=2019-06', ['2019-06-15', '2019-06-30']],
    ['due!=2019-06', ['2019-07-01']],
    ['due=2019-06-15/2019-07', ['2019-06-15', '2019-06-30', '2019-07-01']],
  ])('%s', (where, due) => {
    expect(rowsIn(files, 'actions', '--where', where, '--columns', 'due').map((it) => it['due'])).toEqual(due)
  })

  test.each([
    ['end=2018/19', ['a', 'b']],
    ['start=2018/19', ['a']],
    ['start<2018/19', ['b']],
    ['start>2018/19', ['c']],
  ])('%s is the financial year of the register', (where, found) => {
    expect(rowsIn(files, '--where', where, '--columns', 'id').map((it) => it['id'])).toEqual(found)
  })

  test('people read what was written, and programs the day that counts', () => {
    const documents = 'documents:\n  - type: agreement\n    status: signed\n    signed: 2018/19\n    expires: 2020-03\n'
    const register = registerOf({
      ...files,
      'partnerships/a.yaml': `name: A\nstatus: active\nkind: contract\nstart: 2018-07\nend: 2018/19\nrisks:\n  - title: Risk\n    due: 2019/20\n${documents}`,
      'partnerships/d.yaml': 'name: D\nstatus: active\nend: none\n',
    })
    const read = (format: string, ...args: string[]) =>
      runPartners(['list', ...args, '-r', register, '--as-of', '2019-04-30', '--format', format]).stdout
    const partnerships = ['--columns', 'name,start,end', '--sort', '-end']
    expect(read('markdown', ...partnerships)).toContain(
      '| C | 1 July 2019 | 31 March 2020 |\n| A | July 2018 | 2018/19 |',
    )
    expect(read('markdown', ...partnerships)).toContain('| D | not known | open-ended |')
    expect(read('json', ...partnerships)).toMatch(/"start": "2018-07-01",\s+"end": "2019-06-30"/)
    expect(read('markdown', 'risks', '--columns', 'risk,due')).toContain('| Risk | 2019/20 |')
    const signed = ['documents', '--columns', 'signed,until', '--where', 'signed!=unknown']
    expect(read('markdown', ...signed)).toContain('| 2018/19 | March 2020 |')
    expect(read('json', ...signed)).toMatch(/"signed": "2019-06-30",\s+"until": "2020-03-31"/)
  })

  test('so it is in a condition of policy', () => {
    const policy = 'documents:\n  note:\n    title: Note\n    when:\n      start: 2018/19\n'
    const rows = rowsIn({ ...files, 'policy.yaml': policy }, 'documents', '--columns', 'partnership,why')
    expect(rows).toEqual([{ partnership: 'A', why: 'note: start is 2018/19' }])
  })
})

test('a document beside the one that is asked for is told with its title, its end and what it is', () => {
  const document = (type: string, rest: string) => `  - type: ${type}\n    ${rest.replaceAll('; ', '\n    ')}\n`
  const files = {
    'policy.yaml': 'documents:\n  deed:\n    title: Deed\n    when:\n      kind: contract\n  plan:\n    title: Plan\n',
    'partnerships/a.yaml': `name: A\nstatus: active\nkind: contract\ndocuments:\n${[
      document('deed', 'title: Of the house; version: "2"; signed: 2018-04-01; expires: 2020-03-31'),
      document('deed', 'version: "1"; signed: 2016-04-01; expires: 2018-03'),
      document('deed', 'version: "0"; status: superseded'),
      document('deed', 'title: Of the land; signed: 2018-04-01; expires: 2019-06-30'),
      document('plan', 'signed: 2018-04-01; expires: 2019/20'),
      document('house-rules', 'signed: 2018-04-01; expires: none'),
    ].join('')}`,
  }
  const rows = rowsIn(files, 'documents', '--columns', 'document,state,until')
  expect(rows.map((it) => Object.values(it))).toEqual([
    ['Deed', 'held', '2020-03-31'],
    ['Deed', 'replaced', '2018-03-31'],
    ['Deed', 'replaced', ''],
    ['Deed: Of the land', 'further', '2019-06-30'],
    ['Plan', 'not-asked-for', '2020-03-31'],
    ['house rules', 'not-asked-for', ''],
  ])
})

test('money through an organisation is told by its direction, and what is not known is not nothing', () => {
  const partnership = (organisation: string, rest: string) =>
    `name: P\nstatus: active\nkind: contract\npartners:\n  - organisation: ${organisation}\n${rest}`
  const value = (amount: string, direction: string) =>
    `value:\n  amount: ${amount}\n  per: year\n  direction: ${direction}\n`
  const files = {
    ...Object.fromEntries(['a', 'b', 'c'].map((id) => [`organisations/${id}.yaml`, `name: ${id}\nkind: company\n`])),
    'partnerships/in.yaml': partnership('a', value('2m', 'income')),
    'partnerships/out.yaml': partnership('a', value('1m', 'spend')),
    'partnerships/part.yaml': partnership('a', `parent: out\n${value('600k', 'income')}`),
    'partnerships/part-of-b.yaml': partnership('b', `parent: out\n${value('400k', 'spend')}`),
    'partnerships/nobody-knows.yaml': partnership('c', ''),
  }
  expect(rowsIn(files, 'organisations', '--columns', 'id,income,spend,undirected', '--where', 'kind=company')).toEqual([
    { id: 'a', income: 2_000_000, spend: 1_000_000, undirected: '' },
    { id: 'b', income: '', spend: 400_000, undirected: '' },
    { id: 'c', income: '', spend: '', undirected: null },
  ])
})

test('one-off money is no yearly value anywhere, though policy counts it whole', () => {
  const files = {
    'partnerships/once.yaml':
      'name: Once\nstatus: active\nkind: network\nvalue:\n  amount: 3m\n  basis: up-to\n  per: once\n',
  }
  const columns = ['--columns', 'id,tier,annual-value,value-once']
  expect(rowsIn(files, 'partnerships', ...columns)).toEqual([
    { id: 'once', tier: 'major', 'annual-value': '', 'value-once': 3_000_000 },
  ])
  expect(rowsIn(files, 'partnerships', ...columns, '--where', 'annual-value>=1m')).toEqual([])
  const root = registerOf({ ...files, 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n' })
  expect(runPartners(['list', '-r', root]).stdout).toContain('up to £3m once')
  const { stdout } = runPartners(['show', 'once', '-r', root])
  expect(stdout).toContain('4 points: one-off value is £3m')
  expect(stdout).toContain('at least major: one-off value is at least £1m')
  expect(stdout).not.toContain('annual value')
})

test('what was merged counts with its successor, and only that is asked for documents', () => {
  const files = {
    'policy.yaml':
      'documents:\n  deed:\n    title: Deed\n    held-by: partner\n    when:\n      partner-role: provider\n',
    'organisations/old.yaml': 'name: Old\nkind: ccg\nstatus: merged\nmerged:\n  into: new\n  on: 2018-04-01\n',
    'organisations/new.yaml': 'name: New\nkind: icb\n',
    'partnerships/a.yaml':
      'name: A\nstatus: active\npartners:\n  - organisation: old\n    roles: [provider]\n  - organisation: new\n    roles: [funder]\n',
    'partnerships/b.yaml': 'name: B\nstatus: active\npartners:\n  - organisation: old\n    roles: [commissioner]\n',
  }
  expect(rowsIn(files, 'organisations', '--columns', 'id,partnerships,roles')).toEqual([
    { id: 'new', partnerships: 2, roles: ['provider', 'funder', 'commissioner'] },
    { id: 'old', partnerships: 0, roles: '' },
  ])
  expect(rowsIn(files, 'documents', '--columns', 'partnership,holder,state')).toEqual([
    { partnership: 'A', holder: 'New', state: 'missing' },
  ])
  const show = (id: string) => runPartners(['show', id, '-r', registerOf(files), '--as-of', '2019-04-30']).stdout
  expect(show('new')).toMatch(/provider, funder/)
  expect(show('old')).not.toMatch(/commissioner/)
})

test('a risk is called by its title, and without one by its id in words', () => {
  const risks =
    'risks:\n  - id: staff-turnover\n  - id: r2\n    title: Money runs out\n  - category: clinical-quality\n'
  const files = { 'partnerships/a.yaml': `name: A\nstatus: active\n${risks}` }
  expect(rowsIn(files, 'risks', '--columns', 'risk').map((it) => it['risk'])).toEqual([
    'staff turnover',
    'Money runs out',
    'clinical quality',
  ])
})

test('a partner whose kind is not known may be of any', () => {
  const partners = (...lines: string[]) => `name: P\nstatus: active\npartners:\n${lines.join('')}`
  const files = {
    'organisations/c.yaml': 'name: C\nkind: company\n',
    'organisations/u.yaml': 'name: U\nkind: unknown\n',
    'organisations/s.yaml': 'name: S\nkind: school\n',
    'partnerships/a.yaml': partners('  - organisation: c\n', '  - organisation: u\n'),
    'partnerships/b.yaml': partners('  - organisation: s\n', '  - organisation: u\n'),
    'partnerships/d.yaml': partners('  - organisation: s\n', '  - group: GP practices\n'),
    'partnerships/e.yaml': partners('  - organisation: s\n'),
  }
  const found = (where: string) => listedIn(files, '--columns', 'id', '--where', where)
  expect(found('partner-kind=company')).toMatchObject({ rows: [{ id: 'a' }], undecided: 2 })
  expect(found('partner-kind!=company')).toMatchObject({ rows: [{ id: 'e' }], undecided: 2 })
  expect(found('partner-kind=unknown')).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }, { id: 'd' }], undecided: 0 })
  expect(rowsIn(files, 'organisations', '--columns', 'id', '--where', 'kind=unknown')).toEqual([{ id: 'u' }])
})

describe('a role is one, whatever alias it is written by', () => {
  const files = {
    'register.yaml': 'schema: 1\norganisation: us\nroles:\n  - title: Chief Operating Officer\n    aliases: [COO]\n',
    'partnerships/a.yaml':
      'name: A\nstatus: active\nlead: COO\nsponsor: COO\nactions:\n  - title: Act\n    owner: COO\nrisks:\n  - title: Risk\n    owner: COO\n',
  }

  test.each([
    ['partnerships', 'lead'],
    ['partnerships', 'sponsor'],
    ['actions', 'owner'],
    ['risks', 'owner'],
  ])('%s, %s', (what, column) => {
    for (const asked of ['Chief Operating Officer', 'COO', 'coo'])
      expect(rowsIn(files, what, '--columns', column, '--where', `${column}=${asked}`)).toEqual([
        { [column]: 'Chief Operating Officer' },
      ])
    expect(rowsIn(files, what, '--where', `${column}!=COO`)).toEqual([])
  })
})

test('any text is a condition or is told with a place inside it', () => {
  const catalogue = catalogueOf(partnershipList)
  const some = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom('kind', 'tier', 'annual-value', 'start', 'x'),
        fc.constantFrom('=', '!=', '>=', '<'),
        fc.string(),
      )
      .map((it) => it.join('')),
  )
  fc.assert(
    fc.property(some, (text) => {
      const read = readWhere(text, catalogue)
      for (const { start, end } of Array.isArray(read) ? read : []) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

test('the documents say without being asked which must be there and which should', () => {
  const { stdout } = runPartners(['list', 'documents', '-r', 'examples/nhs-brent-2010', '--format', 'csv'])
  expect(stdout.split('\n')[0]).toContain('Must or should')
})
