import { mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { committed, git } from './repository.js'
import { tempFolder } from './temp-folder.js'

const SETTINGS = 'schema: 1\norganisation: us\n'
const FILES = {
  'register/register.yaml': SETTINGS,
  'register/policy.yaml': 'extends: nhs-2026\n',
  'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'register/partnerships/a.yaml': 'name: Alpha\nstatus: active\n',
  'other.txt': 'x\n',
}
const crlf = (text: string) => text.replaceAll('\n', '\r\n')

/** A repository of a register, with these settings of git and these files more. */
function repository(more: Readonly<Record<string, string>> = {}, ...settings: readonly [string, string][]) {
  const top = tempFolder({ ...FILES, ...more })
  git(top, 'init', '-q', '-b', 'main', '--template=')
  for (const it of settings) git(top, 'config', ...it)
  committed(top)
  return { top, file: (path: string) => join(top, 'register', path) }
}

/** What a paper says of the revision that it was made from, without the commit's name. */
function said(top: string, env: Record<string, string> = {}): string {
  const { stdout, stderr } = runPartners(['report', 'register', '-r', 'register', '--incomplete'], { cwd: top, env })
  const line = /^Made by partners \S+ from .*$/m.exec(stdout.replaceAll(/[*_\\]/g, ''))?.[0]
  return (
    /, (revision .*|not under version control), as of /.exec(line ?? stderr)?.[1]?.replace(/ [0-9a-f]{8}/, '') ?? stderr
  )
}
const CHANGED = 'revision with changes that are not committed'

describe('a paper says that its register has changes that are not committed', () => {
  test.each<[string, (of: ReturnType<typeof repository>) => void]>([
    ['a file that differs', ({ file }) => writeFileSync(file('partnerships/a.yaml'), 'name: Beta\nstatus: active\n')],
    ['a new file', ({ file }) => writeFileSync(file('partnerships/b.yaml'), 'name: Beta\nstatus: active\n')],
    [
      'a new file that git ignores',
      ({ top, file }) => {
        writeFileSync(join(top, '.gitignore'), 'b.yaml\n')
        writeFileSync(file('partnerships/b.yaml'), 'name: Beta\nstatus: active\n')
      },
    ],
    ['one that is gone', ({ file }) => unlinkSync(file('partnerships/a.yaml'))],
    [
      'one that is staged',
      ({ top, file }) => {
        writeFileSync(file('partnerships/a.yaml'), 'name: Beta\nstatus: active\n')
        git(top, 'add', '-A')
      },
    ],
    [
      'one that became a link',
      ({ file }) => {
        unlinkSync(file('partnerships/a.yaml'))
        symlinkSync('../policy.yaml', file('partnerships/a.yaml'))
      },
    ],
    ['other line ends, where git keeps them', ({ file }) => writeFileSync(file('register.yaml'), crlf(SETTINGS))],
    [
      'a template',
      ({ file }) => {
        mkdirSync(file('templates'))
        writeFileSync(file('templates/letter.md.hbs'), 'x\n')
      },
    ],
  ])('%s', (_name, change) => {
    const made = repository()
    expect(said(made.top)).toBe('revision')
    change(made)
    expect(said(made.top)).toBe(CHANGED)
  })

  test('and not of what is no file of it', () => {
    const { top, file } = repository()
    writeFileSync(join(top, 'other.txt'), 'y\n')
    writeFileSync(file('gl-code-quality-report.json'), '[]\n')
    mkdirSync(file('.partners'))
    expect(said(top)).toBe('revision')
  })
})

describe('line ends are compared as git stores them', () => {
  const attributes = (text: string) => ({ '.gitattributes': text })
  test.each<[string, Readonly<Record<string, string>>, readonly (readonly [string, string])[], string]>([
    ['core.autocrlf=true', {}, [['core.autocrlf', 'true']], 'revision'],
    ['core.autocrlf=input', {}, [['core.autocrlf', 'input']], 'revision'],
    ['* text=auto', attributes('* text=auto\n'), [], 'revision'],
    ['*.yaml text', attributes('*.yaml text\n'), [], 'revision'],
    ['*.yaml eol=crlf', attributes('*.yaml eol=crlf\n'), [], 'revision'],
    ['*.yaml crlf, as it was written once', attributes('*.yaml crlf\n'), [], 'revision'],
    ['-text above core.autocrlf', attributes('*.yaml -text\n'), [['core.autocrlf', 'true']], CHANGED],
    ['nothing of the kind', {}, [], CHANGED],
  ])('%s', (_name, more, settings, expected) => {
    const { top, file } = repository(more, ...(settings as [string, string][]))
    writeFileSync(file('register.yaml'), crlf(SETTINGS))
    expect(said(top)).toBe(expected)
    git(top, 'add', '-A')
    const isClean = git(top, 'status', '--porcelain', '--', 'register') === ''
    expect(isClean).toBe(expected === 'revision') // as git itself says
  })
})

describe('what cannot be told is said', () => {
  test('a file that a filter stands before', () => {
    const { top, file } = repository({ '.gitattributes': 'policy.yaml filter=lfs\n' })
    expect(said(top)).toBe('revision')
    writeFileSync(file('policy.yaml'), 'extends: nhs-2026\n# more\n')
    expect(said(top)).toBe('revision (policy.yaml cannot be compared with it without running a filter)')
  })

  test('a folder that is a repository of its own', () => {
    const { top } = repository()
    const other = tempFolder({ 'x.yaml': 'name: X\nstatus: active\n' })
    committed(other)
    git(top, 'submodule', '--quiet', 'add', other, 'register/partnerships/shared')
    committed(top)
    expect(said(top)).toBe('revision (it does not hold the files of partnerships/shared)')
  })

  test('a repository without a commit, a broken one, one of somebody else, and no git', () => {
    const { top } = repository()
    expect(said(top, { PATH: '/nonexistent' })).toBe('revision not known, as git is not installed')
    expect(said(top, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })).toBe(
      'revision not known, as git does not trust its folder',
    )
    writeFileSync(join(top, '.git', 'config'), '[core\n')
    expect(said(top)).toBe('revision not known, as git cannot read its repository')
    rmSync(join(top, '.git'), { recursive: true })
    expect(said(top)).toBe('not under version control')
    git(top, 'init', '-q')
    expect(said(top)).toBe('not under version control')
  })
})

test('a repository that names content by SHA-256 is compared, too', () => {
  const top = tempFolder(FILES)
  git(top, 'init', '-q', '-b', 'main', '--object-format=sha256')
  committed(top)
  expect(said(top)).toBe('revision')
  writeFileSync(join(top, 'register/partnerships/a.yaml'), 'name: Beta\nstatus: active\n')
  expect(said(top)).toBe(CHANGED)
})
