import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { partnershipList } from '../src/lists/partnerships.js'
import { catalogueOf } from '../src/lists/select.js'
import { readWhere } from '../src/lists/where.js'
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
    expect(list('--where', 'annual-value>=1m').stdout).toContain('of 1 more it is not known whether they belong here')
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
    expect(list('actions').stdout).toBe('0 actions, as of 30 September 2026\n')
  })

  test.each([
    ['annual-vlue>=1m', 'did you mean annual-value?', 8],
    ['annual-value>=lots', 'write an amount', 22],
    ['care=maybe', 'write true or false', 13],
    ['nonsense', 'is no condition', 8],
    ['kind=', 'compared with nothing', 12],
  ])('%s is told with its place', (where, hint, column) => {
    const { code, stdout, stderr } = list('--where', where)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(hint)
    expect(stderr.split('\n')[2]!.indexOf('^')).toBe(column + 2)
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
