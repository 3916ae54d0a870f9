import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, runPartners } from '../run-partners.js'
import { builtOnce, committed, follow, git } from '../source/repository.js'
import { tempFolder } from '../source/temp-folder.js'

const partnership = (grade: string) =>
  `name: Riverside Recovery\nstatus: active\nlead: Service Manager\nassessments:\n  - date: 2026-03-31\n    outcomes: ${grade}\n    comments:\n      outcomes: So.\n`
const WORSE = 'Outcomes worsened from A to R/A'

function put(top: string, grade: string, folder = 'register') {
  mkdirSync(join(top, folder, 'partnerships'), { recursive: true })
  writeFileSync(join(top, folder, 'partnerships', 'riverside.yaml'), partnership(grade))
}

/** A repository with a register on `main`, tagged v1, and a worse grade on `feature`, which is checked out. */
const repository = builtOnce(() => {
  const top = tempFolder()
  cpSync(join(ROOT, 'tests', 'rules', 'base'), join(top, 'register'), { recursive: true })
  put(top, 'A')
  committed(top, 'first')
  git(top, 'tag', 'v1')
  git(top, 'checkout', '-qb', 'feature')
  put(top, 'R/A')
  committed(top, 'second')
  return top
})

/** `main` goes on after `feature` parted from it. */
const withMainAhead = builtOnce(() => {
  const top = repository()
  git(top, 'checkout', '-q', 'main')
  writeFileSync(join(top, 'notes.txt'), 'x\n')
  committed(top, 'ahead')
  git(top, 'checkout', '-q', 'feature')
  return top
})

const diff = (cwd: string, args: readonly string[], env?: Record<string, string>) =>
  runPartners(['diff', ...args, '--as-of', '2026-04-30'], { cwd, ...(env && { env }) })

/** What is said after the first semicolon of a refusal: the way out. */
const hintOf = ({ code, stderr }: { code: number | null; stderr: string }) => {
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1])
  return stderr.trim().replace(/^.*?; /, '')
}

function clone(top: string, ...options: string[]): string {
  git(top, 'checkout', '-q', 'main') // its HEAD is what a clone takes for the main branch
  const copy = join(tempFolder(), 'clone')
  git(top, 'clone', '-q', ...options, `file://${top}`, copy)
  return copy
}

describe('the earlier state is called what it is', () => {
  test('where two parted, not the branch that has moved on since', () => {
    const top = withMainAhead()
    const parted = git(top, 'rev-parse', '--short=8', 'v1')
    expect(diff(top, ['main...feature']).stdout).toContain(`From where feature parted from main (${parted}) to feature`)
    expect(diff(top, []).stdout).toContain(`From where this work parted from main (${parted}) to the working tree`)
    expect(diff(top, [parted]).stdout).toContain(`From ${parted} to the working tree`)
  })
})

describe('a revision without a register', () => {
  test('is an empty register where it is the earlier one: the change that brings the register', () => {
    const top = tempFolder({ 'README.md': 'x\n' })
    const first = committed(top)
    git(top, 'checkout', '-qb', 'feature')
    cpSync(join(ROOT, 'tests', 'rules', 'base'), join(top, 'register'), { recursive: true })
    put(top, 'A')
    committed(top)
    const { code, stdout } = diff(top, ['main..feature'])
    expect(code).toBe(0)
    expect(stdout).toContain(`From main (${first}), which has no register, to feature`)
    expect(stdout).toContain('Is new in the register')
    expect(diff(top, []).stdout).toContain(`this work parted from main (${first}), which has no register`)
    expect(JSON.parse(diff(top, ['main..feature', '--format', 'json']).stdout).before).toContain('no register')
    expect(diff(top, ['main..feature', '--format', 'markdown']).code).toBe(0)
  })

  test('is refused where it is the later one, and where it is to be read', () => {
    const top = tempFolder({ 'README.md': 'x\n' })
    committed(top)
    git(top, 'tag', 'before')
    put(top, 'A')
    cpSync(join(ROOT, 'tests', 'rules', 'base'), join(top, 'register'), { recursive: true })
    committed(top)
    expect(diff(top, ['main..before']).stderr).toContain('revision before holds no register; name a later one')
    expect(runPartners(['list', '--revision', 'before'], { cwd: top }).stderr).toContain('holds no register')
  })
})

describe('a register that lay elsewhere', () => {
  const example = (top: string, text = 'schema: 1\norganisation: example\n') => {
    put(top, 'R', 'docs/example')
    renameSync(
      join(top, 'docs/example/partnerships/riverside.yaml'),
      join(top, 'docs/example/partnerships/sample.yaml'),
    )
    writeFileSync(join(top, 'docs/example/register.yaml'), text)
  }

  test('is not the only other one that the revision happens to hold', () => {
    const top = tempFolder()
    example(top)
    committed(top)
    git(top, 'tag', 'before')
    cpSync(join(ROOT, 'tests', 'rules', 'base'), join(top, 'register'), { recursive: true })
    put(top, 'A')
    committed(top)
    for (const args of [['before'], ['before..HEAD']]) {
      const { stdout } = diff(top, args)
      expect(stdout).toContain('which has no register')
      expect(stdout).not.toMatch(/removed|sample/)
    }
    expect(runPartners(['list', '--revision', 'before'], { cwd: top }).code).toBe(2)
    expect(runPartners(['list', '--revision', 'before', '-r', 'docs/example'], { cwd: top }).stdout).toContain('R')
  })

  test('is known by its partnerships, or by its organisation', () => {
    const top = repository()
    example(top)
    committed(top)
    git(top, 'tag', 'elsewhere')
    renameSync(join(top, 'register'), join(top, 'governance'))
    committed(top)
    const run = (...args: string[]) => diff(join(top, 'governance'), args)
    expect(run('elsewhere')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(run('v1').stdout).toContain(WORSE)
    renameSync(join(top, 'governance/partnerships/riverside.yaml'), join(top, 'governance/partnerships/river.yaml'))
    expect(run('elsewhere').stdout).toContain('another id')
    expect(run('elsewhere').stdout).not.toContain('sample')
  })
})

test('a register.yaml that cannot be read does not move the day', () => {
  const top = repository()
  appendFileSync(join(top, 'register', 'register.yaml'), 'roles: [x\n')
  const day = (...args: string[]) => runPartners(['diff', 'v1', ...args], { cwd: top }).stdout
  expect(day()).toContain('as of 30 September 2026')
  writeFileSync(join(top, 'register', 'register.yaml'), 'schema: 1\norganisation: ours\nas-of: the autumn\n')
  expect(day()).toContain('as of 30 September 2026')
  writeFileSync(join(top, 'register', 'register.yaml'), 'schema: 1\norganisation: ours\nas-of: 2026-10-31\n')
  expect(day()).toContain('as of 31 October 2026')
})

describe('a clone that lacks the earlier state gets the command that brings it', () => {
  /** What the refusal says to do, and what the same comparison then prints. */
  function mended(copy: string, args: readonly string[], env?: Record<string, string>) {
    const hint = hintOf(diff(copy, args, env))
    follow(copy, hint)
    return { hint, ...diff(copy, args, env) }
  }
  const by = (hint: string) => ({ hint, code: 0, stdout: expect.stringContaining(WORSE), stderr: '' })
  const shallow = () => clone(withMainAhead(), '--depth', '1', '--branch', 'feature')
  const ALL = '--tags origin "+refs/heads/*:refs/remotes/origin/*"'

  test.each([
    ['a branch', ['main...'], 'git fetch --unshallow origin +refs/heads/main:refs/heads/main'],
    ['a branch and the working tree', ['main'], 'git fetch --unshallow origin +refs/heads/main:refs/heads/main'],
    ['a state of a branch', ['main~1'], 'git fetch --unshallow origin +refs/heads/main:refs/heads/main'],
    [
      'a branch of the remote',
      ['origin/main...'],
      'git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main',
    ],
    ['a tag', ['v1'], `git fetch --unshallow ${ALL}`],
    ['a commit before', ['HEAD~1'], `git fetch --unshallow ${ALL}`],
    ['no word', [], `git fetch --unshallow ${ALL}`],
  ])('shallow: %s', (_name, args, command) => {
    expect(mended(shallow(), args)).toEqual(by(command))
  })

  test('shallow, with both branches, but not where they parted', () => {
    const copy = shallow()
    git(copy, 'fetch', '-q', '--depth', '1', 'origin', '+refs/heads/main:refs/remotes/origin/main')
    expect(mended(copy, ['origin/main...'])).toEqual(by(`git fetch --unshallow ${ALL}`))
  })

  test('of one branch: in CI, by name, and without a word', () => {
    const single = () => clone(withMainAhead(), '--single-branch', '--branch', 'feature')
    const tracked = 'git fetch origin +refs/heads/main:refs/remotes/origin/main'
    expect(mended(single(), [], { GITHUB_BASE_REF: 'main' })).toEqual(by(tracked))
    expect(mended(single(), ['main...'])).toEqual(by('git fetch origin +refs/heads/main:refs/heads/main'))
    expect(mended(single(), [])).toEqual(by(`git fetch ${ALL}`))
  })

  test('of all branches: the one of the remote is meant', () => {
    const copy = clone(withMainAhead(), '--branch', 'feature')
    expect(hintOf(diff(copy, ['main']))).toBe('did you mean origin/main?')
    expect(hintOf(diff(copy, ['origin/HAED']))).not.toContain('HEAD?')
    expect(hintOf(diff(copy, [], { GITHUB_BASE_REF: 'release' }))).toBe(
      'git fetch origin +refs/heads/release:refs/remotes/origin/release',
    )
  })

  test('whose remote has another name', () => {
    const copy = clone(withMainAhead(), '--origin', 'upstream', '--branch', 'feature')
    expect(diff(copy, []).stdout).toContain('where this work parted from upstream/main')
    expect(diff(copy, [], { GITHUB_BASE_REF: 'main' }).stdout).toContain('parted from upstream/main')
    const newest = clone(withMainAhead(), '--origin', 'upstream', '--depth', '1', '--branch', 'feature')
    expect(mended(newest, ['main...'])).toEqual(by('git fetch --unshallow upstream +refs/heads/main:refs/heads/main'))
  })

  test('and a name that would be a command is none', () => {
    expect(hintOf(diff(shallow(), ['$(touch${IFS}x)']))).toBe(`git fetch --unshallow ${ALL}`)
  })
})

test('a bare repository is read without a checkout', () => {
  const bare = clone(repository(), '--bare')
  expect(diff(bare, ['v1', 'feature']).stdout).toContain(WORSE)
  expect(diff(bare, ['v1..feature', '-r', 'register']).stdout).toContain(WORSE)
  expect(diff(bare, ['main...feature']).stdout).toContain('register/partnerships/riverside.yaml')
  const list = runPartners(['list', '--columns', 'name', '--revision', 'v1', '--as-of', 'commit'], { cwd: bare })
  expect([list.code, list.stdout]).toEqual([0, expect.stringContaining('Riverside Recovery')])
})

describe('words', () => {
  test('a register that is not there any more is named all the same', () => {
    const top = repository()
    rmSync(join(top, 'register'), { recursive: true })
    for (const range of ['v1..feature', 'v1...feature'])
      expect(diff(top, [range, '-r', 'register']).stdout).toContain(WORSE)
  })

  test('two folders need no other register', () => {
    const [one, two] = [repository(), repository()]
    put(one, 'A')
    for (const args of [
      [`${one}/register`, `${two}/register`],
      [one, two],
    ])
      expect(diff(one, args, { PARTNERS_REGISTER: tempFolder() }).stdout).toContain(WORSE)
  })

  test('folders of whole clones, by their names', () => {
    const work = tempFolder()
    for (const name of ['main', 'wt']) cpSync(repository(), join(work, name), { recursive: true })
    put(join(work, 'main'), 'A')
    expect(diff(work, ['main', 'wt']).stdout).toContain('From main/register to wt/register')
    expect(diff(join(work, 'wt'), ['../main', '.']).stdout).toContain(WORSE)
  })

  test('a folder that holds a clone, and a branch of the same name', () => {
    const top = repository()
    cpSync(join(top, 'register'), join(top, 'main', 'register'), { recursive: true })
    put(join(top, 'main'), 'A')
    expect(diff(top, ['main']).stderr).toContain('write ./main for the folder, refs/heads/main for the branch')
    expect(diff(top, ['./main', '.']).stdout).toContain(WORSE)
    expect(diff(top, ['main..feature']).stdout).toContain('From main (') // a range is of revisions
  })

  test.each([
    [['v1..feature', 'main'], '"v1..feature" names both states already; leave the other word out, or name two'],
    [['main', 'v1...feature'], '"v1...feature" names both states already; leave the other word out'],
    [['feature^!'], '"feature^!" is not a revision, but what one commit changed; write feature^..feature'],
    [['v1..feature..main'], '"feature..main" names a range of commits, and one is expected; name a commit'],
    [['v1', 'feature^!'], '"feature^!" names a range of commits, and one is expected; name a commit'],
  ])('%s', (args, words) => {
    const { code, stderr } = diff(repository(), args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})
