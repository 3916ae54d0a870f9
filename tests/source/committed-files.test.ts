import { cpSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../src/model/source-file.js'
import { filesAt, treeAt } from '../../src/source/committed-files.js'
import { MAX_BYTES, readRegisterFiles } from '../../src/source/read-files.js'
import { ROOT, runPartners } from '../run-partners.js'
import { committed, git } from './repository.js'
import { tempFolder } from './temp-folder.js'

const isWindows = process.platform === 'win32'

/** A repository whose folder `register` has these files and links beside each other. */
function repository(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const top = tempFolder({ 'register/register.yaml': 'schema: 1\norganisation: ours\n', ...files })
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(top, path))
  committed(top)
  return top
}

const said = ({ path, bytes, problem, detail }: SourceFile) =>
  bytes === undefined ? `${path} ${problem}, ${detail}` : `${path} ${Buffer.from(bytes).toString()}`

const onDisk = async (top: string) => (await readRegisterFiles(join(top, 'register'))).map(said)
const atHead = async (top: string) => (await filesAt(top, await treeAt(top, 'HEAD'), '/register')).map(said)

/** All that may lie about in a register's folder and that git keeps. */
const ODDITIES = {
  'register/policy.yaml/x.yaml': 'x',
  'register/extra.yaml': 'x',
  'register/extra.YML': 'x',
  'register/partnership/a.yaml': 'x',
  'register/Partnerships.md': 'x',
  'register/README.md': 'x',
  'register/schemas/a.yaml': 'x',
  'register/partnerships/a.yaml': 'a',
  'register/partnerships/b.md': 'b',
  'register/partnerships/deep/er/c.yml': 'c',
  'register/partnerships/notes.txt': 'x',
  'register/partnerships/folder.yaml/d.yaml': 'x',
  'register/partnerships/.hidden/e.yaml': 'x',
  'register/partnerships/a.yaml~': 'x',
  'register/partnerships/old.bak/f.yaml': 'x',
  'register/templates/board.hbs': 't',
  'register/templates/notes.md': 'x',
  'register/shared/g.yaml': 'g',
  'register/shared/inner/h.yaml': 'h',
  'register/shared/secret.txt': 'x',
  'outside/i.yaml': 'x',
  'outside/folder/j.yaml': 'x',
}
const LINKS = {
  'register/organisations': 'shared', // a whole folder of records
  'register/updates': 'partnerships/a.yaml', // a file where a folder is expected
  'register/baseline.yaml': 'shared/inner/../g.yaml',
  'register/partnerships/link.yaml': 'a.yaml',
  'register/partnerships/link-of-link.yaml': 'link.yaml',
  'register/partnerships/through.yaml': 'to-inner/h.yaml',
  'register/partnerships/to-inner': '../shared/inner',
  'register/partnerships/to-inner-again': '../shared/inner',
  'register/partnerships/to-deep': './deep',
  'register/partnerships/deep/up': '..',
  'register/partnerships/deep/here': '.',
  'register/partnerships/root': '..',
  'register/partnerships/self.yaml': 'self.yaml',
  'register/partnerships/ping.yaml': 'pong.yaml',
  'register/partnerships/pong.yaml': 'ping.yaml',
  'register/partnerships/nowhere.yaml': 'gone.yaml',
  'register/partnerships/nowhere': 'gone',
  'register/partnerships/below-a-file.yaml': 'a.yaml/x.yaml',
  'register/partnerships/out.yaml': '../../outside/i.yaml',
  'register/partnerships/out': '../../outside/folder',
  'register/partnerships/out.txt': '../../outside/i.yaml',
  'register/partnerships/out-and-in.yaml': '../../register/partnerships/a.yaml',
  'register/partnerships/to-text.txt': '../shared/secret.txt',
  'register/partnerships/to-text.yaml': '../shared/secret.txt',
  'register/partnerships/to-folder.yaml': '../shared',
  'register/partnerships/far.yaml': '/etc/passwd',
  'register/partnerships/far': '/etc',
  'register/partnerships/far.txt': '/etc/passwd',
  'register/templates/partials': '../shared',
}

describe.skipIf(isWindows)('a register with every oddity', () => {
  test('is told apart in a commit as it is on the disk', async () => {
    const top = repository(ODDITIES, LINKS)
    symlinkSync(join(top, 'register/partnerships/a.yaml'), join(top, 'register/partnerships/whole.yaml'))
    committed(top)
    const found = await onDisk(top)
    expect(await atHead(top)).toEqual(found)
    expect(found.filter((it) => / [a-z]$/.test(it))).toEqual([
      'baseline.yaml g',
      'organisations/g.yaml g',
      'organisations/inner/h.yaml h',
      'partnerships/a.yaml a',
      'partnerships/b.md b',
      'partnerships/deep/er/c.yml c',
      'partnerships/link-of-link.yaml a',
      'partnerships/link.yaml a',
      'partnerships/out-and-in.yaml a',
      'partnerships/through.yaml h',
      'partnerships/to-deep/er/c.yml c',
      'partnerships/to-inner/h.yaml h',
      'partnerships/to-text.yaml x',
      'partnerships/whole.yaml a',
      'templates/board.hbs t',
    ])
  })

  test('has the very same findings on the disk and at its commit, and no change', () => {
    const top = repository(ODDITIES, LINKS)
    const findings = (...args: string[]) => {
      const { stdout } = runPartners(['validate', '--format', 'json', '--as-of', '2026-04-30', ...args], { cwd: top })
      return JSON.parse(stdout).findings as object[]
    }
    const found = findings()
    expect(found).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'file/symlink' })]))
    expect(found).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'file/not-read' })]))
    expect(findings('--revision', 'HEAD')).toEqual(found)
    expect(runPartners(['diff', 'HEAD'], { cwd: top })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is told apart without a checkout, too: of a bare clone', async () => {
    const top = repository(ODDITIES, LINKS)
    const bare = join(tempFolder(), 'bare')
    git(top, 'clone', '-q', '--bare', '.', bare)
    expect(await atHead(bare)).toEqual(await onDisk(top))
  })
})

test('5 MB is read, one byte more is not', async () => {
  const top = tempFolder({ 'register/partnerships/at.yaml': '', 'register/partnerships/over.yaml': '' })
  truncateSync(join(top, 'register/partnerships/at.yaml'), MAX_BYTES)
  truncateSync(join(top, 'register/partnerships/over.yaml'), MAX_BYTES + 1)
  committed(top)
  const [at, over] = await filesAt(top, await treeAt(top, 'HEAD'), '/register')
  expect(at!.bytes!.length).toBe(MAX_BYTES)
  expect(over).toEqual({ path: 'partnerships/over.yaml', problem: 'too-large', detail: `${MAX_BYTES + 1} bytes` })
})

test.skipIf(isWindows)('links between many folders end', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
  const pairs = names.flatMap((from) => names.map((to) => [`register/partnerships/${from}/to-${to}`, `../${to}`]))
  const folders = names.map((it) => [`register/partnerships/${it}/x.txt`, ''])
  const top = repository(Object.fromEntries(folders), Object.fromEntries(pairs))
  expect(await atHead(top)).toEqual(await onDisk(top))
})

describe('a folder of the register that is a repository of its own', () => {
  /** Its partnerships are a submodule. */
  function withSubmodule(): string {
    const other = tempFolder()
    cpSync(join(ROOT, 'tests/registers/riverside/partnerships'), other, { recursive: true })
    committed(other)
    const top = tempFolder()
    cpSync(join(ROOT, 'tests/registers/riverside'), join(top, 'register'), {
      recursive: true,
      filter: (it) => !it.endsWith('partnerships'),
    })
    committed(top)
    git(top, 'submodule', '--quiet', 'add', other, 'register/partnerships')
    committed(top)
    return top
  }

  test('is a finding at a revision, and no list is made without it', () => {
    const top = withSubmodule()
    const validate = (...args: string[]) =>
      runPartners(['validate', '--as-of', '2026-04-30', ...args], { cwd: top }).stdout
    const { code, stderr } = runPartners(['list', '--revision', 'HEAD'], { cwd: top })
    expect(validate('--revision', 'HEAD')).toContain('this folder is a git repository of its own (a submodule)')
    expect(validate()).not.toContain('repository of its own')
    expect([code, stderr]).toEqual([2, expect.stringContaining('could not be read in full: register/partnerships')])
  })

  test('is not compared with files that the history does not hold', () => {
    const top = withSubmodule()
    const refused = {
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('register/partnerships is a git repository'),
    }
    expect(runPartners(['diff', 'HEAD'], { cwd: top })).toEqual(refused)
    expect(runPartners(['diff', 'HEAD', '.'], { cwd: top })).toEqual(refused)
    expect(
      runPartners(['report', 'board-update', '--since', 'HEAD', '--as-of', '2026-05-01', '--incomplete'], { cwd: top }),
    ).toEqual(refused)
    git(join(top, 'register/partnerships'), 'commit', '-q', '--allow-empty', '-m', 'moved on')
    git(top, 'commit', '-qam', 'moved on')
    expect(runPartners(['diff', 'HEAD~1..HEAD'], { cwd: top })).toEqual(refused)
    git(top, 'commit', '-q', '--allow-empty', '-m', 'nothing')
    expect(runPartners(['diff', 'HEAD~1..HEAD'], { cwd: top })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is compared as two folders, as the hint says', () => {
    const top = withSubmodule()
    const earlier = join(tempFolder(), 'earlier')
    git(top, 'worktree', 'add', '-q', earlier, 'HEAD')
    git(earlier, 'submodule', '--quiet', 'update', '--init')
    expect(runPartners(['diff', earlier, top], { cwd: top })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is told where a link leads into it, too', async () => {
    const top = withSubmodule()
    symlinkSync('../partnerships', join(top, 'register/organisations/more'))
    symlinkSync('../partnerships/omhp.yaml', join(top, 'register/organisations/omhp.yaml'))
    committed(top)
    const id = git(top, 'rev-parse', 'HEAD:register/partnerships')
    const found = await atHead(top)
    for (const path of ['partnerships', 'organisations/more', 'organisations/omhp.yaml'])
      expect(found).toContain(`${path} repository, ${id}`)
  })
})
