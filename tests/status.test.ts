import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-status-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const put = (file: string, text: string) => writeFileSync(join(REGISTER, file), text)
const status = (...args: string[]) => runPartners(args, { cwd: work })

const FINE = `name: Riverside
status: active
kind: contract
lead: Service Manager
sponsor: Chief Operating Officer
`
const withActions = (...days: string[]) =>
  `${FINE}actions:\n${days.map((day, index) => `  - title: Step ${index + 1}\n    due: ${day}\n`).join('')}`

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
})

/** Numbers that the JSON of other commands counts. */
function counted() {
  const { totals } = JSON.parse(status('validate', '--format', 'json').stdout)
  const { duties } = JSON.parse(status('due', '--format', 'json').stdout)
  return { totals, overdue: duties.filter((it: { state: string }) => it.state === 'overdue').length }
}

describe('partners alone', () => {
  test('says where things stand, as the other commands count it, what is overdue, and what comes next in the order of days', () => {
    put(
      'partnerships/riverside.yaml',
      withActions('2026-09-01', '2026-11-02', '2026-10-12', '2027-03-01', '2026-10-30'),
    )
    const { code, stdout, stderr } = status()
    expect([code, stderr]).toEqual([0, ''])
    const { totals, overdue } = counted()
    expect(overdue).toBeGreaterThan(0)
    expect(stdout).toMatch(/^Register of Our Trust, as of 30 September 2026$/m)
    expect(stdout).toMatch(/^Partnerships +1 \(1 active\); by tier: 1 standard$/m)
    expect(stdout).toMatch(/^Organisations +\d+$/m)
    expect(stdout).toContain(`${overdue} overdue, 3 due soon (by 29 November 2026)`)
    expect(stdout).toMatch(new RegExp(`^Findings +${totals.error} errors?, ${totals.warning} warnings?`, 'm'))
    const told = [...stdout.matchAll(/Step \d/g)].map(String)
    expect(told).toEqual(['Step 1', 'Step 3', 'Step 5', 'Step 2']) // Step 1 is overdue
    expect(stdout).toMatch(/^ {2}partners due +shows who has to do what is overdue$/m)
    expect(status('status').stdout).toBe(stdout)
  })

  test('what is overdue is shown where nothing else has a day', () => {
    put('partnerships/riverside.yaml', withActions('2026-09-01', '2026-08-01'))
    const { stdout } = status()
    expect(stdout).toContain('Longest overdue\n')
    expect([...stdout.matchAll(/Step \d/g)].map(String)).toEqual(['Step 2', 'Step 1'])
  })

  test('errors come first among what to try; a broken record is named, and the rest is answered', () => {
    put('partnerships/riverside.yaml', withActions('2026-09-01'))
    put('partnerships/broken.yaml', 'name: [\n')
    const { code, stdout } = status()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Partnerships +1 \(1 active\); by tier: 1 standard; 1 more cannot be read$/m)
    expect(stdout.replace(/\s+/g, ' ')).toContain('Not read register/partnerships/broken.yaml; everything else')
    const tried = [...stdout.matchAll(/^ {2}(partners .*?)(?: {2}.*)?$/gm)].map((it) => it[1])
    expect(tried[0]).toBe('partners validate')
    expect(tried).toContain('partners due --incomplete')
    expect(tried.join()).not.toContain('report')
    expect(new Set(tried).size).toBe(tried.length)
    for (const command of tried) expect(runPartners(command!.split(' ').slice(1), { cwd: work }).code).toBeLessThan(2)
  })

  const triedIn = (text: string) => [...text.matchAll(/^ {2}(partners .*?)(?: {2}.*)?$/gm)].map((it) => it[1]!)

  test('a register without partnerships says so, and how the first one is begun', () => {
    rmSync(join(REGISTER, 'organisations'), { recursive: true, force: true })
    const { code, stdout } = status()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Partnerships +none yet$/m)
    expect(stdout).toMatch(/^Organisations +0$/m)
    const tried = triedIn(stdout)
    expect(tried.filter((it) => it === 'partners validate').length).toBe(1) // its organisation is not there
    expect(tried).toContain('partners new')
  })

  test('a partnership that cannot be read is one all the same', () => {
    put('partnerships/broken.yaml', 'name: [\n')
    const { stdout } = status()
    expect(stdout).toMatch(/^Partnerships +1 that cannot be read$/m)
    expect(stdout).not.toContain('none yet')
    expect(triedIn(stdout)[0]).toBe('partners validate')
    expect(triedIn(stdout)).not.toContain('partners new')
  })

  test('a register whose register.yaml cannot be read is named by its folder', () => {
    put('register.yaml', 'organisation: [\n')
    expect(status().stdout).toMatch(/^Register in register, as of /m)
  })

  test('the register that was named, and the day, stand in what is proposed, which can be run', () => {
    const { stdout } = runPartners(['-r', 'examples/nhs-brent-2010', '--as-of', '2010-06-30'])
    expect(stdout).toContain('NHS Brent, as of 30 June 2010')
    const tried = [...stdout.matchAll(/^ {2}(partners .*)$/gm)].map((it) => it[1]!)
    expect(tried.length).toBeGreaterThanOrEqual(2)
    expect(tried.length).toBeLessThanOrEqual(4)
    for (const command of tried) {
      expect(command).toContain('-r examples/nhs-brent-2010 --as-of 2010-06-30')
      expect(runPartners(command.split(' ').slice(1)).code).toBeLessThan(2)
    }
  })

  test('nothing wrong and nothing due: the Board paper is proposed', () => {
    const { stdout } = runPartners(['-r', 'tests/registers/riverside'])
    expect(stdout).toMatch(/^Findings +no findings$/m)
    expect(stdout).toContain('partners report board-update -r tests/registers/riverside')
    expect(stdout).not.toContain('partners validate')
  })

  test('no register: what the tool is, and how to begin', () => {
    const { code, stdout, stderr } = runPartners([], { cwd: tmpdir() })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('register of partnerships')
    expect(stdout).toMatch(/^ {2}partners init /m)
    expect(stdout).toMatch(/^ {2}partners --help /m)
    expect(stdout.split('\n').every((it) => it.length <= 80)).toBe(true)
  })

  test('a register that is named and is not there is an error, as for every command', () => {
    const { code, stderr } = runPartners(['-r', 'nowhere'])
    expect([code, stderr]).toEqual([2, 'partners: there is no nowhere; name the folder of register.yaml\n'])
  })

  test('fits 80 columns, has no colour in a pipe, and shows no control character of a name', () => {
    put('partnerships/riverside.yaml', withActions('2026-10-12').replace('name: Riverside', 'name: "evil \\e[2J"'))
    const { stdout } = status()
    expect(stdout).toContain('evil <U+001B>[2J')
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/)
    expect(stdout.split('\n').filter((it) => it.length > 80)).toEqual([])
    expect(status('--color').stdout).toContain('\u001B[33m1 due soon')
    expect(runPartners([], { cwd: work, env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001B[1m')
    expect(runPartners(['--no-color'], { cwd: work, env: { FORCE_COLOR: '1' } }).stdout).toBe(stdout)
  })

  test('a register in a folder above is found', () => {
    const root = registerOf({ 'partnerships/a.yaml': FINE })
    expect(runPartners([], { cwd: join(root, 'partnerships') }).stdout).toMatch(/^Partnerships +1 /m)
  })

  test('--help lists the commands; an option before a command is told where it stands', () => {
    expect(status('--help').stdout).toContain('Commands:')
    const { code, stderr } = status('-r', 'register', 'validate')
    expect(code).toBe(2)
    expect(stderr).toContain('options follow a command, as in partners validate -r DIR')
    expect(status('valdate').stderr).toContain('(Did you mean validate?)')
  })
})
