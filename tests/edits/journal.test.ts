import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { BINARY, runPartners, runProgram } from '../run-partners.js'
import { change, harbour } from './harbour.js'

const work = mkdtempSync(join(tmpdir(), 'partners-journal-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const children = Object.fromEntries(
  ['a', 'b'].map((it) => [`partnerships/${it}.yaml`, `name: Child ${it}\nstatus: active\nparent: rrp\n`]),
)

/** Runs a command in which calls of the file system are other ones; `code` has `fs` and its functions as they are. */
function runWith(code: string, ...args: string[]) {
  const preload = join(mkdtempSync(join(work, 'p')), 'preload.cjs')
  writeFileSync(preload, `const fs = require('node:fs')\nconst real = { ...fs }\n${code}\n`)
  const env = { PATH: process.env['PATH'] ?? '', HOME: work }
  return runProgram(process.execPath, ['-r', preload, BINARY, ...args], { cwd: work, env })
}
const fail = (code: string) => `throw Object.assign(new Error('${code}'), { code: '${code}' })`

/** All files of a folder, with their texts. */
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => [join(it.parentPath, it.name), readFileSync(join(it.parentPath, it.name), 'utf8')]),
  )

describe('a journal that partners has not written', () => {
  const after = Buffer.from('name: Evil\nstatus: active\n').toString('base64')
  const step = { path: 'partnerships/evil.yaml', before: null, after }
  const one = (more: object) => ({ schema: 1, steps: [{ ...step, ...more }] })

  test.each([
    ['a path out of the register', one({ path: '../../evil.txt' }), 'refers to a file that is not a record'],
    [
      'a path out of it in the end',
      one({ path: 'partnerships/../../evil.yaml' }),
      'refers to a file that is not a record',
    ],
    ['a new name out of it', one({ to: '../evil.yaml' }), 'refers to a file that is not a record'],
    ['a path from the top', one({ path: '/tmp/evil.yaml' }), 'refers to a file that is not a record'],
    ['a backslash', one({ path: 'partnerships\\..\\..\\evil.yaml' }), 'refers to a file that is not a record'],
    ['a drive', one({ path: 'C:evil.yaml' }), 'refers to a file that is not a record'],
    ['a hidden file', one({ path: 'partnerships/.git/config.yaml' }), 'refers to a file that is not a record'],
    ['what is no record', one({ path: 'partnerships/evil.sh' }), 'refers to a file that is not a record'],
    ['a policy of elsewhere', one({ path: 'policies/evil.yaml' }), 'refers to a file that is not a record'],
    ['a link that leads out', one({ path: 'partnerships/out/evil.yaml' }), 'refers to a file that is not a record'],
    ['no steps', { schema: 1 }, 'is not as partners writes it'],
    ['a step that is none', { schema: 1, steps: [null] }, 'is not as partners writes it'],
    ['no schema', { steps: [step] }, 'is not as partners writes it'],
    ['no base64', one({ after: 'name: x' }), 'is not as partners writes it'],
    ['no hash', one({ before: 'abc' }), 'is not as partners writes it'],
    ['a list', [], 'is not as partners writes it'],
    ['a later form', { ...one({}), schema: 2 }, 'was written by another release of partners'],
  ])('%s is refused in one line', (_, journal, words) => {
    const folder = mkdtempSync(join(work, 'j'))
    const root = join(folder, 'deep', 'register')
    mkdirSync(join(root, 'partnerships'), { recursive: true })
    writeFileSync(join(root, 'register.yaml'), 'schema: 1\norganisation: us\n')
    writeFileSync(join(root, 'partnerships/a.yaml'), 'name: A\nstatus: active\n')
    writeFileSync(join(root, '.partners-change.json'), JSON.stringify(journal))
    symlinkSync(folder, join(root, 'partnerships', 'out'))
    const before = filesIn(folder)
    for (const args of [
      ['set', 'a', 'summary', 'x'],
      ['show', 'a'],
    ]) {
      const { code, stderr } = runPartners([...args, '-r', root], { cwd: root })
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) })
      expect(
        stderr
          .trimEnd()
          .split('\n')
          .filter((it) => !it.includes('change of this register was interrupted')).length,
      ).toBeLessThan(2)
    }
    expect(filesIn(folder)).toEqual(before)
  })

  test('one that says a record of this register is carried out, and that is told', () => {
    const root = harbour()
    writeFileSync(join(root, '.partners-change.json'), JSON.stringify(one({})))
    const said = 'the interrupted change was completed: partnerships/evil.yaml'
    expect(change(root, 'set', 'rrp', 'summary', 'x').stdout).toContain(said)
    expect(existsSync(join(root, '.partners-change.json'))).toBe(false)
    writeFileSync(join(root, '.partners-change.json'), JSON.stringify(one({ path: 'partnerships/more.yaml' })))
    const { notes } = JSON.parse(change(root, 'set', 'rrp', 'summary', 'y', '--format', 'json').stdout)
    expect(notes).toContain('the interrupted change was completed: partnerships/more.yaml')
  })
})

describe('a change of three files of which one cannot be written changes none', () => {
  test.each([
    [
      'a read-only file',
      `fs.accessSync = (it, mode) => { if (String(it).endsWith('b.yaml')) ${fail('EACCES')}; return real.accessSync(it, mode) }`,
      'there is no permission',
    ],
    [
      'a read-only folder',
      `fs.accessSync = (it, mode) => { if (String(it).endsWith('partnerships')) ${fail('EACCES')}; return real.accessSync(it, mode) }`,
      'there is no permission',
    ],
    [
      'a disk that is full at the third file',
      `let n = 0\nfs.writeFileSync = (it, ...rest) => { if (typeof it === 'number' && ++n === 3) ${fail('ENOSPC')}; return real.writeFileSync(it, ...rest) }`,
      'the disk is full',
    ],
    [
      'a disk that is full at the journal',
      `let n = 0\nfs.writeFileSync = (it, ...rest) => { if (typeof it === 'number' && ++n === 4) ${fail('ENOSPC')}; return real.writeFileSync(it, ...rest) }`,
      'the disk is full',
    ],
    [
      'a first renaming that fails',
      `fs.renameSync = (from, to) => { if (String(to).endsWith('.yaml')) ${fail('EIO')}; return real.renameSync(from, to) }`,
      'cannot be written',
    ],
  ])('%s', (_, code, words) => {
    const root = harbour(children)
    const before = filesIn(root)
    const { code: status, stderr } = runWith(code, 'rename', 'rrp', 'riverside', '-r', root)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) })
    expect(filesIn(root)).toEqual(before)
  })

  test('one whose second renaming fails is read as made, and the next change makes the rest', () => {
    const root = harbour(children)
    const code = `let n = 0\nfs.renameSync = (from, to) => { if (String(to).endsWith('.yaml') && ++n === 2) ${fail('EIO')}; return real.renameSync(from, to) }`
    expect(runWith(code, 'rename', 'rrp', 'riverside', '-r', root).code).toBe(2)
    expect(change(root, 'show', 'riverside').stdout).toContain('Riverside Recovery Partnership')
    expect(change(root, 'set', 'riverside', 'summary', 'x').stdout).toContain('the interrupted change was completed')
    expect(readdirSync(join(root, 'partnerships'))).toEqual(['a.yaml', 'b.yaml', 'riverside.yaml'])
    expect(readdirSync(root).filter((it) => it.startsWith('.partners'))).toEqual([])
  })
})

test('a reader that another run overtakes sees one state', () => {
  const root = harbour(children)
  const rename = JSON.stringify([BINARY, 'rename', 'rrp', 'riverside', '-r', root])
  // the renaming is made whole when the reader has listed the files and read the first partnership
  const code = `let done = false
const { spawnSync } = require('node:child_process')
fs.openSync = (it, ...rest) => {
  const handle = real.openSync(it, ...rest)
  if (!done && String(it).endsWith('a.yaml')) {
    done = true
    const { status } = spawnSync(process.execPath, ${rename}, { env: process.env })
    require('node:fs').writeFileSync(${JSON.stringify(join(work, 'renamed'))}, String(status))
  }
  return handle
}`
  const { stdout } = runWith(code, 'validate', '-r', root)
  expect(readFileSync(join(work, 'renamed'), 'utf8')).toBe('0')
  expect(stdout).not.toContain('reference/')
  expect(stdout).not.toContain('partnerships/rrp.yaml')
})
