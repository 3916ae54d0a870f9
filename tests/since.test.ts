import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-since-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const put = (text: string) => writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), text)
const commit = (day: string, root = work) => {
  const date = `${day}T12:00:00Z`
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  const as = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  execFileSync('git', ['-C', root, ...as, 'add', '.'], { env })
  execFileSync('git', ['-C', root, ...as, 'commit', '-qm', 'register'], { env })
}
const paper = (...args: string[]) => runPartners(['report', 'board-update', ...args], { cwd: work })
const section = (text: string) => /## \d+\. What has changed[\s\S]*?(?=\n## )/.exec(text)?.[0] ?? ''

beforeAll(() => {
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
  execFileSync('git', ['-C', work, 'init', '-q'])
  const graded = (date: string, grade: string) => `  - date: ${date}\n    outcomes: ${grade}\n`
  const before = `name: Riverside Recovery\nstatus: active\nlead: Service Manager\nassessments:\n${graded('2025-09-30', 'A')}`
  put(before)
  commit('2025-10-31')
  put(`${before.replace('Service Manager', 'Chief Operating Officer')}${graded('2026-06-30', 'R/A')}`)
  commit('2026-07-01')
})

describe('what changed since', () => {
  test('a day: against the register as it stood then', () => {
    const text = section(paper('--since', '2026-03-31').stdout)
    expect(text).toMatch(/^## \d+\. What has changed since 31 March 2026$/m)
    expect(text).toContain(
      '| Riverside Recovery | was assessed on 30 June 2026: outcomes worsened from A to R/A | worse |',
    )
    expect(text).toContain(
      '| Riverside Recovery | Lead changed from Service Manager to Chief Operating Officer | neither |',
    )
    expect(section(paper('--since', '2026-03').stdout)).toBe(text)
  })

  test('a revision: named with its day', () => {
    const text = section(paper('--since', 'HEAD~1').stdout)
    expect(text).toMatch(/^## \d+\. What has changed since 31 October 2025\n/)
    expect(text).toContain('outcomes worsened from A to R/A')
    expect(paper('--since', 'HEAD~1').stdout).toMatch(/; compared with revision [0-9a-f]{8} of 31 October 2025\.\n/)
  })

  test('a day before the history: only what dated entries tell, and the paper says so', () => {
    const text = section(paper('--since', '2025-01-01').stdout)
    expect(text).toContain('No copy of the register from that time is kept')
    expect(text).toContain('outcomes worsened from A to R/A')
    expect(text).not.toContain('Lead')
  })

  test('an earlier state is not judged by a day after the paper', () => {
    const early = section(paper('--since', 'HEAD', '--as-of', '2025-12-31').stdout)
    expect(early).not.toContain('better')
    const { code, stderr } = paper('--since', '2030-01-01')
    expect([code, stderr]).toEqual([2, expect.stringContaining('is after the day of the paper')])
  })

  test('nothing when nothing did, and no section when nobody asks', () => {
    expect(section(paper('--since', 'HEAD').stdout)).toContain(
      'no value, term, grade, risk, document or lead has changed',
    )
    expect(paper().stdout).not.toContain('What has changed')
  })

  test.each(['--output=x', 'no-such-branch', '31/02/2026', '04/05/2026'])('%s is refused in one line', (since) => {
    const { code, stdout, stderr } = paper(`--since=${since}`)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^partners: .*\n$/)
  })
})

describe('what changed in a register of several partnerships', () => {
  /** A register of these files as it was committed on a day. */
  const committed = (files: Readonly<Record<string, string>>, day: string) => {
    const root = registerOf(files)
    execFileSync('git', ['-C', root, 'init', '-q'])
    commit(day, root)
    return root
  }
  const told = (root: string, ...args: string[]) =>
    section(runPartners(['report', 'board-update', '-r', root, '--as-of', '2026-07-01', ...args]).stdout)
  const ours = { 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n' }

  test('a document of a partner that expired is reported once, with the partnerships that it is used in', () => {
    const mind =
      'name: Mind\nkind: third-sector\ndocuments:\n  - type: insurance\n    status: in-force\n    expires: 2026-05-31\n'
    const using = (name: string) =>
      `name: ${name}\nstatus: active\nkind: contract\ncare: true\npartners:\n  - organisation: mind\n`
    const root = committed(
      {
        ...ours,
        'organisations/mind.yaml': mind,
        'partnerships/a.yaml': using('Alpha'),
        'partnerships/b.yaml': using('Beta'),
        'partnerships/c.yaml': using('Gamma'),
      },
      '2026-03-31',
    )
    const text = told(root, '--since', '2026-03-31')
    expect(text).toContain('| Alpha, Beta and Gamma | Insurance certificate of Mind: expired on 31 May 2026 | worse |')
  })

  test('a partnership whose file could not be read in one of the two is neither new nor gone, and the paper says so', () => {
    const good = 'name: Alpha\nstatus: active\n'
    const root = committed({ ...ours, 'partnerships/a.yaml': 'name: [\n' }, '2026-03-31')
    writeFileSync(join(root, 'partnerships', 'a.yaml'), good)
    commit('2026-06-30', root)
    const mended = told(root, '--since', 'HEAD~1')
    expect(mended).not.toContain('is new in the register')
    expect(mended).toContain(
      'These entries of the earlier register could not be read and are not compared: partnership a.',
    )
    writeFileSync(join(root, 'partnerships', 'a.yaml'), 'name: [\n')
    const broken = told(root, '--since', 'HEAD', '--incomplete')
    expect(broken).not.toContain('Taken out of the register')
    expect(broken).toContain(
      'These entries of the present register could not be read and are not compared: partnership a.',
    )
  })
})
