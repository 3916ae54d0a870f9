import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT, runPartners } from '../run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-diff-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: '2026-04-30T12:00:00Z' }
const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    env: ENV,
    encoding: 'utf8',
  }).trim()
const commit = (root: string, message: string) => {
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', message)
}
const AS_OF = ['--as-of', '2026-04-30']
const riverside = (text = '') => `name: Riverside Recovery\nstatus: active\nlead: Service Manager\n${text}`
const graded = (grade: string) =>
  `assessments:\n  - date: 2026-03-31\n    outcomes: ${grade}\n    comments:\n      outcomes: So.\n`

/** A repository whose register has a branch `work` with a worse grade. */
let root: string
const put = (text: string) => writeFileSync(join(root, 'register', 'partnerships', 'riverside.yaml'), text)
beforeAll(() => {
  root = join(work, 'repository')
  mkdirSync(join(root, 'register'), { recursive: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), join(root, 'register'), { recursive: true })
  mkdirSync(join(root, 'register', 'partnerships'))
  git(root, 'init', '-q', '-b', 'main')
  put(riverside(graded('A')))
  commit(root, 'first')
  git(root, 'tag', 'v1')
  git(root, 'checkout', '-qb', 'work')
  put(riverside(graded('R/A')))
  commit(root, 'second')
})
const diff = (...args: string[]) => runPartners(['diff', ...AS_OF, ...args], { cwd: root })

describe('which two states', () => {
  const LINE = 'Outcomes worsened from A to R/A'
  test.each([
    ['without a word, where the work parted from main and the working tree', []],
    ['a range', ['main..work']],
    ['a range that ends now', ['v1..']],
    ['two revisions', ['v1', 'HEAD']],
    ['where two parted', ['main...work']],
    ['a revision and the working tree', ['v1']],
  ])('%s', (_name, args) => {
    const { code, stdout } = diff(...args)
    expect(stdout).toContain(LINE)
    expect(code).toBe(0)
  })

  test('two folders, without any git', () => {
    const [old, now] = ['old', 'new'].map((name) => join(work, name)) as [string, string]
    for (const folder of [old, now]) cpSync(join(root, 'register'), folder, { recursive: true })
    writeFileSync(join(old, 'partnerships', 'riverside.yaml'), riverside(graded('G')))
    const { stdout } = runPartners(['diff', ...AS_OF, './old', 'new'], { cwd: work })
    expect(stdout).toContain('From old to new, as of 30 April 2026')
    expect(stdout).toContain('Outcomes worsened from G to R/A')
  })

  test('what is not committed yet counts, and so does a file that git does not know', () => {
    put(riverside(graded('R')))
    writeFileSync(join(root, 'register', 'partnerships', 'new.yaml'), 'name: New\nstatus: proposed\n')
    const { stdout } = diff('HEAD')
    expect(stdout).toContain('Outcomes worsened from R/A to R')
    expect(stdout).toContain('Is new in the register, as a proposal (value not stated)')
    git(root, 'checkout', '-q', '.')
    rmSync(join(root, 'register', 'partnerships', 'new.yaml'))
  })
})

describe('nothing changed', () => {
  test('prints nothing, and is no error', () => {
    expect(diff('HEAD')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(diff('HEAD', '--format', 'markdown', '--exit-code')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(JSON.parse(diff('HEAD', '--format', 'json').stdout)).toMatchObject({
      schemaVersion: 1,
      changes: [],
      policy: null,
    })
  })
  test('with --exit-code a change is 1', () => {
    expect(diff('main..work', '--exit-code').code).toBe(1)
  })
  test('not by the passing of days, nor by moving the register to another folder', () => {
    const moved = join(work, 'moved')
    cpSync(root, moved, { recursive: true })
    mkdirSync(join(moved, 'governance'))
    renameSync(join(moved, 'register'), join(moved, 'governance', 'register'))
    mkdirSync(join(moved, 'governance', 'register', 'partnerships', 'mental-health'))
    const at = join(moved, 'governance', 'register', 'partnerships')
    renameSync(join(at, 'riverside.yaml'), join(at, 'mental-health', 'riverside.yaml'))
    const run = (...args: string[]) => runPartners(['diff', ...args], { cwd: join(moved, 'governance') })
    expect(run('HEAD', '--as-of', '2030-01-01')).toEqual({ code: 0, stdout: '', stderr: '' })
    commit(moved, 'moved')
    expect(run('HEAD~1..HEAD').stdout).toBe('')
    expect(run('v1..HEAD', ...AS_OF).stdout).toContain('Outcomes worsened from A to R/A')
  })
})

describe('formats', () => {
  test('the comment of a pull request: marker, summary, details folded', () => {
    const { stdout } = diff('main..work', '--format', 'markdown')
    expect(stdout.split('\n')[0]).toBe('<!-- partners-diff -->')
    expect(stdout).toContain('| Grades | 1 |  |  |')
    expect(stdout).toContain('- **worse**: Outcomes of Riverside Recovery worsened from A to R/A')
    expect(stdout).toContain('<summary>Riverside Recovery (riverside): ')
    expect(stdout.indexOf('| Grades')).toBeLessThan(stdout.indexOf('<details>'))
  })

  test('is never too long for a comment, and says what it leaves out', () => {
    const big = join(work, 'big')
    cpSync(join(root, 'register'), big, { recursive: true })
    for (let n = 0; n < 700; n++)
      writeFileSync(
        join(big, 'partnerships', `p${n}.yaml`),
        `name: Partnership number ${n} with quite a long name\nstatus: active\n`,
      )
    const { stdout } = runPartners(['diff', ...AS_OF, './repository/register', 'big', '--format', 'markdown'], {
      cwd: work,
    })
    expect(stdout.length).toBeLessThanOrEqual(65_000)
    expect(stdout).toMatch(/`partners diff .\/repository\/register big --all` shows the rest\. \d+ more sections\.\n$/)
    expect(stdout).toMatch(/\n\d+ more lines left out here\.\n/)
    expect(stdout.match(/<details>/g)).toHaveLength(stdout.match(/<\/details>/g)!.length)
  })

  test('for programs: every key is there, places of both sides', () => {
    const { changes } = JSON.parse(diff('main..work', '--format', 'json').stdout)
    expect(changes[0]).toEqual({
      kind: 'grade',
      weight: 'worse',
      record: { kind: 'partnership', id: 'riverside', name: 'Riverside Recovery' },
      text: 'Outcomes of Riverside Recovery worsened from A to R/A',
      what: 'Outcomes',
      did: 'worsened from A to R/A',
      words: null,
      because: [],
      becauseBefore: [],
      follows: false,
      before: {
        file: 'register/partnerships/riverside.yaml',
        line: 6,
        column: 15,
        path: 'assessments[2026-03-31].outcomes',
      },
      after: {
        file: 'register/partnerships/riverside.yaml',
        line: 6,
        column: 15,
        path: 'assessments[2026-03-31].outcomes',
      },
    })
  })

  test('names that would be commands, markup or mentions are harmless', () => {
    const evil = join(work, 'evil')
    cpSync(join(root, 'register'), evil, { recursive: true })
    const name = '"\\e[31m</summary><script>alert(1)</script> | @everyone **x** `rm`"'
    writeFileSync(join(evil, 'partnerships', 'evil.yaml'), `name: ${name}\nstatus: active\n`)
    const run = (format: string) =>
      runPartners(['diff', ...AS_OF, './repository/register', 'evil', '--format', format], { cwd: work }).stdout
    for (const format of ['pretty', 'markdown', 'json']) expect(run(format)).not.toContain('\u001B')
    expect(run('markdown')).not.toMatch(/<script>|@everyone/)
    expect(run('pretty')).toContain('<U+001B>')
  })
})

describe('a side with mistakes', () => {
  test('its findings are told, and the rest is compared', () => {
    put('name: [Riverside\n')
    const { code, stdout } = diff('v1')
    git(root, 'checkout', '-q', '.')
    expect(code).toBe(0)
    expect(stdout).toContain('Cannot be read any more, so it was not compared')
    expect(stdout).toMatch(/error +.*\n.*syntax\/yaml|syntax\/yaml/)
    expect(stdout).not.toContain('Was removed')
    expect(stdout.replace(/\s+/g, ' ')).toContain('riverside.yaml could not be read in full; totals lack what is lost')
  })
})

describe('what cannot be compared is told in one line with the way out', () => {
  test.each([
    [['--', '--output=x'], '"--output=x" is not a revision: none begins with a hyphen'],
    [['nowhere'], 'there is no revision "nowhere" in this repository'],
    [['main..nowhere'], 'there is no revision "nowhere" in this repository'],
    [['a', 'b', 'c'], 'two states are compared, not 3'],
    [['./nothing'], 'there is no ./nothing'],
    [['./register'], 'register is this register itself; name what to compare it with'],
    [['main:register'], 'there is no revision "main:register"'],
  ])('%s', (args, message) => {
    const { code, stdout, stderr } = diff(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a word that is a folder and a branch', () => {
    git(root, 'branch', 'register')
    expect(diff('register').stderr).toContain(
      '"register" is both a folder and a revision; write ./register for the folder',
    )
    expect(diff('refs/heads/register').code).toBe(0)
    git(root, 'branch', '-D', 'register')
  })

  test('a clone that has not got the contents of the base', () => {
    const partial = join(work, 'partial')
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    git(root, 'clone', '-q', '--filter=blob:none', '--branch', 'work', `file://${root}`, partial)
    const { code, stderr } = runPartners(['diff', 'origin/main', ...AS_OF], { cwd: partial })
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('were not fetched, as this clone is partial; git fetch'),
    ])
  })

  test('a folder without git, a repository without a commit, a revision without a register', () => {
    const bare = join(work, 'bare')
    cpSync(join(root, 'register'), bare, { recursive: true })
    const run = (...args: string[]) =>
      runPartners(['diff', ...args], { cwd: bare, env: { GIT_CEILING_DIRECTORIES: work } })
    expect(run().stderr).toContain('is not in a git repository')
    git(bare, 'init', '-q', '-b', 'main')
    expect(run().stderr).toContain('the repository has no commit yet; commit the register first')
    git(bare, 'commit', '--allow-empty', '-qm', 'nothing')
    expect(run('HEAD').stdout).toMatch(/From HEAD \(\w{8}\), which has no register/)
    expect(run('HEAD', 'HEAD').stderr).toContain('revision HEAD holds no register')
  })
})

describe('--revision', () => {
  const at = (...args: string[]) => runPartners([...args, ...AS_OF], { cwd: root })
  test('answers for the register as it stood, without a checkout', () => {
    expect(at('show', 'riverside', '--revision', 'v1').stdout).not.toContain('R/A')
    expect(at('show', 'riverside', '--revision', 'work').stdout).toContain('R/A')
    expect(at('list', '--columns', 'name,outcomes', '--format', 'csv', '--revision', 'v1').stdout).toContain(
      'Riverside Recovery,A',
    )
    expect(at('due', '--revision', 'v1').code).toBe(0)
    expect(at('validate', '--revision', 'v1', '--format', 'json').stdout).toContain('"asOf": "2026-04-30"')
    const id = git(root, 'rev-parse', '--short=8', 'v1')
    expect(at('report', 'board-update', '--revision', 'v1', '--incomplete').stdout).toContain(`revision ${id}, as of`)
  })
  test('as of the day of that commit, where that is asked for', () => {
    const { stdout } = runPartners(['validate', '--revision', 'v1', '--as-of', 'commit', '--format', 'json'], {
      cwd: root,
    })
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2026-04-30' })
  })
  test('also of a register that is not there any more', () => {
    const gone = join(work, 'gone')
    cpSync(root, gone, { recursive: true })
    rmSync(join(gone, 'register'), { recursive: true })
    const { stdout } = runPartners(['list', '-r', 'register', '--revision', 'v1', '--columns', 'name', ...AS_OF], {
      cwd: gone,
    })
    expect(stdout).toContain('Riverside Recovery')
  })
  test('a revision that is none is refused in one line', () => {
    const { code, stderr } = at('validate', '--revision', '-x')
    expect(code).toBe(2)
    expect(stderr).toContain('is not a revision')
  })
})

test('a generated comment reads as a person expects (golden)', () => {
  const golden = join(ROOT, 'tests', 'diff', 'comment.md')
  const { stdout } = runPartners(
    ['diff', 'examples/riverside/before', 'examples/riverside/after', '--format', 'markdown'],
    { cwd: ROOT },
  )
  expect(stdout).toBe(readFileSync(golden, 'utf8'))
})
