import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners, runProgram } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const FILES = {
  'register/policy.yaml': 'extends: nhs-2026\n',
  'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
}
const settings = (zone?: string) => `schema: 1\norganisation: us\n${zone === undefined ? '' : `time-zone: ${zone}\n`}`
const reviewedOn = (day: string) =>
  `name: Alpha\nstatus: active\nstart: 2026-01-01\nreviews:\n  - date: ${day}\n    outcome: continue\n`

/** Runs git as of a moment: that of the author, and that of the commit. */
function git(folder: string, authored: string, committed: string, ...args: string[]): string {
  const { code, stdout, stderr } = runProgram('git', args, {
    cwd: folder,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_ALLOW_PROTOCOL: 'file',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: authored,
      GIT_COMMITTER_NAME: 'C',
      GIT_COMMITTER_EMAIL: 'c@example.org',
      GIT_COMMITTER_DATE: committed,
    },
  })
  if (code !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** A repository with one commit. */
function repository(authored: string, committed: string, more: Readonly<Record<string, string>> = {}): string {
  const top = tempFolder({ 'register/register.yaml': settings(), ...FILES, ...more })
  git(top, authored, committed, 'init', '-q', '-b', 'main', '--template=')
  commit(top, authored, committed)
  return top
}

function commit(top: string, authored: string, committed: string): void {
  git(top, authored, committed, 'add', '-A')
  git(top, authored, committed, 'commit', '-qm', 'change')
}

const run = (top: string, args: string[] = [], env: Record<string, string> = {}) =>
  runPartners(['validate', '--as-of', 'commit', '--format', 'json', ...args], { cwd: top, env })
const dayOf = (top: string, ...args: string[]): string => JSON.parse(run(top, args).stdout).asOf

describe('--as-of commit is the day of the commit', () => {
  test.each([
    ['Europe/London', '2026-06-30T23:30:00Z', '2026-07-01'],
    ['Europe/London', '2026-11-30T23:30:00Z', '2026-11-30'],
    ['Australia/Sydney', '2026-11-29T22:30:00Z', '2026-11-30'],
    ['America/New_York', '2026-07-01T01:00:00+0100', '2026-06-30'],
    [undefined, '2026-07-01T08:30:00+0900', '2026-07-01'],
  ])('in the time zone of the register: %s, %s', (zone, moment, day) => {
    const top = repository(moment, moment, { 'register/register.yaml': settings(zone) })
    for (const TZ of ['UTC', 'Pacific/Kiritimati']) expect(JSON.parse(run(top, [], { TZ }).stdout).asOf).toBe(day)
    expect(dayOf(top, '--revision', 'HEAD')).toBe(day)
  })

  test('not of what was written earlier: an amended, a rebased, a fast-forwarded commit', () => {
    const top = repository('2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')
    writeFileSync(join(top, 'register/partnerships.txt'), '')
    git(top, '', '2026-11-20T10:00:00Z', 'checkout', '-q', '-b', 'work')
    writeFileSync(join(top, 'register/policy.yaml'), 'extends: nhs-2026\n# work\n')
    commit(top, '2026-11-10T10:00:00Z', '2026-11-21T10:00:00Z')
    git(top, '', '2026-11-20T10:00:00Z', 'checkout', '-q', 'main')
    writeFileSync(join(top, 'register/organisations/mind.yaml'), 'name: Mind\nkind: third-sector\n')
    git(top, '', '', 'add', '-A')
    git(top, '', '2026-11-25T10:00:00Z', 'commit', '-q', '--amend', '--no-edit')
    expect(dayOf(top)).toBe('2026-11-25')
    git(top, '', '2026-11-28T10:00:00Z', 'rebase', '-q', 'main', 'work')
    git(top, '', '2026-11-29T10:00:00Z', 'checkout', '-q', 'main')
    git(top, '', '2026-11-29T10:00:00Z', 'merge', '-q', '--ff-only', 'work')
    expect(git(top, '', '', 'log', '-1', '--format=%as %cs')).toBe('2026-11-10 2026-11-28')
    expect(dayOf(top)).toBe('2026-11-28')
  })

  test('so that a review of the day on which it was committed is never in the future', () => {
    const top = repository('2026-11-10T10:00:00Z', '2026-11-25T10:00:00Z', {
      'register/partnerships/alpha.yaml': reviewedOn('2026-11-25'),
    })
    expect(run(top, ['--rule', 'date/future']).code).toBe(0)
  })

  test('of the merge, where CI made one; in a shallow clone, too', () => {
    const top = repository('2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z')
    git(top, '', '', 'checkout', '-q', '-b', 'work')
    writeFileSync(join(top, 'register/policy.yaml'), 'extends: nhs-2026\n# work\n')
    commit(top, '2026-11-05T10:00:00Z', '2026-11-05T10:00:00Z')
    git(top, '', '', 'checkout', '-q', '--detach', 'main')
    git(top, '2026-11-09T10:00:00Z', '2026-11-09T10:00:00Z', 'merge', '-q', '--no-ff', '-m', 'merge', 'work')
    git(top, '', '', 'branch', '-q', 'pull')
    const clone = join(tempFolder(), 'clone')
    git(top, '', '', 'clone', '-q', '--depth', '1', '--branch', 'pull', `file://${top}`, clone)
    for (const it of [top, clone]) expect(dayOf(it)).toBe('2026-11-09')
  })

  test('and so is the last state before a day, and the day of a revision in a paper', () => {
    const top = repository('2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z')
    writeFileSync(join(top, 'register/register.yaml'), `${settings()}name: The Trust\n`)
    commit(top, '2026-03-02T10:00:00Z', '2026-06-30T23:30:00Z') // 1 July in London
    const since = (word: string) =>
      runPartners(['report', 'board-update', '--incomplete', '--as-of', '2026-08-01', '--since', word], { cwd: top })
    expect(since('HEAD').stdout).toMatch(/since 1 July 2026[^]*compared with revision [0-9a-f]{8} of 1 July 2026/)
    expect(since('2026-02-28').stdout).toContain('No copy of the register from that time is kept')
    expect(since('2026-06-30').stdout).not.toContain('No copy of the register from that time is kept')
  })

  test('a state that a shallow clone lacks is not taken for one that never was', () => {
    const top = repository('2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z')
    writeFileSync(
      join(top, 'register/register.yaml'),
      `${settings()}name: The Trust
`,
    )
    commit(top, '2026-06-30T10:00:00Z', '2026-06-30T10:00:00Z')
    const clone = join(tempFolder(), 'clone')
    git(top, '', '', 'clone', '-q', '--depth', '1', `file://${top}`, clone)
    const since = (env: Record<string, string> = {}) =>
      runPartners(['report', 'board-update', '--incomplete', '--as-of', '2026-08-01', '--since', '2026-05-01'], {
        cwd: clone,
        env,
      })
    expect(since().stderr).toContain(
      'this clone holds only the newest commits, so of the time since 1 May 2026 only dated entries are shown; to show everything: git fetch --unshallow --tags origin',
    )
    git(clone, '', '', 'fetch', '-q', '--unshallow')
    expect(since().stdout).toContain('What has changed since 1 May 2026')
    expect(since({ PATH: '/nonexistent' }).stderr).toContain('git is not installed')
  })
})

describe('where there is no day of a commit, it is told why', () => {
  const refused = (top: string, env: Record<string, string> = {}) => {
    const { code, stdout, stderr } = run(top, [], env)
    expect([code, stdout]).toEqual([2, ''])
    return stderr
  }
  const made = () => repository('2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z')

  test('git is not installed', () => {
    expect(refused(made(), { PATH: '/nonexistent' })).toContain('git is not installed')
  })

  test('the repository belongs to another user, with the command that helps', () => {
    const top = made()
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    const words = `git does not trust ${top}, which belongs to another user; git config --global --add safe.directory ${top}`
    expect(refused(top, env)).toContain(words)
    for (const args of [['diff'], ['list', '--revision', 'HEAD'], ['report', 'board-update', '--since', 'HEAD']])
      expect(runPartners([...args], { cwd: top, env }).stderr).toContain(words)
  })

  test('its settings cannot be read, with where', () => {
    const top = made()
    writeFileSync(join(top, '.git', 'config'), '[core]\n\tbare = false\n[oops\n')
    const words = `git cannot read the repository ${top}: bad config line 3 in file .git/config`
    expect(refused(top)).toContain(words)
    expect(runPartners(['diff', 'HEAD'], { cwd: top }).stderr).toContain(words)
  })

  test('there is no repository, or no commit yet', () => {
    const top = made()
    rmSync(join(top, '.git'), { recursive: true })
    expect(refused(top)).toMatch(/is not in a git repository.*; name the day itself/)
    git(top, '', '', 'init', '-q')
    expect(refused(top)).toContain('the repository has no commit yet')
  })
})

test.skipIf(process.platform === 'win32')('a register in no repository starts no git', () => {
  const folder = tempFolder({ git: '#!/bin/sh\ntouch "$0.started"\n' })
  chmodSync(join(folder, 'git'), 0o755)
  const root = join(
    tempFolder({
      'register/register.yaml': settings(),
      ...FILES,
      'register/partnerships/alpha.yaml': reviewedOn('2026-01-31'),
    }),
    'register',
  )
  for (const args of [
    ['validate', '--format', 'sarif'],
    ['status'],
    ['list'],
    ['report', 'board-update', '--since', '2026-01-01', '--incomplete'],
    ['set', 'alpha', 'status', 'planned'],
  ])
    runPartners(args, { cwd: root, env: { PATH: folder } })
  expect(existsSync(join(folder, 'git.started'))).toBe(false)
})
