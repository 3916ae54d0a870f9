import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-since-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const put = (text: string) => writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), text)
const commit = (day: string) => {
  const date = `${day}T12:00:00Z`
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  const as = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  execFileSync('git', ['-C', work, ...as, 'add', '.'], { env })
  execFileSync('git', ['-C', work, ...as, 'commit', '-qm', 'register'], { env })
}
const paper = (...args: string[]) => runPartners(['report', 'board-update', ...args], { cwd: work })
const section = (text: string) => /## What has changed[\s\S]*?(?=\n## )/.exec(text)?.[0] ?? ''

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
    expect(text).toContain('## What has changed since 31 March 2026')
    expect(text).toContain('| Riverside Recovery | outcomes: R/A; it was A | worse |')
    expect(text).toContain('| Riverside Recovery | lead: Chief Operating Officer; it was Service Manager | – |')
    expect(section(paper('--since', '2026-03').stdout)).toBe(text)
  })

  test('a revision: named with its day', () => {
    const text = section(paper('--since', 'HEAD~1').stdout)
    expect(text).toMatch(/since revision [0-9a-f]{8} of 31 October 2025/)
    expect(text).toContain('outcomes: R/A; it was A')
  })

  test('a day before the history: only what dated entries tell, and the paper says so', () => {
    const text = section(paper('--since', '2025-01-01').stdout)
    expect(text).toContain('No state of the register from that time is kept')
    expect(text).toContain('outcomes: R/A; it was not graded')
    expect(text).not.toContain('lead:')
  })

  test('an earlier state is not judged by a day after the paper', () => {
    const early = section(paper('--since', 'HEAD', '--as-of', '2025-12-31').stdout)
    expect(early).not.toContain('better')
    const { code, stderr } = paper('--since', '2030-01-01')
    expect([code, stderr]).toEqual([2, expect.stringContaining('is after the day of the paper')])
  })

  test('nothing when nothing did, and no section when nobody asks', () => {
    expect(section(paper('--since', 'HEAD').stdout)).toContain('Nothing that this paper tells of has changed.')
    expect(paper().stdout).not.toContain('What has changed')
  })

  test.each(['--output=x', 'no-such-branch', '31/02/2026', '04/05/2026'])('%s is refused in one line', (since) => {
    const { code, stdout, stderr } = paper(`--since=${since}`)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^partners: .*\n$/)
  })
})
