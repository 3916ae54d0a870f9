// What the tool opens and writes by a name of its own: whatever stands there, nothing hangs, and nothing is followed out.
import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { BINARY, runPartners, runProgram } from '../run-partners.js'
import { change, harbour } from './harbour.js'

const work = mkdtempSync(join(tmpdir(), 'partners-own-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const JOURNAL = '.partners-change.json'
const LOCK = '.partners.lock'

/** What may stand where a file of the tool belongs, and what is said of it. */
const STANDING: readonly [string, (path: string) => void, RegExp][] = [
  ['a link to a device', (path) => symlinkSync('/dev/zero', path), /link|not as partners makes it/],
  ['a link to a file', (path) => symlinkSync('register.yaml', path), /link|not as partners makes it/],
  ['a pipe', (path) => void spawnSync('mkfifo', [path]), /it is a pipe, socket or device/],
  ['a folder', (path) => mkdirSync(path), /it is a folder/],
  ['a very large file', (path) => (writeFileSync(path, ''), truncateSync(path, 2 ** 31)), /it is too large/],
  ['another file', (path) => writeFileSync(path, 'other words'), /is not as partners (?:makes|writes) it/],
]

/** A register, and beside it a folder that nothing may be written to. */
function withOutside(more: Readonly<Record<string, string>> = {}) {
  const root = harbour(more)
  const outside = mkdtempSync(join(work, 'outside'))
  return { root, outside }
}
const linkOut = (root: string, outside: string, folder: string) => {
  rmSync(join(root, folder), { recursive: true, force: true })
  symlinkSync(outside, join(root, folder))
}
const refusal = (root: string, ...args: string[]) => {
  const { code, stderr } = change(root, ...args)
  expect([code, stderr.trimEnd().split('\n')]).toEqual([2, [expect.stringMatching(/^partners: /)]])
  return stderr
}

describe.each(STANDING)('%s', (what, put, said) => {
  test('in place of the journal is told by every command, and stays', () => {
    const root = harbour()
    put(join(root, JOURNAL))
    const before = lstatSync(join(root, JOURNAL)).mode
    for (const args of [['list'], ['set', 'rrp', 'summary', 'x']]) {
      const stderr = refusal(root, ...args)
      expect(stderr).toContain(join(root, JOURNAL))
      expect(stderr).toMatch(said)
    }
    expect(lstatSync(join(root, JOURNAL)).mode).toBe(before)
  })

  test('in place of the lock is told at once, and keeps nobody from reading', () => {
    const root = harbour()
    put(join(root, LOCK))
    const before = lstatSync(join(root, LOCK)).mode
    const stderr = refusal(root, 'set', 'rrp', 'summary', 'x')
    expect(stderr).toContain(join(root, LOCK))
    expect(stderr).toMatch(said)
    expect(lstatSync(join(root, LOCK)).mode).toBe(before)
    expect(change(root, 'list').code).toBe(0)
  })

  test('in place of a schema, the baseline or a new record is not written over', () => {
    const root = harbour()
    for (const path of ['schemas/policy.schema.json', 'baseline.yaml', 'partnerships/alpha.yaml']) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      put(join(root, path))
      const before = lstatSync(join(root, path)).mode
      const args = path.startsWith('schemas') ? ['schema', '--write'] : ['new', 'Alpha', '--id', 'alpha']
      refusal(root, ...(path === 'baseline.yaml' ? ['baseline'] : args))
      expect([path, lstatSync(join(root, path)).mode]).toEqual([path, before])
      rmSync(join(root, path), { recursive: true })
    }
  })

  test('in place of what init writes is left as it is', () => {
    const folder = mkdtempSync(join(work, 'init'))
    put(join(folder, '.gitattributes'))
    mkdirSync(join(folder, '.git'))
    put(join(folder, '.git/HEAD'))
    const before = lstatSync(join(folder, '.gitattributes')).mode
    const { code, stdout } = runPartners(['init', '--name', 'Riverside Trust'], { cwd: folder })
    expect([code, stdout]).toEqual([0, expect.stringContaining('kept .gitattributes')])
    expect(lstatSync(join(folder, '.gitattributes')).mode).toBe(before)
  })

  test('in place of the report for GitLab is told, or written anew, and never followed', () => {
    const root = harbour()
    const folder = mkdtempSync(join(work, 'ci'))
    put(join(folder, 'gl-code-quality-report.json'))
    const { code, stdout, stderr } = runPartners(['validate', '-r', root, '--fail-on', 'never'], {
      cwd: folder,
      env: { GITLAB_CI: 'true' },
    })
    expect([code, stdout]).toEqual([0, expect.stringContaining('as of 30 September 2026')])
    const isFile = what.endsWith(' file') && !what.startsWith('a link')
    expect(stderr).toMatch(isFile ? /^$/ : /gl-code-quality-report\.json (?:cannot be written|is a link)/)
  })
})

describe('a link that leads out of the register is not written through', () => {
  test.each([
    ['organisations', ['organisation', 'new', 'Evil Org', '--kind', 'third-sector']],
    ['partnerships', ['new', 'Foo', '--id', 'foo']],
    ['schemas', ['schema', '--write']],
  ])('%s', (folder, args) => {
    const { root, outside } = withOutside()
    linkOut(root, outside, folder)
    const dry = folder === 'schemas' ? [] : [[...args, '--dry-run']]
    for (const it of [...dry, args])
      expect(refusal(root, ...it)).toContain(`${folder} is a link that leads out of ${root}; put a folder in its place`)
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(root).filter((it) => it.startsWith('.partners'))).toEqual([])
  })

  test.each([
    ['baseline.yaml', ['baseline']],
    ['partnerships/foo.yaml', ['new', 'Foo', '--id', 'foo']],
    ['schemas/policy.schema.json', ['schema', '--write']],
    [JOURNAL, ['rename', 'rrp', 'riverside']],
  ])('%s, where it leads to nothing', (path, args) => {
    const { root, outside } = withOutside()
    mkdirSync(dirname(join(root, path)), { recursive: true })
    symlinkSync(join(outside, 'new'), join(root, path))
    refusal(root, ...args)
    expect(readdirSync(outside)).toEqual([])
    expect(lstatSync(join(root, path)).isSymbolicLink()).toBe(true)
  })
})

test('a link is refused where the system has no way to open without following', () => {
  const root = harbour()
  symlinkSync('register.yaml', join(root, JOURNAL))
  const preload = join(work, 'without-flag.cjs')
  writeFileSync(
    preload,
    `const fs = require('node:fs'), real = fs.openSync
const without = (flags) => (typeof flags === 'number' ? flags & ~fs.constants.O_NOFOLLOW : flags)
fs.openSync = (path, flags, ...rest) => real(path, without(flags), ...rest)`,
  )
  const env = { PATH: process.env['PATH'] ?? '', HOME: work }
  const run = (...args: string[]) =>
    runProgram(process.execPath, ['-r', preload, BINARY, ...args, '-r', root], { cwd: root, env })
  const { code, stderr } = run('list')
  expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be read: it is a link, and a file is expected')])
  rmSync(join(root, JOURNAL))
  expect([run('list').code, run('set', 'rrp', 'summary', 'x').code]).toEqual([0, 0])
})

describe('a link within the register is written through, as it is read', () => {
  test('of a folder and of a file', () => {
    const root = harbour()
    renameSync(join(root, 'partnerships'), join(root, 'all'))
    symlinkSync('all', join(root, 'partnerships'))
    expect(change(root, 'new', 'Foo', '--id', 'foo').code).toBe(0)
    expect(change(root, 'rename', 'foo', 'bar').code).toBe(0)
    expect(readdirSync(join(root, 'all'))).toEqual(['bar.yaml', 'rrp.yaml'])
    expect(lstatSync(join(root, 'partnerships')).isSymbolicLink()).toBe(true)
  })

  test('the register itself may be reached through one', () => {
    const root = harbour()
    const link = join(mkdtempSync(join(work, 'l')), 'link')
    symlinkSync(root, link)
    for (const args of [
      ['set', 'rrp', 'summary', 'x'],
      ['new', 'Foo', '--id', 'foo'],
      ['rename', 'foo', 'bar'],
      ['baseline'],
      ['schema', '--write'],
    ])
      expect([args, change(link, ...args).code]).toEqual([args, 0])
    expect(readdirSync(join(root, 'partnerships'))).toEqual(['bar.yaml', 'rrp.yaml'])
    expect(readdirSync(root)).toContain('baseline.yaml')
  })

  test.each([
    ['a path through a link, in the register', (root: string, link: string) => ({ cwd: root, path: link })],
    ['a path without it, in the link', (root: string, link: string) => ({ cwd: link, path: root })],
    ['a path through a link, from elsewhere', (root: string, link: string) => ({ cwd: work, path: link, named: root })],
    ['a path without it, from elsewhere', (root: string, link: string) => ({ cwd: work, path: root, named: link })],
  ])('validate finds %s', (_, of) => {
    const root = harbour({ 'partnerships/odd.yaml': 'name: Odd\nstatus: aktive\n' })
    const link = join(mkdtempSync(join(work, 'l')), 'link')
    symlinkSync(root, link)
    const { cwd, path, named = cwd } = of(root, link) as { cwd: string; path: string; named?: string }
    const args = ['validate', '-r', named, '--format', 'json', join(path, 'partnerships/odd.yaml')]
    const { stdout, stderr } = runPartners(args, { cwd })
    expect(stderr).toBe('')
    const files = (JSON.parse(stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expect(file).toMatch(/partnerships\/odd\.yaml$/)
  })
})

test('what a path is made of never reaches the terminal as it is', () => {
  const root = join(mkdtempSync(join(work, 'e')), 'evil\u001B[2J\u202E')
  renameSync(harbour(), root)
  spawnSync('mkfifo', [join(root, LOCK)])
  const { stderr } = runPartners(['set', 'rrp', 'summary', 'x', '-r', root], { cwd: work })
  expect(stderr).toContain('evil<U+001B>[2J<U+202E>/.partners.lock cannot be read: it is a pipe')
})

describe('nothing to change', () => {
  const laid = { 'partnerships/rrp.yaml': 'name: Riverside\nstatus: active\n' }
  /** Runs a command as on a disk that takes nothing: one that is read-only, or one that is full and still takes links. */
  function runOnDisk(error: 'EROFS' | 'ENOSPC', root: string, ...args: string[]) {
    const preload = join(mkdtempSync(join(work, 'p')), 'preload.cjs')
    const fail = `throw Object.assign(new Error('${error}'), { code: '${error}' })`
    const code = `const fs = require('node:fs')
const real = { ...fs }
const isWriting = (flags) => String(flags).includes('w')
fs.openSync = (path, flags, ...rest) => { if (isWriting(flags)) ${fail}; return real.openSync(path, flags, ...rest) }
fs.writeFileSync = () => { ${fail} }
${
  error === 'EROFS'
    ? `for (const name of ['symlinkSync', 'linkSync', 'renameSync', 'rmSync', 'mkdirSync']) fs[name] = () => { ${fail} }
fs.accessSync = (path, mode) => { if (mode & 2) ${fail}; return real.accessSync(path, mode) }`
    : ''
}`
    writeFileSync(preload, code)
    const env = { PATH: process.env['PATH'] ?? '', HOME: work }
    return runProgram(process.execPath, ['-r', preload, BINARY, ...args, '-r', root], { cwd: root, env })
  }

  test.each(['EROFS', 'ENOSPC'] as const)('is told on a disk that takes nothing (%s)', (error) => {
    const root = harbour(laid)
    for (const args of [['fix'], ['fix', '--layout']]) {
      const { code, stderr } = runOnDisk(error, root, ...args)
      expect([args, code, stderr]).toEqual([args, 0, ''])
    }
    const { code, stderr } = runOnDisk(error, root, 'set', 'rrp', 'summary', 'x')
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/rrp\.yaml cannot be written: the disk is (?:full|read-only)/),
    ])
  })

  test('writes no journal', () => {
    const root = harbour(laid)
    const preload = join(work, 'no-journal.cjs')
    writeFileSync(
      preload,
      `const fs = require('node:fs'), real = fs.renameSync
fs.renameSync = (from, to) => { if (String(to).endsWith('${JOURNAL}')) process.exit(9); return real(from, to) }`,
    )
    const env = { PATH: process.env['PATH'] ?? '', HOME: work }
    const args = ['-r', preload, BINARY, 'fix', '--layout', '-r', root]
    expect(runProgram(process.execPath, args, { cwd: root, env }).code).toBe(0)
  })
})

test.each([
  ['of no steps', '{"schema":1,"steps":[]}\n'],
  ['of no bytes', ''],
])('a journal %s is no obstacle, and the next change takes it away', (_, text) => {
  const root = harbour()
  writeFileSync(join(root, JOURNAL), text)
  const list = change(root, 'list')
  expect([list.code, list.stderr]).toEqual([0, ''])
  expect(change(root, 'set', 'rrp', 'summary', 'x').code).toBe(0)
  expect(readdirSync(root)).not.toContain(JOURNAL)
  writeFileSync(join(root, JOURNAL), text)
  expect(change(root, 'rename', 'rrp', 'riverside').code).toBe(0)
  expect(readdirSync(root)).not.toContain(JOURNAL)
  expect(readFileSync(join(root, 'partnerships/riverside.yaml'), 'utf8')).toContain('Riverside')
})
