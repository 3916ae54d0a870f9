import { spawn, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { withLock } from '../../src/source/lock.js'
import { BINARY } from '../run-partners.js'
import { harbour } from './harbour.js'

const work = mkdtempSync(join(tmpdir(), 'partners-lock-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const left = (root: string) => readdirSync(root).filter((it) => it.startsWith('.partners'))

/** Starts a change in which calls of the file system are other ones; `waits` once it has found the lock taken some times. */
function start(root: string, code: string, id = 'n') {
  const folder = mkdtempSync(join(work, 'p'))
  const preload = join(folder, 'preload.cjs')
  const hasWaited = join(folder, 'has-waited')
  const counting = `let looks = 0
fs.lstatSync = (path, ...rest) => {
  if (String(path).endsWith('.partners.lock') && ++looks === 8) real.writeFileSync(${JSON.stringify(hasWaited)}, '')
  return real.lstatSync(path, ...rest)
}`
  writeFileSync(preload, `const fs = require('node:fs')\nconst real = { ...fs }\n${counting}\n${code}\n`)
  const args = ['record', 'headline', 'rrp', '--text', `Text ${id}.`, '--id', id, '-r', root]
  const run = spawn(process.execPath, ['-r', preload, BINARY, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: work },
    stdio: 'ignore',
  })
  const end = new Promise<number | null>((resolve) => run.on('close', resolve))
  const waits = async () => {
    while (!existsSync(hasWaited) && run.exitCode === null) await setTimeout(10)
  }
  return { run, end, waits }
}
const without = (...names: string[]) =>
  names.map((it) => `fs.${it} = () => { throw Object.assign(new Error('EPERM'), { code: 'EPERM' }) }`).join('\n')
const textOf = (root: string) => readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')
const deadProcess = () => `${spawnSync('true').pid}@${hostname()}`

test('a lock that somebody else has by the end is left to them', async () => {
  const root = harbour()
  const lock = join(root, '.partners.lock')
  await withLock(root, async () => {
    rmSync(lock)
    symlinkSync('1@elsewhere', lock)
  })
  expect(readlinkSync(lock)).toBe('1@elsewhere')
})

test.each([
  ['a link', 'symlinkSync'],
  ['a file', 'writeFileSync'],
])('taking over the lock of a run that was killed never removes or replaces a living one (%s)', async (_, make) => {
  const root = harbour()
  const lock = join(root, '.partners.lock')
  symlinkSync(deadProcess(), lock)
  const living = `${process.pid}@${hostname()}`
  // before the dead lock is moved aside a second run takes its place, and before that one is put back, a third is there
  const code = `let isDone = false
const lock = ${JSON.stringify(lock)}
fs.renameSync = (from, to) => {
  if (isDone || from !== lock) return real.renameSync(from, to)
  isDone = true
  real.rmSync(lock)
  real.${make}(...(${JSON.stringify(make)} === 'symlinkSync' ? ['2@second', lock] : [lock, '2@second']))
  real.renameSync(from, to)
  real.symlinkSync(${JSON.stringify(living)}, lock)
}`
  const { run, end, waits } = start(root, code)
  await waits()
  expect(run.exitCode).toBe(null)
  expect(readlinkSync(lock)).toBe(living)
  expect(left(root)).toEqual(['.partners.lock'])
  rmSync(lock)
  expect(await end).toBe(0)
  expect(left(root)).toEqual([])
})

test('a living lock that was moved aside by mistake is put back', async () => {
  const root = harbour()
  const lock = join(root, '.partners.lock')
  symlinkSync(deadProcess(), lock)
  const living = `${process.pid}@${hostname()}`
  const code = `let isDone = false
const lock = ${JSON.stringify(lock)}
fs.renameSync = (from, to) => {
  if (!isDone && from === lock) { isDone = true; real.rmSync(lock); real.symlinkSync(${JSON.stringify(living)}, lock) }
  real.renameSync(from, to)
}`
  const { end, waits } = start(root, code)
  await waits()
  expect(readlinkSync(lock)).toBe(living)
  rmSync(lock)
  expect(await end).toBe(0)
})

describe.each([
  ['no symbolic links', ['symlinkSync']],
  ['no links at all', ['symlinkSync', 'linkSync']],
])('where there are %s', (_, names) => {
  test('several runs at once make their changes one after the other', async () => {
    const root = harbour()
    const ids = ['n1', 'n2', 'n3', 'n4']
    const codes = await Promise.all(ids.map((id) => start(root, without(...names), id).end))
    expect(codes).toEqual([0, 0, 0, 0])
    for (const id of ids) expect(textOf(root)).toContain(`Text ${id}.`)
    expect(left(root)).toEqual([])
  })

  test('the lock is signed from its first moment, or an unsigned one is gone after a minute', async () => {
    const root = harbour()
    const lock = join(root, '.partners.lock')
    writeFileSync(lock, '')
    const first = start(root, without(...names))
    await first.waits()
    expect(first.run.exitCode).toBe(null)
    expect(lstatSync(lock).size).toBe(0)
    const old = new Date(Date.now() - 120_000)
    utimesSync(lock, old, old)
    expect(await first.end).toBe(0)
    expect(left(root)).toEqual([])
  })
})
