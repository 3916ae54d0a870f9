// What runs leave that were killed, and locks of which no run is the holder.
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isRunning, startOf } from '../../src/source/holder.js'
import { BINARY, runProgram } from '../run-partners.js'
import { git as gitIn } from '../source/repository.js'
import { change, harbour } from './harbour.js'

const work = mkdtempSync(join(tmpdir(), 'partners-left-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const env = { PATH: process.env['PATH'] ?? '', HOME: work }
const LOCK = '.partners.lock'
const dead = spawnSync('true').pid

/** All that partners keeps for itself in a folder, and below. */
const left = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => /(?:^|\/)\.partners[.-]/.test(it))
    .sort()

describe('temporary files', () => {
  test('of runs that are gone are cleared up by the next change, wherever it writes', () => {
    const root = harbour()
    const folders = [
      '',
      'partnerships',
      'partnerships/old',
      'organisations',
      'updates',
      'templates/partials',
      'schemas',
    ]
    const gone = folders.map((it) => join(root, it, `.partners-${dead}-0.tmp`))
    for (const it of [...gone, join(root, `.partners-${2 ** 40}-7.tmp`)]) {
      mkdirSync(dirname(it), { recursive: true })
      writeFileSync(it, 'half')
    }
    symlinkSync(`${dead}.5@${hostname()}`, join(root, `.partners-${dead}-1.tmp`))
    expect(change(root, 'set', 'mind', 'note', 'x').code).toBe(0)
    expect(left(root)).toEqual([])
  })

  test('are left where they are not ours: of a run that goes on, a folder, a link, another name, another folder', () => {
    const root = harbour()
    const outside = mkdtempSync(join(work, 'outside'))
    const names = [`.partners-${process.pid}-0.tmp`, '.partners-x-0.tmp', `.partners-${dead}-0.tmp.txt`]
    for (const it of names) writeFileSync(join(root, it), '')
    mkdirSync(join(root, `.partners-${dead}-2.tmp`))
    symlinkSync('register.yaml', join(root, `.partners-${dead}-3.tmp`))
    writeFileSync(join(outside, `.partners-${dead}-0.tmp`), '')
    symlinkSync(outside, join(root, 'updates'))
    mkdirSync(join(root, 'notes'))
    writeFileSync(join(root, `notes/.partners-${dead}-0.tmp`), '')
    const all = () =>
      [root, join(root, 'notes'), outside].map((it) => readdirSync(it).filter((name) => name.includes('.tmp')))
    const before = all()
    expect(change(root, 'set', 'rrp', 'summary', 'x').code).toBe(0)
    expect(before.flat()).toHaveLength(7)
    expect(all()).toEqual(before)
  })

  /** Runs a command that is killed before its call of that number; true when it came to its end before. */
  const killed = (at: number, cwd: string, ...args: string[]) => {
    const words = ['-r', join(import.meta.dirname, 'kill-at.cjs'), BINARY, ...args]
    return runProgram(process.execPath, words, { cwd, env: { ...env, KILL_AT: String(at) } }).code !== null
  }

  test('that init left are cleared up by the init that writes the rest', () => {
    const init = ['init', '--name', 'Riverside Trust', '--ci', 'both']
    const seen = new Set<string>()
    for (let at = 2, isDone = false; !isDone; at += 5) {
      const folder = mkdtempSync(join(work, 'init'))
      isDone = killed(at, folder, ...init)
      for (const it of left(folder)) seen.add(dirname(it))
      if (isDone) break
      expect([at, killed(-1, folder, ...init)]).toEqual([at, true])
      expect([at, left(folder)]).toEqual([at, []])
    }
    expect(seen.size).toBeGreaterThan(2)
  })

  test('that baseline left are cleared up by the next change', () => {
    const root = harbour()
    expect(killed(2, root, 'baseline')).toBe(false)
    expect(left(root)).toHaveLength(1)
    expect(change(root, 'set', 'rrp', 'summary', 'x').code).toBe(0)
    expect(left(root)).toEqual([])
  })
})

describe('a lock of which no run is the holder', () => {
  const git = (root: string, ...args: string[]) =>
    spawnSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args])

  /** Changes the register; a run that waits for the lock ends with the code 9. */
  function unwaiting(root: string) {
    const preload = join(mkdtempSync(join(work, 'p')), 'preload.cjs')
    const code = `const real = setTimeout\nglobalThis.setTimeout = (f, ms, ...rest) => (ms === 50 ? process.exit(9) : real(f, ms, ...rest))`
    writeFileSync(preload, code)
    return runProgram(process.execPath, ['-r', preload, BINARY, 'set', 'rrp', 'summary', 'x', '-r', root], {
      cwd: root,
      env,
    })
  }

  test.each([
    ['of another machine', '4711.99@elsewhere'],
    ['of nobody', ''],
    ['without a beginning, of a number that a process has', `${process.pid}@${hostname()}`],
  ])('%s, that was committed to git, is told at once', (_, says) => {
    const top = mkdtempSync(join(work, 'top'))
    const root = join(top, 'our [1] register')
    renameSync(harbour(), root)
    if (says === '') writeFileSync(join(root, LOCK), '')
    else symlinkSync(says, join(root, LOCK))
    expect(unwaiting(root).code).toBe(9)
    git(top, 'init', '-q')
    git(top, 'add', '-A')
    git(top, 'commit', '-qm', 'first')
    const clone = join(mkdtempSync(join(work, 'clone')), 'r')
    spawnSync('git', ['clone', '-q', '-c', 'core.symlinks=false', top, clone])
    symlinkSync(root, join(work, `link-${says.length}`))
    for (const it of [root, join(clone, 'our [1] register'), join(work, `link-${says.length}`)]) {
      const { code, stderr } = unwaiting(it)
      expect([code, stderr]).toEqual([
        2,
        `partners: ${it}/.partners.lock was committed to git, so no run holds it; git rm --force .partners.lock in its folder removes it\n`,
      ])
    }
    git(root, 'rm', '-q', '--force', LOCK)
    expect(unwaiting(root).code).toBe(0)
  })

  test('that another one took since is not taken for the one that was committed', () => {
    const root = harbour()
    symlinkSync('4711.99@elsewhere', join(root, LOCK))
    git(root, 'init', '-q')
    git(root, 'add', '-A')
    rmSync(join(root, LOCK))
    symlinkSync('4712.99@elsewhere', join(root, LOCK))
    expect(unwaiting(root).code).toBe(9)
  })

  test('of another machine, that is far too old, is told at once', () => {
    const root = harbour()
    symlinkSync('4711.99@elsewhere', join(root, LOCK))
    const old = new Date(Date.now() - 3_600_000)
    lutimesSync(join(root, LOCK), old, old)
    const { code, stderr } = unwaiting(root)
    expect([code, stderr]).toEqual([2, expect.stringContaining('(process 4711 on elsewhere)')])
  })

  test.each([
    ['that has ended', `${dead}.5@${hostname()}`],
    ['that cannot be', `99999999999.5@${hostname()}`],
    ['of nobody', `0.5@${hostname()}`],
  ])('of a process %s is taken over', (_, says) => {
    const root = harbour()
    symlinkSync(says, join(root, LOCK))
    expect(unwaiting(root).code).toBe(0)
    expect(existsSync(join(root, LOCK))).toBe(false)
  })

  const isCovered = startOf(process.pid) !== undefined

  test.skipIf(!isCovered)('of a process whose number another one has now is taken over', () => {
    const root = harbour()
    symlinkSync(`${process.pid}.5@${hostname()}`, join(root, LOCK))
    expect(unwaiting(root).code).toBe(0)
    symlinkSync(`${process.pid}.${startOf(process.pid)}@${hostname()}`, join(root, LOCK))
    expect(unwaiting(root).code).toBe(9)
  })

  test.skipIf(!isCovered)('a process that has ended and was not asked how is gone', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'])
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))))
    const status = () => spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout
    while (!status().startsWith('Z')) expect(status()).not.toBe('')
    expect(isRunning(pid)).toBe(false)
    parent.kill()
  })
})

test('a lock that was committed is known in a repository of SHA-256, too', () => {
  const top = mkdtempSync(join(work, 'sha256'))
  const root = join(top, 'register')
  renameSync(harbour(), root)
  symlinkSync('4711@elsewhere', join(root, LOCK))
  gitIn(top, 'init', '-q', '--object-format=sha256')
  gitIn(top, 'add', '-A')
  gitIn(top, 'commit', '-qm', 'first')
  const { code, stderr } = change(root, 'record', 'confirm', 'rrp')
  expect([code, stderr]).toEqual([2, expect.stringContaining('was committed to git')])
})
