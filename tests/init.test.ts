import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { load } from 'js-yaml'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fromQuestions, fromOptions } from '../src/cli/init/answers.js'
import type { Question } from '../src/cli/ask/terminal.js'
import { RELEASED_POLICIES } from '../src/model/policy.js'
import { UsageError } from '../src/model/usage-error.js'
import { runPartners, runProgram } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-init-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(work, 'n'))
})
const partners = (...args: string[]) => runPartners(args, { cwd: folder })
const init = (...args: string[]) => partners('init', '--name', 'Riverside Trust', ...args)
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1))
    .sort()

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
const inMonths = (count: number) => {
  const [year, month] = TODAY.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1 + count, 1)).toISOString().slice(0, 10)
}

/** What git takes for a repository. */
function makeGitFolder(folder: string): void {
  for (const it of ['objects', 'refs']) mkdirSync(join(folder, '.git', it), { recursive: true })
  writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n')
}

describe('partners init', () => {
  test('makes a register that has no finding, today and for nine months', () => {
    const { code, stdout, stderr } = init('--ci', 'both')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('wrote register/register.yaml\n')
    expect(stdout).toMatch(
      /\nNext:\n {2}npm install .*\n {2}npx --no partners validate .*\n {2}npx --no partners report board-update .*\n {2}npx --no partners show .*\nThen commit all of it: .*\n$/,
    )
    for (const day of [TODAY, ...[1, 2, 3, 6, 9].map(inMonths)]) {
      const checked = partners('validate', '--as-of', day, '--fail-on', 'info')
      expect([day, checked.code, checked.stdout]).toEqual([
        day,
        0,
        expect.stringMatching(/^no findings in 7 files, 1 p/),
      ])
    }
  })

  test('its first paper, list and page can be made at once', () => {
    init()
    const paper = partners('report', 'board-update')
    expect([paper.code, paper.stderr]).toEqual([0, ''])
    expect(paper.stdout).toContain('**Riverside Trust**')
    expect(paper.stdout).toContain('this paper is computed from it: it holds\n1 partnership.')
    for (const args of [['show', 'sample-partnership'], ['due'], ['list'], ['policy', '--diff']])
      expect([args, partners(...args).code]).toEqual([args, 0])
  })

  test.each([
    'Trust: "Riverside" & \'Sons\' #1',
    '# Riverside',
    'no',
    '1e3',
    '00123',
    '- a: [b, {c}]',
    'ORGANISATION_ID CURRENCY TODAY',
    'Riverside 👩🏽‍⚕️ NHS Trust',
    'Ysbyty Gwynedd — Ôl',
    '${{ github.token }} $(touch x) `touch x`',
    'R'.repeat(300),
    `The ${'very '.repeat(60)}long trust`,
    '\u001B[31mRed\u001B[0m\u0007 \u202Eturned\u202C \u0000Trust\r\nand more',
    '  spaces   around  ',
    'y',
  ])('a name as %j is kept as text', (name) => {
    // no argument of a program can hold the character that ends texts
    const { code, stderr } = partners('init', '--ci', 'both', '--name', name.replace('\u0000', ''))
    expect([code, stderr]).toEqual([0, ''])
    const checked = partners('validate', '--fail-on', 'info')
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/^no findings /)])
    const [file] = files().filter((it) => it.startsWith('register/organisations/'))
    const organisation = load(read(file!)) as { name: string }
    const expected = name.startsWith('\u001B') ? 'Red turned Trust and more' : name.replace(/ +/g, ' ').trim()
    expect(organisation.name).toBe(expected.replace('\u0000', ''))
    expect(read(file!)).not.toMatch(UNSAFE)
    expect(file!.length).toBeLessThan(80)
    for (const workflow of ['.github/workflows/partners.yml', '.gitlab/partners.yml'])
      expect(read(workflow)).not.toContain('touch x')
  })

  test.each(['nhs-trust', 'council', 'third-sector', 'company', 'university', 'network'])(
    'an organisation of kind %s has no finding',
    (kind) => {
      init('--kind', kind, '--ci', 'none')
      expect(partners('validate', '--fail-on', 'info').stdout).toMatch(/^no findings /)
    },
  )

  test.each(RELEASED_POLICIES)('its policy may extend %s, which then has no finding', (policy) => {
    expect(init('--policy', policy).code).toBe(0)
    expect((load(read('register/policy.yaml')) as { extends: string }).extends).toBe(policy)
    expect(partners('validate', '--fail-on', 'info').stdout).toMatch(/^no findings /)
    rmSync(join(folder, 'register/partnerships'), { recursive: true })
    expect(partners('validate', '--fail-on', 'info').stdout).toMatch(/^no findings in \d files, no partnerships/)
  })

  test('unless said otherwise its policy extends the first of this release', () => {
    init()
    expect((load(read('register/policy.yaml')) as { extends: string }).extends).toBe(RELEASED_POLICIES[0])
  })

  test('what editors are given accepts every file, and names each', () => {
    init('--currency', 'EUR', '--time-zone', 'Europe/Dublin', '--kind', 'icb')
    expect(load(read('register/register.yaml'))).toMatchObject({ currency: 'EUR', 'time-zone': 'Europe/Dublin' })
    const associations = JSON.parse(read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> }
    const checked: string[] = []
    for (const [schema, pattern] of Object.entries(associations['yaml.schemas'])) {
      const check = new Ajv2020.default({ strict: false, validateFormats: false }).compile(
        JSON.parse(read(schema)) as object,
      )
      for (const record of files().filter((it) => it.startsWith(pattern.replace('**/*.yaml', '')))) {
        expect([record, check(load(read(record))), check.errors]).toEqual([record, true, null])
        const named = /^# yaml-language-server: \$schema=(.*)\n/.exec(read(record))![1]!
        expect(join(dirname(record), named)).toBe(join(schema))
        checked.push(record)
      }
    }
    expect(checked.sort()).toEqual(files().filter((it) => /^register\/.*\.yaml$/.test(it)))
  })

  test('the commented entry of the policy holds once it is taken out of its comment', () => {
    init()
    const policy = read('register/policy.yaml').replace(/^# (floors:|documents:| {2})/gm, '$1')
    expect(policy).toContain('\ndocuments:\n  exit-plan:\n')
    put('register/policy.yaml', policy)
    expect(partners('validate', '--fail-on', 'info').stdout).toMatch(/^no findings /)
    expect(partners('policy', '--diff').stdout).toContain('exit-plan')
  })

  test.each(['github', 'gitlab', 'both', 'none'])('--ci %s writes what it says', (ci) => {
    init('--ci', ci)
    const has = (file: string) => files().includes(file)
    expect(has('.github/workflows/partners.yml')).toBe(['github', 'both'].includes(ci))
    expect([has('.gitlab-ci.yml'), has('.gitlab/partners.yml')]).toEqual(
      ['gitlab', 'both'].includes(ci) ? [true, true] : [false, false],
    )
  })

  test('a dry run names every file and writes none', () => {
    const { stdout } = init('--dry-run', '--ci', 'both')
    expect(files()).toEqual([])
    init('--ci', 'both')
    const named = stdout.split('\n').flatMap((it) => /^would write (.*)$/.exec(it)?.[1] ?? [])
    expect(named.sort()).toEqual(files())
    expect(stdout).toMatch(/\ndry run: nothing was written\n$/)
  })

  test('makes the folder, and says where to go', () => {
    expect(init('a/b').stdout).toContain('\nNext, in a/b:\n')
    expect(existsSync(join(folder, 'a/b/register/register.yaml'))).toBe(true)
  })

  test('the same day and wishes give the same bytes, in any locale', () => {
    init('one')
    runPartners(['init', 'two', '--name', 'Riverside Trust'], {
      cwd: folder,
      env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'de' },
    })
    const texts = (name: string) =>
      files().flatMap((it) => (it.startsWith(`${name}/`) ? [[it.slice(4), read(it)]] : []))
    expect(texts('two')).toEqual(texts('one'))
  })
})

/** What is neither text nor the end of a line. */
// oxlint-disable-next-line no-control-regex -- these are what must not be there
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/

describe('what is there stays', () => {
  test.each(['register.yaml', 'register/register.yaml'])('with a %s nothing is written', (file) => {
    put(file, 'schema: 1\norganisation: ours\n')
    const { code, stdout, stderr } = init()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      `partners: ${file} already exists; nothing was written; partners validate checks it. For another register name a folder: partners init ../my-register\n`,
    )
    expect(files()).toEqual([file])
  })

  test('files of one’s own are left, and what must be added to them is shown', () => {
    put('.gitlab-ci.yml', 'stages: [test]\n')
    put('.pre-commit-config.yaml', 'repos: []\n')
    put('.vscode/settings.json', '{}\n')
    put('.gitattributes', '*.png binary\n')
    put('.gitignore', 'node_modules\n')
    put('.github/workflows/partners.yml', 'ours\n')
    put('register/policy.yaml', 'extends: nhs-2026\n')
    const before = files().map((it) => [it, read(it)])
    const { stdout } = init('--ci', 'both')
    for (const [file, text] of before) expect([file, read(file!)]).toEqual([file, text])
    expect(stdout).toContain(
      'kept .gitlab-ci.yml, which already exists; add this:\n    include:\n      - local: .gitlab/partners.yml\n',
    )
    expect(stdout).toContain('kept .gitattributes, which already exists; add this:\n    register/** text=auto eol=lf\n')
    expect(stdout).toContain(
      'kept .gitignore, which already exists; add this:\n    .partners.lock\n    .partners-change.json\n    .partners-*.tmp\n    contacts.local.yaml\n',
    )
    expect(stdout).toContain('kept .github/workflows/partners.yml, which already exists\n')
    expect(stdout).toContain('kept register/policy.yaml, which already exists\n')
    expect(stdout).toContain('entry: npx --no -- partners validate --new-since HEAD\n')
  })

  test('what was added by hand is not asked for again', () => {
    put('.gitlab-ci.yml', 'stages: [test]\ninclude:\n  - local: .gitlab/partners.yml\n')
    expect(init('--ci', 'gitlab').stdout).toContain('kept .gitlab-ci.yml, which already exists\n')
  })

  test('a run that was cut off tells what it wrote, and the same command completes it', () => {
    put('.vscode', 'a file where a folder should be\n')
    const first = init()
    expect(first.code).toBe(2)
    expect(first.stdout).toContain('wrote register/policy.yaml\n')
    expect(first.stderr).toMatch(
      /^partners: .*settings\.json cannot be written: what should be .*; run again to write what is missing\n$/,
    )
    expect(existsSync(join(folder, 'register/register.yaml'))).toBe(false)
    rmSync(join(folder, '.vscode'))
    const second = init()
    expect([second.code, second.stderr]).toEqual([0, ''])
    expect(second.stdout).toContain('kept register/policy.yaml, which is already the same\n')
    expect(partners('validate', '--fail-on', 'info').code).toBe(0)
  })

  test('git leaves out what stands beside the register only while it is changed', () => {
    init()
    spawnSync('git', ['init', '-q'], { cwd: folder })
    const passing = ['.partners.lock', '.partners-change.json', 'partnerships/.partners-12-0.tmp']
    for (const it of passing) put(`register/${it}`, '')
    const { stdout } = spawnSync('git', ['status', '--porcelain', '-uall'], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toContain('register/register.yaml')
    expect(stdout).not.toContain('.partners')
  })

  test('a link is not followed out of the folder, and one that leads nowhere is not written through', () => {
    const outside = mkdtempSync(join(work, 'o'))
    symlinkSync(outside, join(folder, '.vscode'))
    symlinkSync(join(outside, 'nothing'), join(folder, '.gitattributes'))
    expect(init().stderr).toMatch(/\.vscode is a link that leads out of .*; put a folder in its place; run again/)
    rmSync(join(folder, '.vscode'))
    expect(init().stdout).toContain('kept .gitattributes, which already exists; add this:')
    expect(readdirSync(outside)).toEqual([])
    expect(lstatSync(join(folder, '.gitattributes')).isSymbolicLink()).toBe(true)
  })

  test('below the top of a repository what is read only there is left out, and told', () => {
    makeGitFolder(folder)
    const { stdout } = init('governance', '--ci', 'both')
    expect(stdout).toMatch(
      /left out \.github\/workflows\/partners\.yml: it is read only at the top of the repository, \//,
    )
    expect(files().some((it) => /workflows|gitlab|pre-commit/.test(it))).toBe(false)
    expect(existsSync(join(folder, 'governance/register/register.yaml'))).toBe(true)
  })
})

describe('what cannot be is told in one line, and nothing is written', () => {
  test.each([
    [[], 'the organisation has no name; give it with --name "…"'],
    [['--name', ''], 'the name is empty; write the name of the organisation'],
    [['--name', '\u001B[31m \u0007'], 'the name is empty; write the name of the organisation'],
    [['--name', '😀'], 'no id can be made from the name; give one, such as --id riverside-trust'],
    [
      ['--name', 'x', '--id', 'My Trust'],
      '"My Trust" cannot be an id: an id has small letters, digits and hyphens only; write my-trust',
    ],
    [
      ['--name', 'x', '--id', 'x'.repeat(101)],
      'an id of 101 characters is too long for the name of a file; write a short name',
    ],
    [
      ['--name', 'x', '--kind', 'charity'],
      '"charity" is not one of the values of organisation kind; write third-sector',
    ],
    [['--name', 'x', '--currency', 'pounds'], '"pounds" is not a currency; write three capital letters, such as GBP'],
    [
      ['--name', 'x', '--time-zone', 'Europe/Atlantis'],
      '"Europe/Atlantis" is not a time zone; write one of the IANA list, such as Europe/London',
    ],
    [
      ['--name', 'x', '--package', 'x@1 && rm'],
      '"x@1 && rm" is not a package; write it as npm takes it, such as partners@1.0.0',
    ],
    [
      ['--name', 'x', '--package', '${{ secrets.X }}'],
      '"${{ secrets.X }}" is not a package; write it as npm takes it, such as partners@1.0.0',
    ],
  ])('%j', (args, said) => {
    const { code, stdout, stderr } = partners('init', ...args)
    expect([code, stdout, stderr]).toEqual([2, '', `partners: ${said}\n`])
    expect(files()).toEqual([])
  })

  test('a file in place of the folder', () => {
    put('a', '')
    expect(init('a').stderr).toBe('partners: a is not a folder; name a folder\n')
  })
})

describe('in a terminal', () => {
  const clock = { today: () => '2026-11-24', elapsed: () => 0, time: () => '12:00:00' }
  const said = { currency: 'GBP', timeZone: 'Europe/London', branch: 'main' }

  /** Answers in turn; what is no answer is refused, as a person would be, and the next is taken. */
  function answering(...answers: string[]) {
    const asked: string[] = []
    const ask = async ({ text, otherwise, check }: Question) => {
      for (;;) {
        asked.push(`${text} [${otherwise ?? ''}]`)
        const answer = answers.shift()! || (otherwise ?? '')
        try {
          check(answer)
          return answer
        } catch (error) {
          if (!(error instanceof UsageError)) throw error
        }
      }
    }
    return { ask, asked }
  }

  test('it asks for what was not said', async () => {
    const { ask, asked } = answering('', 'Riverside Trust', 'My Id', '', 'icb', 'nhs-2099', 'council-2026', '', 'both')
    expect(await fromQuestions(said, clock, ask)).toMatchObject({
      name: 'Riverside Trust',
      id: 'riverside-trust',
      kind: 'icb',
      policy: 'council-2026',
      dayOrder: 'day-first',
      ci: ['github', 'gitlab'],
      today: '2026-11-24',
    })
    expect(asked).toEqual([
      'Name of the organisation []',
      'Name of the organisation []',
      'Its id, a short name [riverside-trust]',
      'Its id, a short name [riverside-trust]',
      'Its kind [unknown]',
      'The policy to begin with [nhs-2027]',
      'The policy to begin with [nhs-2027]',
      'How 1/4/2026 is read: the day first, or ask each time [day-first]',
      'Checks in CI [github]',
    ])
  })

  test.each([
    ['GBP', 'Europe/London', 'day-first'],
    ['USD', 'Europe/London', 'ask'],
    ['GBP', 'America/New_York', 'ask'],
  ])('with %s and %s days in numbers are %s unless said', (currency, timeZone, dayOrder) => {
    expect(fromOptions({ ...said, name: 'X', currency, timeZone }, clock).dayOrder).toBe(dayOrder)
  })

  test('it asks nothing when all was said', async () => {
    const { ask, asked } = answering()
    const rest = { policy: 'nhs-2027', dayOrder: 'ask', ci: 'none' }
    await fromQuestions({ ...said, name: 'X', id: 'x', kind: 'icb', ...rest }, clock, ask)
    expect(asked).toEqual([])
  })
})

interface Step {
  run?: string
  if?: string
  env?: Record<string, string>
  with?: Record<string, unknown>
}

describe('the workflow for GitHub', () => {
  const workflow = () =>
    parse(read('.github/workflows/partners.yml')) as {
      permissions: object
      env: Record<string, string>
      jobs: Record<string, { if?: string; permissions?: object; steps: Step[] }>
    }
  const bin = join(work, 'bin')
  /** A program of that name notes how it was called, and does what the script says. */
  const fake = (name: string, script: string) => {
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\nprintf '%s\\n' "${name} $*" >> "$CALLS"\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  function runStep(run: string) {
    const calls = join(folder, 'calls')
    const summary = join(folder, 'summary.md')
    writeFileSync(calls, '')
    const env = {
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      CALLS: calls,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_REPOSITORY: 'us/register',
      NUMBER: '7',
    }
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    const summed = existsSync(summary) ? readFileSync(summary, 'utf8') : ''
    return { code: done.status, calls: readFileSync(calls, 'utf8'), summary: summed, stderr: done.stderr }
  }
  const stepOf = (name: RegExp) =>
    workflow().jobs['diff']!.steps.find(({ run }) => run !== undefined && name.test(run))!

  test('may read only, but for the comment; forks and the pull request’s words reach no shell', () => {
    init('--package', 'git+https://git.example/partners.git#v1')
    const { permissions, env, jobs } = workflow()
    expect(permissions).toEqual({ contents: 'read' })
    expect(env).toEqual({ PARTNERS_SOURCE: 'git+https://git.example/partners.git#v1' })
    expect(jobs['validate']!.permissions).toBeUndefined()
    expect(jobs['diff']!.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
    for (const { steps } of Object.values(jobs)) {
      expect(steps[0]!.with).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false })
      for (const { run } of steps) expect(run ?? '').not.toContain('${{')
    }
    expect(stepOf(/gh api/).if).toContain('github.event.pull_request.head.repo.full_name == github.repository')
  })

  test('the change is told in the summary', () => {
    init()
    fake('partners', 'printf "%s\\n" "<!-- partners-diff -->" "Two values changed." > "${@: -1}"')
    const { code, calls, summary } = runStep(stepOf(/partners diff/).run!)
    expect(code).toBe(0)
    expect(calls).toBe(`partners diff HEAD^1..HEAD --format markdown --out ${folder}/partners-changes.md\n`)
    expect(summary).toContain('Two values changed.')
  })

  test('a comparison that cannot be made fails the step', () => {
    init()
    fake('partners', 'exit 2')
    expect(runStep(stepOf(/partners diff/).run!).code).toBe(2)
  })

  test('a change that leaves the register as it is makes no comment, and renews one that is there', () => {
    init()
    fake('partners', ': > "${@: -1}"')
    expect(runStep(stepOf(/partners diff/).run!).summary).toContain('Nothing of the register changes.')
    fake('gh', '')
    expect(runStep(stepOf(/gh api/).run!).calls).not.toContain('--method')
    fake('gh', 'case "$*" in *--paginate*) echo 11;; esac')
    expect(runStep(stepOf(/gh api/).run!).calls).toContain('--method PATCH')
  })

  test.each([
    ['none is there: one is made', '', 'POST repos/us/register/issues/7/comments '],
    ['one is there: it is renewed', 'echo 11; echo 12', 'PATCH repos/us/register/issues/comments/11 '],
  ])('one comment: %s', (_, listed, expected) => {
    init()
    put('partners-changes.md', '<!-- partners-diff -->\nTwo values changed.\n')
    fake('gh', `case "$*" in *--paginate*) ${listed || 'true'};; esac`)
    const { code, calls } = runStep(stepOf(/gh api/).run!)
    expect(code).toBe(0)
    expect(calls.split('\n').filter((it) => it.includes('--method'))).toEqual([
      `gh api --silent --method ${expected}-F body=@${folder}/partners-changes.md`,
    ])
  })

  test.each([
    ['is pointed to where it is too long', 'long '.repeat(13_000), true],
    ['counts in characters, as the service counts', '£'.repeat(64_000), false],
  ])('a comment %s', (_, text, isTooLong) => {
    init()
    put('partners-changes.md', `<!-- partners-diff -->\n${text}\n`)
    fake('gh', '')
    expect(runStep(stepOf(/gh api/).run!).code).toBe(0)
    const told = 'The change is too long for a comment: the summary of the job has it.'
    expect(read('partners-changes.md')).toBe(`<!-- partners-diff -->\n${isTooLong ? told : text}\n`)
  })

  test('a fault of the service fails the step', () => {
    init()
    put('partners-changes.md', 'x\n')
    fake('gh', 'exit 1')
    expect(runStep(stepOf(/gh api/).run!).code).toBe(1)
  })
})

describe('what the workflow runs of this tool, it has', () => {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: folder })
  /** A pull request that is merged, as CI checks it out. */
  function pullRequest(before: () => void, change: () => void) {
    git('init', '-q', '-b', 'main')
    before()
    git('add', '-A')
    git('commit', '-q', '--allow-empty', '-m', 'one')
    git('checkout', '-qb', 'change')
    change()
    git('add', '-A')
    git('commit', '-qm', 'two')
    git('checkout', '-q', 'main')
    git('merge', '-q', '--no-ff', '-m', 'merge', 'change')
    expect(partners('validate', '--as-of', 'commit').code).toBe(0)
    const diff = partners('diff', 'HEAD^1..HEAD', '--format', 'markdown', '--out', 'changes.md')
    expect([diff.code, diff.stderr]).toEqual([0, ''])
    return read('changes.md')
  }
  const sample = 'register/partnerships/sample-partnership.yaml'

  test('for a change of the register', () => {
    const changes = pullRequest(init, () => put(sample, read(sample).replace('status: active', 'status: ended')))
    expect(changes).toMatch(/^<!-- partners-diff -->\n[^]*Sample Partnership/)
  })

  test('for the change that brings the register', () => {
    const changes = pullRequest(() => {}, init)
    expect(changes).toMatch(/^<!-- partners-diff -->\n[^]*which has no register[^]*Sample Partnership/)
  })
})

describe('the other checks', () => {
  test('GitLab validates on every change, and gives the report and what changed', () => {
    init('--ci', 'gitlab')
    expect(parse(read('.gitlab-ci.yml'))).toEqual({ include: [{ local: '.gitlab/partners.yml' }] })
    const jobs = parse(read('.gitlab/partners.yml')) as Record<string, Record<string, unknown>>
    expect(jobs['partners-validate']).toMatchObject({
      artifacts: { reports: { codequality: 'gl-code-quality-report.json' } },
    })
    expect(jobs['partners-diff']!['artifacts']).toMatchObject({ paths: ['partners-changes.md'] })
    expect(jobs['partners-diff']!['script']).toContainEqual(expect.stringMatching(/^partners diff "\$BASE\.\.HEAD" /))
    expect(jobs['.partners']!['variables']).toMatchObject({ GIT_DEPTH: 0 })
  })

  test.each([
    ['merge_request_event', 'detached', 'partners validate --new-since c0ffee --as-of commit\n'],
    ['merge_request_event', 'merged_result', 'partners validate --new-since HEAD^1 --as-of commit\n'],
    ['merge_request_event', 'merge_train', 'partners validate --new-since HEAD^1 --as-of commit\n'],
    ['push', '', 'partners validate --new-since bef0e5e --as-of commit\n'],
    ['schedule', '', 'partners validate\n'],
  ])('GitLab compares a %s (%s) with the state before it', (source, event, called) => {
    init('--ci', 'gitlab')
    const jobs = parse(read('.gitlab/partners.yml')) as Record<string, Record<string, string[]>>
    const lines = [...jobs['.partners']!['before_script']!.slice(1), ...jobs['partners-validate']!['script']!]
    const env = {
      CI_PIPELINE_SOURCE: source,
      CI_MERGE_REQUEST_EVENT_TYPE: event,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: 'c0ffee',
      CI_COMMIT_BEFORE_SHA: 'bef0e5e',
    }
    const script = ['partners() { echo "partners $*"; }', ...lines].join('\n')
    expect(runProgram('sh', ['-euc', script], { cwd: folder, env })).toEqual({ code: 0, stdout: called, stderr: '' })
  })

  test.each([
    ['push', { before: 'bef0e5e' }, 'bef0e5e'],
    ['pull_request', { before: 'bef0e5e' }, 'HEAD^1'],
    ['merge_group', { merge_group: { base_sha: 'ba5e' } }, 'ba5e'],
  ])('GitHub compares a %s with the state before it', (name, event, base) => {
    init()
    const workflow = parse(read('.github/workflows/partners.yml')) as { jobs: { validate: { steps: Step[] } } }
    const step = workflow.jobs.validate.steps.find((it) => it.run?.includes('--new-since'))!
    const [, pushed, before, group, otherwise] =
      /^\$\{\{ github\.event_name == '(\w+)' && github\.event\.(\w+) \|\| github\.event\.(merge_group\.base_sha) \|\| '(.+)' \}\}$/.exec(
        step.env!['BASE']!,
      )!
    const { before: sent, merge_group: queue } = event as { before?: string; merge_group?: { base_sha: string } }
    expect([pushed, before, group]).toEqual(['push', 'before', 'merge_group.base_sha'])
    expect((name === pushed && sent) || queue?.base_sha || otherwise).toBe(base)
    expect(step.run).toBe('partners validate --new-since "$BASE" --as-of commit')
  })

  test.each([
    ['trunk', 'trunk'],
    ['main', 'main'],
    ['it’s/odd:one', 'it’s/odd:one'],
  ])('the workflow runs on the branch %s that there is', (branch, written) => {
    makeGitFolder(folder)
    mkdirSync(join(folder, '.git', 'refs', 'heads'))
    writeFileSync(join(folder, '.git', 'HEAD'), `ref: refs/heads/${branch}\n`)
    init()
    const { on } = parse(read('.github/workflows/partners.yml')) as { on: { push: { branches: string[] } } }
    expect(on.push.branches).toEqual([written])
  })

  test.each([
    ['partners@0.1.0', { partners: '0.1.0' }],
    ['@trust/partners@^1', { '@trust/partners': '^1' }],
    ['./tools/partners-0.1.0.tgz', { partners: 'file:./tools/partners-0.1.0.tgz' }],
    ['git+https://git.example/p.git#v1', { partners: 'git+https://git.example/p.git#v1' }],
  ])('package.json names the tool that %s is', (source, dependencies) => {
    init('--package', source)
    expect(JSON.parse(read('package.json'))).toEqual({ private: true, devDependencies: dependencies })
  })

  test('pre-commit checks the whole register at every commit, also one that only takes files out', () => {
    init()
    const { repos } = parse(read('.pre-commit-config.yaml')) as { repos: { hooks: object[] }[] }
    expect(repos[0]!.hooks).toEqual([
      expect.objectContaining({
        entry: 'npx --no -- partners validate --new-since HEAD',
        language: 'system',
        pass_filenames: false,
        always_run: true,
      }),
    ])
  })
})

describe('partners schema --write', () => {
  test('renews the schemas of a register, and leaves what is current', () => {
    init()
    const file = 'register/schemas/policy.schema.json'
    const current = read(file)
    put(file, current.replace('"Tiers"', '"Older"'))
    rmSync(join(folder, 'register/schemas/update.schema.json'))
    const { code, stdout } = partners('schema', '--write')
    expect(code).toBe(0)
    expect(stdout).toContain(`wrote ${file}\n`)
    expect(stdout).toContain('wrote register/schemas/update.schema.json\n')
    expect(stdout.match(/which is current/g)).toHaveLength(4)
    expect(read(file)).toBe(current)
  })

  test('makes the folder', () => {
    put('register.yaml', 'schema: 1\norganisation: ours\n')
    expect(partners('schema', '--write').stdout).toContain('wrote schemas/partnership.schema.json\n')
  })

  test('does not write over what is no schema, and takes no kind', () => {
    init()
    put('register/schemas/policy.schema.json', '{}')
    const { code, stderr } = partners('schema', '--write')
    expect([code, stderr]).toEqual([2, expect.stringContaining('policy.schema.json is not a schema of this tool')])
    expect(read('register/schemas/policy.schema.json')).toBe('{}')
    expect(partners('schema', 'policy', '--write').stderr).toContain('--write writes the schemas of all kinds')
  })
})
