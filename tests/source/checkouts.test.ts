import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { findRepository } from '../../src/source/repository.js'
import { runPartners } from '../run-partners.js'
import { builtOnce, committed, git } from './repository.js'
import { tempFolder } from './temp-folder.js'

const FILES = {
  'register/register.yaml': 'schema: 1\norganisation: us\n',
  'register/policy.yaml': 'extends: nhs-2026\n',
  'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'register/organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
  'register/partnerships/a.yaml':
    'name: Alpha\nstatus: active\nkidn: grant\npartners:\n  - organisation: us\n  - organisation: mind\n',
}

const repository = builtOnce(() => {
  const top = tempFolder(FILES)
  committed(top)
  return top
})
const filesIn = (cwd: string, args: readonly string[] = [], env: Record<string, string> = {}): string[] => {
  const { stdout, stderr } = runPartners(['validate', '--format', 'sarif', ...args], { cwd, env })
  if (stdout === '') throw new Error(stderr)
  return [...new Set([...stdout.matchAll(/"uri": "([^"]*\.yaml)"/g)].map((it) => it[1]!))].sort()
}

afterEach(() => vi.unstubAllEnvs())

describe('the repository of a folder', () => {
  test('is found from any folder of it, there or gone, and through links', () => {
    const top = repository()
    const found = { top, gitFolder: join(top, '.git'), isBare: false }
    const folders = ['', 'register', 'register/partnerships', 'register/gone/deeper', '.git', '.git/refs']
    expect(folders.map((it) => findRepository(join(top, it)))).toEqual(folders.map(() => found))
    const link = join(tempFolder(), 'link')
    symlinkSync(join(top, 'register'), link)
    expect(findRepository(link)).toEqual(found)
    expect(findRepository(tempFolder({ x: '' }))).toBeUndefined()
  })

  test('is not looked for above the folders that GIT_CEILING_DIRECTORIES names', () => {
    const top = repository()
    vi.stubEnv('GIT_CEILING_DIRECTORIES', top)
    expect(findRepository(join(top, 'register'))).toBeUndefined()
    expect(findRepository(top)?.top).toBe(top) // where one stands is always looked at
  })

  test('is the worktree, and the submodule', () => {
    const top = repository()
    const tree = join(tempFolder(), 'tree')
    git(top, 'worktree', 'add', '-q', '-b', 'work', tree)
    expect(findRepository(join(tree, 'register'))).toMatchObject({ top: tree, isBare: false })
    const outer = tempFolder({ x: '' })
    committed(outer)
    git(outer, 'submodule', '--quiet', 'add', top, 'inner')
    expect(findRepository(join(outer, 'inner', 'register'))).toEqual({
      top: join(outer, 'inner'),
      gitFolder: join(outer, '.git', 'modules', 'inner'),
      isBare: false,
    })
    for (const it of [tree, join(outer, 'inner')]) {
      expect(runPartners(['diff', 'HEAD'], { cwd: it })).toEqual({ code: 0, stdout: '', stderr: '' })
      expect(filesIn(it)).toContain('register/partnerships/a.yaml')
      writeFileSync(join(findRepository(it)!.gitFolder, 'MERGE_HEAD'), '')
      const { stderr } = runPartners(['set', 'a', 'status', 'planned'], { cwd: it })
      expect(stderr).toContain('a merge is in progress in this repository')
    }
  })

  test('is none where .git is empty, or leads nowhere', () => {
    const folder = tempFolder({ x: '' })
    mkdirSync(join(folder, '.git'))
    expect(findRepository(folder)).toBeUndefined()
    rmSync(join(folder, '.git'), { recursive: true })
    writeFileSync(join(folder, '.git'), 'gitdir: ../gone\n')
    expect(findRepository(folder)).toBeUndefined()
  })

  test('names files from its top, whether or not git is there, or trusts it', () => {
    const top = repository()
    const named = ['register/partnerships/a.yaml']
    const all = (env: Record<string, string>) =>
      [top, join(top, 'register')].map((cwd) => filesIn(cwd, ['--rule', 'schema/unknown-key'], env))
    for (const [name, value] of [
      ['X', ''],
      ['PATH', '/nonexistent'],
      ['GIT_TEST_ASSUME_DIFFERENT_OWNER', '1'],
    ] as const)
      expect(all({ [name]: value })).toEqual([named, named])
    writeFileSync(join(top, '.git', 'config'), '[core\n')
    expect(all({})).toEqual([named, named])
    const link = join(tempFolder(), 'link')
    symlinkSync(join(top, 'register'), link)
    expect(filesIn(tempFolder(), ['-r', link, '--rule', 'schema/unknown-key'])).toEqual(named)
  })
})

describe('what a sparse checkout leaves out', () => {
  const sparse = (...patterns: string[]) => {
    const top = repository()
    git(top, 'add', '-A') // a copy is new to the index, and what may be changed is not taken away
    git(top, 'sparse-checkout', 'set', '--no-cone', '/*', ...patterns)
    return top
  }

  test('is told as not checked out, and what names it is no finding', () => {
    const top = sparse('!register/organisations/')
    const { stdout } = runPartners(['validate', '--format', 'json'], { cwd: top })
    const found = (JSON.parse(stdout).findings as { code: string; file: string; message: string }[]).filter(
      (it) => it.code === 'file/unreadable' || it.code.startsWith('reference/'),
    )
    expect(found.map((it) => `${it.file}: ${it.message}`)).toEqual(
      ['mind', 'us'].map(
        (it) =>
          `register/organisations/${it}.yaml: this file is not checked out: the checkout is sparse, and leaves it out`,
      ),
    )
    git(top, 'sparse-checkout', 'disable')
    expect(runPartners(['validate', '--rule', 'file/unreadable'], { cwd: top }).code).toBe(0)
  })

  test('is not removed: two states are not compared without it', () => {
    const top = sparse('!register/organisations/mind.yaml')
    const { code, stdout, stderr } = runPartners(['diff', 'HEAD'], { cwd: top })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(
      '1 file of the register is not checked out, as the checkout is sparse: organisations/mind.yaml; git sparse-checkout disable',
    )
    expect(runPartners(['diff', 'HEAD..HEAD'], { cwd: top }).code).toBe(0)
    const paper = runPartners(['report', 'register', '--incomplete'], { cwd: top }).stdout
    expect(paper).not.toContain('changes that are not committed')
  })

  test('does not matter where it is no file of the register', () => {
    const top = repository()
    writeFileSync(join(top, 'other.txt'), 'x\n')
    committed(top)
    git(top, 'sparse-checkout', 'set', '--no-cone', '/register/')
    expect(runPartners(['diff', 'HEAD'], { cwd: top })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is not guessed where git cannot be asked', () => {
    const top = sparse('!register/organisations/')
    const { code, stderr } = runPartners(['validate'], { cwd: top, env: { PATH: '/nonexistent' } })
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('which files a sparse checkout leaves out is not known'),
    ])
  })
})

test('a work tree that the settings of a repository name is none: what is left out is reported', () => {
  const top = tempFolder({
    'register/register.yaml': 'schema: 1\norganisation: us\n',
    'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'register/partnerships/a.yaml': 'name: A\nstatus: active\n',
  })
  committed(top)
  git(top, 'sparse-checkout', 'set', '--no-cone', '/*', '!/register/partnerships/a.yaml')
  git(top, 'config', 'core.worktree', dirname(top))
  const { code, stderr } = runPartners(['list'], { cwd: top })
  expect([code, stderr]).toEqual([2, expect.stringContaining('partnerships/a.yaml')])
})

test('an object that the repository puts in place of a commit is not taken for it', () => {
  const top = tempFolder({ 'register/register.yaml': 'schema: 1\norganisation: us\nas-of: 2026-01-01\n' })
  const first = committed(top)
  writeFileSync(join(top, 'register/register.yaml'), 'schema: 1\norganisation: us\nas-of: 2026-02-01\n')
  const second = committed(top)
  git(top, 'reset', '-q', '--soft', first)
  git(top, 'replace', first, second)
  const { stdout } = runPartners(['report', 'register', '--incomplete'], { cwd: top })
  expect(stdout).toContain('with changes that are not committed')
})
