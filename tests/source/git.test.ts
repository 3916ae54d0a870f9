import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { filesAt, treeAt } from '../../src/source/committed-files.js'
import { commitBefore, commitNamed, headOf, mainBranch, mergeBase } from '../../src/source/revisions.js'
import { tempFolder } from './temp-folder.js'

/** Author and committer on different days; the author's zone is ahead of UTC. */
const COMMIT_ENV = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2019-05-01T00:30:00+0100',
  GIT_COMMITTER_NAME: 'C',
  GIT_COMMITTER_EMAIL: 'c@example.org',
  GIT_COMMITTER_DATE: '2019-06-02T12:00:00+0000',
  GIT_CONFIG_GLOBAL: '/dev/null',
}
/** 2 June 2019, 12:00 UTC. */
const COMMITTED = 1559476800
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { env: { ...process.env, ...COMMIT_ENV }, encoding: 'utf8' }).trim()

/** A repository with a commit of these files. */
function repository(): string {
  const root = tempFolder({ 'register/register.yaml': 'schema: 1\n', 'other.txt': 'x\n' })
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'first')
  return root
}

afterEach(() => vi.unstubAllEnvs())

describe('the commit that a folder stands at', () => {
  test('has the moment at which it was committed, not that of its author', async () => {
    const root = repository()
    expect(await headOf(join(root, 'register'))).toEqual({ id: git(root, 'rev-parse', 'HEAD'), committed: COMMITTED })
  })

  test('is that of the folder, also when a hook runs the tool', async () => {
    const root = repository()
    vi.stubEnv('GIT_DIR', '.git')
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere')
    expect((await headOf(join(root, 'register')))?.committed).toBe(COMMITTED)
    expect((await headOf(join(root, 'gone')))?.committed).toBe(COMMITTED)
  })

  test('is none before the first one, and told why where git cannot be asked', async () => {
    const root = tempFolder({ x: '' })
    await expect(headOf(root)).rejects.toThrow('is not in a git repository')
    git(root, 'init', '-q')
    expect(await headOf(root)).toBeUndefined()
    vi.stubEnv('PATH', '')
    await expect(headOf(root)).rejects.toThrow('git is not installed')
  })
})

describe('the files of a commit', () => {
  test('are those of the folder, as they stood, whatever their names', async () => {
    const root = repository()
    mkdirSync(join(root, 'register', 'partnerships'))
    writeFileSync(join(root, 'register', 'partnerships', 'ä "b".yaml'), 'x: 1\r\n')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'second')
    writeFileSync(join(root, 'register', 'register.yaml'), 'schema: 2\n')
    const { id } = await commitNamed(root, 'HEAD')
    const files = await filesAt(root, await treeAt(root, id), '/register')
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    expect(files.map((it) => [it.path, text(it.bytes)])).toEqual([
      ['partnerships/ä "b".yaml', 'x: 1\r\n'],
      ['register.yaml', 'schema: 1\n'],
    ])
  })

  test('a revision that looks like an option, or is none, is told with the way out', async () => {
    const root = repository()
    await expect(commitNamed(root, '--output=x')).rejects.toThrow(
      '"--output=x" is not a revision: none begins with a hyphen',
    )
    await expect(commitNamed(root, 'no-such-branch')).rejects.toThrow('there is no revision "no-such-branch"')
    await expect(commitNamed(root, '^HEAD')).rejects.toThrow('"^HEAD" names a range of commits, and one is expected')
    await expect(commitNamed(tempFolder({}), 'HEAD')).rejects.toThrow('is not in a git repository')
    vi.stubEnv('PATH', '')
    await expect(commitNamed(root, 'HEAD')).rejects.toThrow('git is not installed')
  })

  test('a misspelt branch gets a suggestion', async () => {
    const root = repository()
    git(root, 'branch', 'autumn-update')
    await expect(commitNamed(root, 'autum-update')).rejects.toMatchObject({ hint: 'did you mean autumn-update?' })
  })

  test('a name of a branch and a tag, and the beginning of several ids, are refused', async () => {
    const root = repository()
    git(root, 'branch', 'twice')
    git(root, 'tag', 'twice')
    await expect(commitNamed(root, 'twice')).rejects.toThrow('refs/heads/twice and refs/tags/twice')
    expect((await commitNamed(root, 'refs/heads/twice')).committed).toBe(COMMITTED)
  })

  test('the beginning of several ids is refused with the commits that it could be', async () => {
    const root = repository()
    const commits = Array.from(
      { length: 800 },
      (_, n) => `commit refs/heads/many\ncommitter C <c@example.org> ${1e9 + n} +0000\ndata 1\nx\n`,
    )
    execFileSync('git', ['-C', root, 'fast-import', '--quiet'], { input: commits.join('\n') })
    const starts = git(root, 'log', '--format=%H', 'many')
      .split('\n')
      .map((it) => it.slice(0, 4))
    const start = starts.find((it, index) => starts.indexOf(it) !== index)!
    await expect(commitNamed(root, start)).rejects.toThrow(`"${start}" could be any of ${start}`)
  })

  test('a shallow clone without the base is told the very command that fetches it', async () => {
    const origin = repository()
    git(origin, 'branch', '-M', 'main')
    git(origin, 'checkout', '-qb', 'work')
    git(origin, 'commit', '--allow-empty', '-qm', 'work')
    git(origin, 'commit', '--allow-empty', '-qm', 'more work')
    const clone = join(tempFolder({}), 'clone')
    git(origin, 'clone', '-q', '--depth', '1', '--branch', 'work', `file://${origin}`, clone)
    const hint = 'git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main'
    await expect(mergeBase(clone, await mainBranch(clone, 'main'), 'HEAD')).rejects.toMatchObject({ hint })
    execFileSync('sh', ['-c', `cd '${clone}' && ${hint} -q`], { env: { ...process.env, ...COMMIT_ENV } })
    expect((await mergeBase(clone, 'origin/main', 'HEAD')).id).toBe(git(origin, 'rev-parse', 'main'))
  })

  test('the main branch is that of CI, of the origin, or the usual one', async () => {
    const root = repository()
    git(root, 'branch', '-M', 'master')
    expect(await mainBranch(root, undefined)).toBe('master')
    expect(await mainBranch(root, 'develop')).toBe('origin/develop')
    git(root, 'branch', '-M', 'trunk')
    await expect(mainBranch(root, undefined)).rejects.toThrow('no branch main or master')
  })

  test('the last state before a moment is by when it was committed', async () => {
    const root = repository()
    expect(await commitBefore(root, (it) => it.committed < COMMITTED)).toBeUndefined()
    expect(await commitBefore(root, (it) => it.committed <= COMMITTED)).toEqual(await headOf(root))
  })
})
