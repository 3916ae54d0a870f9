import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntaxErrors } from '../../src/document/syntax-errors.js'
import { buildRegister, type RecordStore } from '../../src/model/register.js'
import { locateFindings, Locator } from '../../src/output/located.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { checkRegister } from '../../src/rules/check.js'
import { rules } from '../../src/rules/index.js'
import { cacheFolder, RecordCache } from '../../src/source/cache.js'
import { objectId } from '../../src/source/object-id.js'
import { edited, releasedPolicy, someEdits, someFiles, sourcesOf, type Files } from '../random-register.js'
import { tempFolder } from './temp-folder.js'

const silent = () => undefined
const at = (folder: string, build = 'a') => ({ folder, build, note: silent })

/** Every finding with its place, of files that are read with a store or without. */
function found(files: Files, store?: RecordStore): unknown {
  const register = buildRegister(sourcesOf(files), releasedPolicy, { explain: syntaxErrors, ...(store && { store }) })!
  const asOf = '2026-09-30'
  const { findings, permitted } = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, rules)
  const locate = (all: typeof findings) => locateFindings(all, new Locator(register, (file) => file), (text) => text)
  return { findings: locate(findings), permitted: locate(permitted), unreadable: register.unreadable }
}

/** One run of a program that keeps what it reads. */
function foundFromCache(files: Files, folder: string): unknown {
  const cache = new RecordCache(at(folder))
  cache.open('/a/register')
  const told = found(files, cache)
  cache.save()
  return told
}

test('what is found from the cache is what is found without, whatever is edited between the runs', () => {
  const folder = tempFolder()
  fc.assert(
    fc.property(someFiles, fc.array(someEdits, { maxLength: 3 }), (files, edits) => {
      let now = files
      for (const edit of [undefined, ...edits]) {
        if (edit !== undefined) now = edited(now, edit)
        expect(foundFromCache(now, folder)).toEqual(found(now))
      }
      expect(readdirSync(folder)).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

const FILES: Files = {
  'register.yaml': 'schema: 1\norganisation: us\n',
  'policy.yaml': 'extends: nhs-2026\n',
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'partnerships/a.yaml': 'name: A\nstatus: active\nunknown:\n  __proto__: x\n  lead: asked for\n',
  'partnerships/b.yaml': 'name: B\nstatus: aktive\nvalue: 3m\n',
  'partnerships/c.yaml': 'name: C\n\tstatus: active\n',
}

/** A pack, and what a run says that finds it so. */
function packOf(folder: string) {
  expect(foundFromCache(FILES, folder)).toEqual(found(FILES))
  const [name] = readdirSync(folder)
  return join(folder, name!)
}

describe('a pack that cannot be trusted is as good as none, and is written anew', () => {
  const damages: [string, (bytes: Buffer) => Uint8Array][] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 20)],
    [
      'changed in one byte',
      (bytes) => Buffer.from(bytes.map((byte, index) => (index === bytes.length - 40 ? byte ^ 1 : byte))),
    ],
    ['of another program', (bytes) => Buffer.from(bytes.toString('latin1').replace(' a ', ' b '), 'latin1')],
    ['of another format', (bytes) => Buffer.from(bytes.toString('latin1').replace('cache 1', 'cache 0'), 'latin1')],
    ['no text at all', () => Buffer.from([0, 255, 10, 254, 0])],
  ]
  test.each(damages)('%s', (_, damage) => {
    const folder = tempFolder()
    const pack = packOf(folder)
    const good = readFileSync(pack)
    writeFileSync(pack, damage(good))
    expect(foundFromCache(FILES, folder)).toEqual(found(FILES))
    expect(readFileSync(pack).equals(good)).toBe(true)
  })

  test('only the very program that wrote it reads it', () => {
    const folder = tempFolder()
    packOf(folder)
    expect(hits(folder, 'a')).toBe(Object.keys(FILES).length + 1) // and the policy that is extended
    expect(hits(folder, 'b')).toBe(0)
  })

  test('with entries of another form, though its sum is right', () => {
    const folder = tempFolder()
    const pack = packOf(folder)
    const [head, body] = readFileSync(pack, 'latin1').split('\n') as [string, string]
    const key = (JSON.parse(body) as [string][])[0]![0]
    for (const hostile of [
      'null',
      '{}',
      '[1,[],null]',
      `[["${key}",{"data":{},"problems":1}]]`,
      `[["__proto__",{}]]`,
    ]) {
      const sum = createHash('sha256').update(hostile).digest('hex')
      writeFileSync(pack, `${head.replace(/\w+$/, sum)}\n${hostile}`)
      expect(foundFromCache(FILES, folder)).toEqual(found(FILES))
    }
    expect(({} as Record<string, unknown>)['problems']).toBeUndefined()
  })
})

/** How many records a program finds in a cache. */
function hits(folder: string, build: string): number {
  const cache = new RecordCache(at(folder, build))
  cache.open('/a/register')
  let count = 0
  found(FILES, {
    get: (key) => {
      const record = cache.get(key)
      if (record !== undefined) count++
      return record
    },
    set: silent,
  })
  return count
}

test('a folder that cannot be made, written to or read changes nothing', () => {
  const folder = tempFolder({ 'file.txt': 'no folder' })
  expect(foundFromCache(FILES, join(folder, 'file.txt'))).toEqual(found(FILES))
  const pack = packOf(join(folder, 'cache'))
  chmodSync(pack, 0o000)
  chmodSync(join(folder, 'cache'), 0o500)
  expect(foundFromCache(FILES, join(folder, 'cache'))).toEqual(found(FILES))
  chmodSync(join(folder, 'cache'), 0o700)
})

test('a cache that is deleted while a run goes on, or written by two at once, harms neither', () => {
  const folder = join(tempFolder(), 'cache')
  const [one, two] = [new RecordCache(at(folder)), new RecordCache(at(folder))]
  for (const cache of [one, two]) cache.open('/a/register')
  found(FILES, one)
  found({ ...FILES, 'partnerships/d.yaml': 'name: D\nstatus: active\n' }, two)
  one.save()
  rmSync(folder, { recursive: true })
  two.save()
  one.save()
  expect(readdirSync(folder)).toHaveLength(1)
  expect(foundFromCache(FILES, folder)).toEqual(found(FILES))
})

test('a pack holds what the last run used, and few packs are kept', () => {
  const folder = tempFolder()
  const pack = packOf(folder)
  const size = readFileSync(pack).length
  for (let count = 0; count < 20; count++) {
    const old = join(folder, `${String(count).padStart(32, '0')}.pack`)
    writeFileSync(old, 'old')
    utimesSync(old, count, count)
  }
  const others = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, `${text}# changed\n`]))
  foundFromCache(others, folder)
  expect(readdirSync(folder)).toHaveLength(16)
  expect(Math.abs(readFileSync(pack).length - size)).toBeLessThan(200)
})

test('content is named as git names it', () => {
  const text = 'name: Ä\n'
  const { stdout } = spawnSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' })
  expect(objectId(Buffer.from(text))).toBe(stdout.trim())
})

test.each([
  [{ XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/x/partners'],
  [{ XDG_CACHE_HOME: 'not/absolute', HOME: '/h' }, 'linux', '/h/.cache/partners'],
  [{ HOME: '/h' }, 'darwin', '/h/Library/Caches/partners'],
  [{ HOME: '/h', PARTNERS_CACHE: '/p' }, 'linux', '/p'],
  [{ HOME: '/h', PARTNERS_CACHE: 'p' }, 'linux', undefined],
  [{}, 'linux', undefined],
  [{ HOME: '/h' }, 'win32', undefined],
] as const)('the folder of caches of %o on %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder)
})
