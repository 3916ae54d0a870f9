import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/model/usage-error.js'
import { unwritable, writeFileWhole } from '../../src/source/write-file.js'
import { tempFolder } from './temp-folder.js'

describe('writing a file whole', () => {
  test('makes it, replaces it, and leaves nothing else behind', () => {
    const folder = tempFolder()
    const path = join(folder, 'paper.md')
    writeFileWhole(path, 'one')
    writeFileWhole(path, 'é'.repeat(1_000_000))
    expect(readFileSync(path, 'utf8')).toBe('é'.repeat(1_000_000))
    expect(readdirSync(folder)).toEqual(['paper.md'])
  })

  test('keeps the mode of the older file, whatever the umask', () => {
    const path = join(tempFolder({ 'a.md': '' }), 'a.md')
    chmodSync(path, 0o666)
    writeFileWhole(path, 'text')
    expect(statSync(path).mode & 0o777).toBe(0o666)
  })

  test('a link stays a link', () => {
    const folder = tempFolder({ 'real/a.md': '' })
    symlinkSync('real/a.md', join(folder, 'a.md'))
    writeFileWhole(join(folder, 'a.md'), 'text')
    expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('text')
  })

  test('a link to a file that is not there yet stays a link, and the file is made', () => {
    const folder = tempFolder({ 'real/older.md': '' })
    symlinkSync('real/a.md', join(folder, 'a.md'))
    symlinkSync('a.md', join(folder, 'b.md'))
    writeFileWhole(join(folder, 'b.md'), 'text')
    for (const link of ['a.md', 'b.md']) expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real/a.md'), 'utf8')).toBe('text')
  })

  test('a link into a folder that is not there is told, and stays', () => {
    const folder = tempFolder()
    symlinkSync('gone/a.md', join(folder, 'a.md'))
    expect(() => writeFileWhole(join(folder, 'a.md'), 'text')).toThrow('its folder does not exist')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test.skipIf(process.platform === 'win32')('a device is written to, never replaced', () => {
    writeFileWhole('/dev/null', 'text')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('a long name is no trouble for the temporary file', () => {
    const path = join(tempFolder(), `${'a'.repeat(240)}.md`)
    writeFileWhole(path, 'text')
    expect(existsSync(path)).toBe(true)
  })
})

describe('what cannot be written is told in one line', () => {
  test('a folder, a folder that is not there, and a file in a file', () => {
    const folder = tempFolder({ file: '' })
    mkdirSync(join(folder, 'folder'))
    expect(() => writeFileWhole(join(folder, 'folder'), '')).toThrow('folder cannot be written: it is a folder')
    expect(() => writeFileWhole(join(folder, 'gone/a.md'), '')).toThrow('its folder does not exist')
    expect(() => writeFileWhole(join(folder, 'file/a.md'), '')).toThrow('what should be its folder is a file')
    expect(() => writeFileWhole(join(folder, 'folder'), '')).toThrow(UsageError)
    expect(readdirSync(folder)).toEqual(['file', 'folder'])
  })

  test('a full disk leaves the older file as it was, and no temporary one', () => {
    const folder = tempFolder({ 'a.md': 'older' })
    // a limit on the size of files, because a test cannot fill the disk
    const script = `
      const { writeFileWhole } = await import(${JSON.stringify(new URL('../../src/source/write-file.ts', import.meta.url).pathname)})
      try { writeFileWhole(process.argv[1], 'x'.repeat(10_000_000)) } catch (error) { console.log(error.constructor.name) }`
    expect(bundledRun(script, join(folder, 'a.md'))).toBe('UsageError')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test.each(['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'EISDIR', 'EROFS', 'ENOTDIR', 'EDQUOT'])('%s', (code) => {
    const { message } = unwritable('a.md', Object.assign(new Error(`${code}: system words`), { code }))
    expect(message).toMatch(/^a\.md cannot be written: [a-z -]+$/)
  })

  test('any other error keeps the words of the system', () => {
    expect(unwritable('a.md', new Error('EIO: i/o error')).message).toBe('a.md cannot be written: EIO: i/o error')
  })
})

/** Runs a script of TypeScript imports under a limit of file size. */
function bundledRun(contents: string, argument: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const command = 'trap "" XFSZ; ulimit -f 64; exec node --input-type=module -e "$0" "$1"'
  return execFileSync('bash', ['-c', command, outputFiles[0]!.text, argument], { encoding: 'utf8' }).trim()
}
