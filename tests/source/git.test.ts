import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commitBefore, commitOf, filesAt, revisionOf } from '../../src/source/git.js'
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

describe('the revision of a folder', () => {
  test('is its commit, with the calendar day of the author', async () => {
    const root = repository()
    const commit = git(root, 'rev-parse', '--short=8', 'HEAD')
    expect(await revisionOf(join(root, 'register'))).toEqual({ commit, day: '2019-05-01', changed: false })
  })

  test('is changed by files of the folder only, new ones too', async () => {
    const root = repository()
    writeFileSync(join(root, 'other.txt'), 'y\n')
    expect((await revisionOf(join(root, 'register')))?.changed).toBe(false)
    writeFileSync(join(root, 'register/new.yaml'), '')
    expect((await revisionOf(join(root, 'register')))?.changed).toBe(true)
  })

  test('is that of the folder, also when a hook runs the tool', async () => {
    const root = repository()
    vi.stubEnv('GIT_DIR', '.git')
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere')
    expect((await revisionOf(join(root, 'register')))?.changed).toBe(false)
  })

  test('is undefined without a repository, a commit, the folder or git', async () => {
    const root = tempFolder({ x: '' })
    expect(await revisionOf(root)).toBeUndefined()
    git(root, 'init', '-q')
    expect(await revisionOf(root)).toBeUndefined()
    expect(await revisionOf(join(root, 'gone'))).toBeUndefined()
    const committed = repository()
    vi.stubEnv('PATH', '')
    expect(await revisionOf(committed)).toBeUndefined()
  })
})

describe('the files of a commit', () => {
  test('are those of the folder, as they stood, whatever their names', async () => {
    const root = repository()
    writeFileSync(join(root, 'register', 'ä "b".yaml'), 'x: 1\r\n')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'second')
    writeFileSync(join(root, 'register', 'register.yaml'), 'schema: 2\n')
    const { id } = (await commitOf(join(root, 'register'), 'HEAD'))!
    const files = await filesAt(join(root, 'register'), id)
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
    expect(files.map((it) => [it.path, text(it.bytes)]).sort()).toEqual([
      ['register.yaml', 'schema: 1\n'],
      ['ä "b".yaml', 'x: 1\r\n'],
    ])
  })

  test('a revision that looks like an option, or is none, is no commit', async () => {
    const root = repository()
    expect(await commitOf(root, '--output=x')).toBeUndefined()
    expect(await commitOf(root, 'no-such-branch')).toBeUndefined()
    expect(await commitOf(root, '^HEAD')).toBeUndefined()
    expect(await commitOf(tempFolder({}), 'HEAD')).toBeUndefined()
  })

  test('the last commit before a day is by its author’s calendar', async () => {
    const root = repository()
    expect(await commitBefore(root, '2019-04-30')).toBeUndefined()
    expect((await commitBefore(root, '2019-05-01'))?.day).toBe('2019-05-01')
  })
})
