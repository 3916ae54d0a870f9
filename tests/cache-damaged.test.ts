import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadRecord } from '../src/model/read-record.js'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const FILES = {
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'partnerships/a.yaml': 'name: A\nstatus: active\nvalue:\n  amount: 3m\n  per: year\n',
  'partnerships/b.yaml': 'name: B\nstatus: aktive\n',
}

/** What is said of a register by a command with a folder of caches, and without one. */
function commands() {
  const root = registerOf(FILES)
  const cache = join(tempFolder(), 'cache')
  const run = (command: readonly string[], env: Readonly<Record<string, string>>) =>
    runPartners([...command, '-r', root], { env: { PARTNERS_NO_CACHE: '', ...env } })
  const pack = () => join(cache, readdirSync(cache)[0]!)
  return {
    with: (...command: string[]) => run(command, { PARTNERS_CACHE: cache }),
    without: (...command: string[]) => run(command, { PARTNERS_NO_CACHE: '1' }),
    cache,
    pack,
  }
}
const VALIDATE = ['validate', '--as-of', '2026-09-30']

test.skipIf(!existsSync('/proc'))('a folder of caches that cannot be made is done without', () => {
  const root = registerOf(FILES)
  const run = (env: Readonly<Record<string, string>>) =>
    runPartners([...VALIDATE, '-r', root], { env: { PARTNERS_NO_CACHE: '', ...env } })
  const without = run({ PARTNERS_NO_CACHE: '1' })
  for (const folder of ['/proc/nope', '/proc/nope/deeper', '/dev/null/x'])
    expect(run({ XDG_CACHE_HOME: folder })).toEqual(without)
  const { stderr } = run({ XDG_CACHE_HOME: '/proc/nope', PARTNERS_DEBUG: '1' })
  expect(stderr).toMatch(/pack was not written: \/proc\/nope cannot be written/)
})

test('whatever stands in the place of a pack is not followed, and not waited for', () => {
  const it = commands()
  const right = it.with(...VALIDATE)
  const pack = it.pack()
  const secret = join(tempFolder({ secret: 'secret' }), 'secret')
  for (const put of [
    () => symlinkSync('/dev/zero', pack),
    () => symlinkSync(secret, pack),
    () => void spawnSync('mkfifo', [pack]),
    () => mkdirSync(pack),
  ]) {
    rmSync(pack, { recursive: true })
    put()
    expect(it.with(...VALIDATE)).toEqual(right)
  }
  expect(readFileSync(secret, 'utf8')).toBe('secret')
})

describe('a pack with a right sum and wrong types is no fault of the tool', () => {
  const wrong: readonly unknown[] = [
    5,
    'text',
    null,
    [],
    [null],
    {},
    { name: 5 },
    { partners: 7, value: [], status: {} },
  ]
  const forged = (record: ReadRecord, it: unknown): readonly object[] => [
    { ...record, data: it },
    { ...record, problems: [it] },
    { ...record, lost: [it] },
    { ...record, spellings: [it] },
  ]

  test.each(wrong.map((it) => ({ it })))('$it', ({ it: value }) => {
    const it = commands()
    const right = it.with(...VALIDATE)
    const pack = it.pack()
    const [head, body] = readFileSync(pack, 'latin1').split('\n') as [string, string]
    const entries = JSON.parse(body) as [string, ReadRecord][]
    let stopped = 0
    for (const [index, [key, record]] of entries.entries())
      for (const bad of forged(record, value)) {
        const text = JSON.stringify(entries.map((entry, at) => (at === index ? [key, bad] : entry)))
        writeFileSync(pack, `${head.replace(/\w+$/, createHash('sha256').update(text).digest('hex'))}\n${text}`)
        const { code, stderr } = it.with(...VALIDATE)
        expect(stderr).not.toContain('a fault of the tool')
        if (!stderr.includes('the cache of this register may be damaged, so it was deleted')) continue
        stopped++
        expect([code, stderr.trimEnd().split('\n'), existsSync(pack)]).toEqual([2, [expect.any(String)], false])
        expect(it.with(...VALIDATE)).toEqual(right)
      }
    expect([value, stopped > 0]).toEqual([value, true])
  })
})
