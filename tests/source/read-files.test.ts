import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_BYTES, readRegisterFiles, problemOf } from '../../src/source/read-files.js'
import { tempFolder } from './temp-folder.js'

/** What was read of a folder: path and text, or path and problem. */
async function read(root: string): Promise<string[]> {
  const files = await readRegisterFiles(root)
  return files.map(
    ({ path, bytes, problem }) => `${path} ${bytes === undefined ? problem : Buffer.from(bytes).toString()}`,
  )
}

describe('what is read', () => {
  test('the files of a register, sorted by code unit; what looks like one and is none is named, not read', async () => {
    const root = tempFolder({
      'register.yaml': '1',
      'policy.yaml': '2',
      'baseline.yaml': '3',
      'other.yaml': 'no',
      'partnerships/b.yaml': '4',
      'partnerships/B.md': '5',
      'partnerships/mental-health/a.yml': '6',
      'partnerships/a.txt': 'no',
      'partnerships/.hidden.yaml': 'no',
      'partnerships/.git/x.yaml': 'no',
      'partnerships/a.yaml~': 'no',
      'partnerships/a.yaml.swp': 'no',
      'partnerships/a.yaml.bak': 'no',
      'partnerships/old.bak/a.yaml': 'no',
      'organisations/é.yaml': '7',
      'organisations/z.yaml': '8',
      'updates/2019-04.md': '9',
      'templates/board.md.hbs': '10',
      'templates/partials/head.hbs': '11',
      'templates/notes.md': 'no',
      'elsewhere/a.yaml': 'no',
      'partnership/a.yaml': 'no',
      'README.md': 'no',
    })
    expect(await read(root)).toEqual([
      'baseline.yaml 3',
      'organisations/z.yaml 8',
      'organisations/é.yaml 7',
      'other.yaml not-read',
      'partnership not-read',
      'partnerships/B.md 5',
      'partnerships/a.txt not-read',
      'partnerships/b.yaml 4',
      'partnerships/mental-health/a.yml 6',
      'policy.yaml 2',
      'register.yaml 1',
      'templates/board.md.hbs 10',
      'templates/partials/head.hbs 11',
      'updates/2019-04.md 9',
    ])
  })

  test('bytes are kept as they are', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x00])
    const [file] = await readRegisterFiles(tempFolder({ 'register.yaml': bytes }))
    expect([...file!.bytes!]).toEqual([...bytes])
  })

  test('an empty folder holds nothing', async () => {
    expect(await read(tempFolder())).toEqual([])
  })

  test('5 MB is read, one byte more is not', async () => {
    const root = tempFolder({ 'partnerships/at.yaml': '', 'partnerships/over.yaml': '' })
    truncateSync(join(root, 'partnerships/at.yaml'), MAX_BYTES)
    truncateSync(join(root, 'partnerships/over.yaml'), MAX_BYTES + 1)
    const [at, over] = await readRegisterFiles(root)
    expect(at!.bytes!.length).toBe(MAX_BYTES)
    expect(over).toEqual({ path: 'partnerships/over.yaml', problem: 'too-large', detail: `${MAX_BYTES + 1} bytes` })
  })
})

describe('what is no file', () => {
  test('folders named like records are told, and not entered', async () => {
    const root = tempFolder({
      'partnerships/x.yaml/y.yaml': 'no',
      'register.yaml/z': 'no',
      'templates/a.hbs/b.hbs': 'no',
    })
    expect(await read(root)).toEqual(['partnerships/x.yaml folder', 'register.yaml folder', 'templates/a.hbs folder'])
  })

  test('a file where a folder of records should be is told', async () => {
    expect(await read(tempFolder({ partnerships: 'x' }))).toEqual(['partnerships not-a-file'])
  })

  test.skipIf(process.platform === 'win32')('a pipe is never opened, nor through a link', async () => {
    const root = tempFolder({ 'partnerships/a.yaml': 'a' })
    execFileSync('mkfifo', [join(root, 'partnerships/pipe.yaml'), join(root, 'partnerships/pipe.txt')])
    symlinkSync('pipe.yaml', join(root, 'partnerships/through.yaml'))
    symlinkSync('/dev/zero', join(root, 'partnerships/zero.yaml'))
    expect(await read(root)).toEqual([
      'partnerships/a.yaml a',
      'partnerships/pipe.yaml not-a-file',
      'partnerships/through.yaml not-a-file',
      'partnerships/zero.yaml symlink-outside',
    ])
  })
})

describe('links', () => {
  test('inside the register, to a file and to a folder, are followed under their own names', async () => {
    const root = tempFolder({ 'partnerships/a.yaml': 'a', 'shared/b.yaml': 'b' })
    symlinkSync('a.yaml', join(root, 'partnerships/c.yaml'))
    symlinkSync('../shared', join(root, 'partnerships/shared'))
    expect(await read(root)).toEqual(['partnerships/a.yaml a', 'partnerships/c.yaml a', 'partnerships/shared/b.yaml b'])
  })

  test('out of the register are told, and nothing is read through them', async () => {
    const outside = tempFolder({ 'secret.yaml': 'secret', 'folder/secret.yaml': 'secret' })
    const root = tempFolder({ 'partnerships/a.yaml': 'a' })
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'partnerships/b.yaml'))
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'policy.yaml'))
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'partnerships/notes.txt'))
    symlinkSync(join(outside, 'folder'), join(root, 'partnerships/folder'))
    symlinkSync(join(outside, 'folder'), join(root, 'organisations'))
    symlinkSync('b.yaml', join(root, 'partnerships/twice.yaml'))
    expect(await read(root)).toEqual([
      'organisations symlink-outside',
      'partnerships/a.yaml a',
      'partnerships/b.yaml symlink-outside',
      'partnerships/folder symlink-outside',
      'partnerships/twice.yaml symlink-outside',
      'policy.yaml symlink-outside',
    ])
  })

  test('a neighbour whose name begins like the register is outside', async () => {
    const both = tempFolder({ 'register/partnerships/a.yaml': 'a', 'register-old/b.yaml': 'b' })
    symlinkSync('../../register-old/b.yaml', join(both, 'register/partnerships/b.yaml'))
    expect(await read(join(both, 'register'))).toEqual(['partnerships/a.yaml a', 'partnerships/b.yaml symlink-outside'])
  })

  test('a register that is itself reached through a link is read', async () => {
    const root = tempFolder({ 'real/partnerships/a.yaml': 'a' })
    symlinkSync('real', join(root, 'link'))
    expect(await read(join(root, 'link'))).toEqual(['partnerships/a.yaml a'])
  })

  test('in a circle and to nowhere are told', async () => {
    const root = tempFolder({ 'partnerships/a.yaml': 'a' })
    symlinkSync('self.yaml', join(root, 'partnerships/self.yaml'))
    symlinkSync('gone.yaml', join(root, 'partnerships/broken.yaml'))
    symlinkSync('gone', join(root, 'partnerships/broken.txt'))
    symlinkSync('..', join(root, 'partnerships/root'))
    symlinkSync('.', join(root, 'partnerships/here'))
    expect(await read(root)).toEqual([
      'partnerships/a.yaml a',
      'partnerships/broken.yaml symlink-broken',
      'partnerships/here symlink-loop',
      'partnerships/root symlink-loop',
      'partnerships/self.yaml symlink-loop',
    ])
  })

  test('between many folders end, and each folder is read at most twice', async () => {
    const root = tempFolder()
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    for (const name of names) mkdirSync(join(root, 'partnerships', name), { recursive: true })
    for (const from of names) {
      for (const to of names) symlinkSync(`../${to}`, join(root, 'partnerships', from, `to-${to}`))
    }
    const found = await readRegisterFiles(root)
    expect(found.every(({ problem }) => problem === 'symlink-loop')).toBe(true)
    expect(found.length).toBeLessThanOrEqual(2 * names.length ** 2)
  })
})

describe('what may not be read', () => {
  test.each([
    ['EACCES', 'unreadable'],
    ['EPERM', 'unreadable'],
    ['EIO', 'unreadable'],
    ['ELOOP', 'symlink-loop'],
    ['EISDIR', 'folder'],
    ['ENOENT', 'changed'],
    ['ENOTDIR', 'changed'],
  ])('%s is %s', (code, problem) => {
    expect(problemOf(Object.assign(new Error(code), { code }))).toBe(problem)
  })

  test('permissions are told, or do not bind: root reads everything', async () => {
    const root = tempFolder({ 'partnerships/a.yaml': 'a', 'partnerships/closed/b.yaml': 'b' })
    chmodSync(join(root, 'partnerships/a.yaml'), 0)
    chmodSync(join(root, 'partnerships/closed'), 0)
    const isRoot = process.getuid?.() === 0
    const expected = isRoot
      ? ['partnerships/a.yaml a', 'partnerships/closed/b.yaml b']
      : ['partnerships/a.yaml unreadable', 'partnerships/closed unreadable']
    expect(await read(root)).toEqual(expected)
    chmodSync(join(root, 'partnerships/closed'), 0o700)
  })
})
