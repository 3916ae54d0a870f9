import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-cli-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const PARTNERSHIP = 'name: Riverside Recovery\nstatus: active\nkind: contract\n'

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
})
const put = (file: string, text: string | Uint8Array) => writeFileSync(join(REGISTER, file), text)
const validate = (...args: string[]) => runPartners(['validate', ...args], { cwd: work })
const codes = () =>
  (JSON.parse(validate('--format', 'json').stdout).findings as { file: string; line: number; code: string }[]).map(
    (it) => `${it.file}:${it.line} ${it.code}`,
  )

describe('validate', () => {
  test('the embedded register has no errors', () => {
    const { code, stdout } = runPartners(['validate'])
    expect(code).toBe(0)
    expect(stdout).toContain('0 errors')
    expect(stdout).toContain('as of 30 April 2019')
  })

  test.each(['nhs-brent-2010', 'nw-london-2009'])('the register %s has no errors', (name) => {
    const { code, stdout } = runPartners(['validate', '-r', `examples/${name}`])
    expect(stdout).toContain('0 errors')
    expect(code).toBe(0)
  })

  test('one broken file never hides the others, and all its errors are told', () => {
    put('partnerships/broken.yaml', 'name: a: b\nstatus: active\n\tkind: x\nother: [\n')
    put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\nend: 31/02/2019\n`)
    const found = codes()
    expect(found.filter((it) => it.includes('broken.yaml')).length).toBeGreaterThan(1)
    expect(found).toContain('register/partnerships/riverside.yaml:4 schema/unknown-key')
    expect(found).toContain('register/partnerships/riverside.yaml:5 schema/day')
  })

  test('the invented example of the design validates', () => {
    cpSync(join(ROOT, 'tests', 'registers', 'riverside'), REGISTER, { recursive: true, force: true })
    const { code, stdout } = validate('--fail-on', 'warning')
    expect(stdout).toContain('no findings')
    expect(code).toBe(0)
  })

  test('a key without a value is told once, with what may stand there', () => {
    put('partnerships/riverside.yaml', 'name: Riverside Recovery\nstatus: null\n')
    const { findings } = JSON.parse(validate('--format', 'json').stdout) as {
      findings: { line: number; code: string; hint: string }[]
    }
    expect(findings.filter((it) => it.line === 2)).toEqual([
      expect.objectContaining({ code: 'schema/empty', hint: expect.stringContaining('proposed, active') as string }),
    ])
  })

  test('ten typical mistakes are each found, each with a way to mend it', () => {
    put(
      'partnerships/riverside.yaml',
      [
        'name: Riverside Recovery',
        'status: Active',
        'kind: contract',
        'leed: Service Manager',
        'sponsor: Chief Operating Oficer',
        'start: 04/05/2019',
        'end: 2019-02-31',
        'value: up to £2m',
        'partners:',
        '  - organisation: riverside-mnd',
        '    share: 60%',
        '  - organisation: ours',
        '    share: 30%',
        'notice: 6',
        '',
      ].join('\n'),
    )
    const { findings } = JSON.parse(validate('--format', 'json').stdout) as {
      findings: { line: number; code: string; hint: string | null }[]
    }
    const found = findings.map((it) => `${it.line} ${it.code}`)
    for (const expected of [
      '2 schema/choice',
      '4 schema/unknown-key',
      '5 reference/role',
      '6 schema/ambiguous-day',
      '7 schema/day',
      '8 schema/money',
      '10 reference/organisation',
      '11 share/sum',
      '14 schema/duration',
      '1 data/not-stated',
    ]) {
      expect(found).toContain(expected)
    }
    expect(findings.every((it) => it.hint !== null)).toBe(true)
  })

  test('what names something in a list that could not be read is not judged', () => {
    put('partnerships/riverside.yaml', `${PARTNERSHIP}lead: Nobody\n`)
    expect(codes()).toContain('register/partnerships/riverside.yaml:4 reference/role')
    put('register.yaml', 'schema: 1\norganisation: ours\nroles: x\nas-of: 2026-09-30\n')
    expect(codes()).toContain('register/register.yaml:3 schema/type')
    expect(codes().filter((it) => it.includes('reference/'))).toEqual([])
  })

  test('CRLF and a byte order mark change no place', () => {
    put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
    const plain = codes()
    put('partnerships/riverside.yaml', `\uFEFF${PARTNERSHIP}sponser: x\n`.replaceAll('\n', '\r\n'))
    expect(codes()).toEqual(plain)
  })

  test('a link out of the register is told, and its target never shown', () => {
    writeFileSync(join(work, 'secret.yaml'), 'name: SECRET\n')
    symlinkSync(join(work, 'secret.yaml'), join(REGISTER, 'partnerships', 'link.yaml'))
    symlinkSync('/etc', join(REGISTER, 'partnerships', 'folder'))
    const { stdout } = validate('--all')
    expect(stdout).toContain('file/symlink')
    expect(stdout).not.toContain('SECRET')
    expect(codes().filter((it) => it.endsWith('file/symlink'))).toHaveLength(2)
  })

  test.each([
    ['an alias bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nname: [*b,*b]\n', 'syntax/alias'],
    ['__proto__', `${PARTNERSHIP}__proto__:\n  polluted: yes\n`, 'schema/unknown-key'],
    ['100,000 brackets', `name: ${'['.repeat(100_000)}\n`, 'syntax/too-deep'],
    [
      'bytes that are not UTF-8',
      Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xff, 0xfe, 0x0a]),
      'syntax/encoding',
    ],
    ['an empty file', '', 'syntax/empty'],
    ['six million bytes', Buffer.alloc(6_000_000, 0x23), 'file/too-large'],
  ])('%s is a finding', (_, text, code) => {
    put('partnerships/hostile.yaml', text)
    const { stdout, stderr, code: exit } = validate('--all')
    expect(stdout).toContain(code)
    expect(stderr).toBe('')
    expect(exit).toBe(1)
  })

  test.each(['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'])(
    'no control character reaches %s',
    (format) => {
      put('partnerships/hostile.yaml', `name: "evil \\e[31mred \\u202E ]]> | <script>"\nstatus: "x\\e[2J"\n`)
      const { stdout } = validate('--all', '--format', format)
      // oxlint-disable-next-line no-control-regex -- these are what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
      expect(stdout.length).toBeGreaterThan(10)
    },
  )

  test('SARIF validates against its schema', () => {
    const file = join(ROOT, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    // the schema calls itself draft 4, of which it uses nothing that later drafts read otherwise
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    const ajv = new Ajv.default({ strict: false, unicodeRegExp: false })
    addFormats.default(ajv)
    const valid = ajv.compile(schema)
    put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
    const isValid = valid(JSON.parse(validate('--format', 'sarif').stdout))
    expect(valid.errors).toBeNull()
    expect(isValid).toBe(true)
  })

  test('annotations and a summary appear in GitHub Actions; an explicit format wins', () => {
    const summary = join(work, 'summary.md')
    writeFileSync(summary, '')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    expect(runPartners(['validate'], { env }).stdout).toContain('::warning file=register/')
    expect(readFileSync(summary, 'utf8')).toContain('| Errors |')
    expect(runPartners(['validate', '--format', 'json'], { env }).stdout.startsWith('{')).toBe(true)
  })

  describe('what is attached to files of a repository', () => {
    const pathsOf = {
      github: (text: string) => [...text.matchAll(/file=([^,]+)/g)].map((it) => it[1]!),
      gitlab: (text: string) => (JSON.parse(text) as { location: { path: string } }[]).map((it) => it.location.path),
      sarif: (text: string) => [...text.matchAll(/"uri": "([^"]+)"/g)].map((it) => it[1]!),
    }
    const ci = { GITHUB_WORKSPACE: work, CI_PROJECT_DIR: '' }

    test.each(Object.keys(pathsOf) as (keyof typeof pathsOf)[])(
      '%s names it from the checkout, wherever the tool runs',
      (format) => {
        put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
        for (const env of [ci, { GITHUB_WORKSPACE: '/no/such/folder', CI_PROJECT_DIR: work }]) {
          const { stdout } = runPartners(['validate', '--format', format], { cwd: REGISTER, env })
          expect(new Set(pathsOf[format](stdout).map((it) => it.split('/')[0]))).toEqual(new Set(['register']))
        }
      },
    )

    test('without CI it is named from the top of the repository; other formats name it from here', () => {
      put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
      const top = mkdtempSync(join(tmpdir(), 'partners-top-'))
      cpSync(work, join(top, 'deep'), { recursive: true })
      spawnSync('git', ['init', '-q', top])
      const cwd = join(top, 'deep', 'register')
      const { stdout } = runPartners(['validate', '--format', 'sarif'], { cwd })
      expect(pathsOf.sarif(stdout)).toContain('deep/register/partnerships/riverside.yaml')
      expect(runPartners(['validate', '--format', 'json'], { cwd }).stdout).toContain(
        '"file": "partnerships/riverside.yaml"',
      )
      rmSync(top, { recursive: true })
    })
  })

  test('fingerprints are unique and do not hang on lines', () => {
    const prints = () =>
      (JSON.parse(validate('--format', 'json').stdout).findings as { fingerprint: string }[])
        .map((it) => it.fingerprint)
        .sort()
    put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
    const before = prints()
    put('partnerships/riverside.yaml', `# a comment\n\n${PARTNERSHIP}sponser: x\n`)
    expect(prints()).toEqual(before)
    expect(new Set(before).size).toBe(before.length)
  })
})

describe('exit codes', () => {
  test.each([
    [['validate', '--no-such-flag'], 2],
    [['valdate'], 2],
    [['report', 'no-such-paper'], 2],
    [['explain', 'review/overdo'], 2],
    [['validate', '--as-of', '04/05/2019'], 2],
    [['validate', '-r', 'nowhere'], 2],
    [['validate', 'no/such/path'], 2],
    [['--help'], 0],
    [['help', 'validate'], 0],
    [['rules'], 0],
    [['explain', 'review/overdue'], 0],
    [['schema', 'policy'], 0],
    [['report', '--list'], 0],
    [['report', '--schema'], 0],
    [['report', '--data'], 0],
    [['report', '--data', '--schema'], 2],
    [['report', '--data', '--format', 'html'], 2],
    [['report', '--list', '--trace'], 2],
    [['report', '--update', '2018-10'], 2],
    [['report', '--out', 'no/such/folder/x.md'], 2],
    [['validate', '--fail-on', 'warning'], 1],
  ])('partners %j gives %i', (args, code) => {
    const run = runPartners(args)
    expect(run.code).toBe(code)
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  test('no policy: said, as then nothing is asked for', () => {
    const folder = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n' })
    rmSync(join(folder, 'policy.yaml'))
    expect(runPartners(['validate', '-r', folder]).stdout).toContain('there is no policy.yaml')
  })

  test.each([
    [['list', 'people'], '"people" is not one of the choices; choices are partnerships,'],
    [['due', '--within', '999999'], '"999999" cannot follow --within; write a number of days from 0 to 99999'],
    [['list', '--format', 'xml'], '"xml" cannot follow --format; choices are table,'],
    [['report', '--as-of', '2019-02-30'], 'February 2019 has 28 days; write a day that exists'],
    [['report', 'partnership', 'oxford mental'], 'did you mean omhp (Oxford Mental Health Partnership)?'],
    [['explain', 'document'], 'rules that begin like this: document/absent,'],
  ])('what %j gets', (args, words) => {
    const { code, stderr } = runPartners(args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })

  test('a tab is told once, and not again on the lines below it', () => {
    const folder = registerOf({ 'partnerships/a.yaml': 'name: A\nvalue:\n\tamount: 1m\n  per: year\nstatus: active\n' })
    const { stdout } = runPartners(['validate', '-r', folder, '--format', 'json'])
    const codes = JSON.parse(stdout).findings.map((it: { code: string }) => it.code)
    expect(codes.filter((it: string) => it.startsWith('syntax/'))).toEqual(['syntax/tab'])
  })

  test('a file of a kind that papers are not made in is refused', () => {
    const { code, stderr } = runPartners(['report', '--out', 'paper.pdf'])
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('papers are not written as .pdf; write --out paper.html'),
    ])
  })

  test('no register: one clear line', () => {
    const { code, stderr } = runPartners(['validate'], { cwd: tmpdir() })
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('what is told of a file', () => {
  interface Found {
    code: string
    message: string
    hint: string
    endLine: number
    endColumn: number
  }
  const findings = () => (JSON.parse(validate('--format', 'json').stdout) as { findings: Found[] }).findings

  test('thousands of aliases are one mistake', () => {
    const aliases = Array.from({ length: 20_000 }, () => '  - {title: *all}\n').join('')
    put('partnerships/bomb.yaml', `${PARTNERSHIP}actions:\n${aliases}`)
    const told = findings().filter(({ code }) => code === 'syntax/alias')
    expect(told).toHaveLength(21)
    expect(told.at(-1)!.message).toContain('19,979 more of these follow in this file')
  })

  test('21 of them are all told', () => {
    put('partnerships/few.yaml', `${PARTNERSHIP}goals:\n${'  - *all\n'.repeat(21)}`)
    const told = findings().filter(({ code }) => code === 'syntax/alias')
    expect(told).toHaveLength(21)
    expect(told.at(-1)!.message).not.toContain('more')
  })

  test.each(['', '-', '---'])('no finding of the markdown file %j ends beyond it', (text) => {
    put('partnerships/short.md', text)
    const [told] = findings().filter(({ code }) => code === 'syntax/front-matter')
    expect([told!.endLine, told!.endColumn]).toEqual([1, text.length + 1])
  })

  test('a number behind a #', () => {
    put('partnerships/ward.yaml', PARTNERSHIP.replace('Recovery', 'B5 #1 "ward" '))
    expect(findings().filter(({ code }) => code === 'syntax/comment-in-value')).toMatchObject([
      {
        message: 'a # after a space begins a comment, so the value is only "Riverside B5"',
        hint: 'put the value in quotes ("Riverside B5 #1 \\"ward\\""), or write a space after the #',
      },
    ])
  })
})

test('a template that is not UTF-8: one line', () => {
  writeFileSync(join(work, 'latin.hbs'), Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]))
  const { code, stdout, stderr } = runPartners(['report', '--template', 'latin.hbs'], { cwd: work })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^partners: the template latin\.hbs cannot be read: this file is not UTF-8: .*\n$/)
})

describe('what cannot be written', () => {
  const beside = [
    ['GitHub', { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(work, 'nowhere', 'summary.md') }, 'summary.md'],
    ['GitLab', { GITLAB_CI: 'true' }, 'gl-code-quality-report.json'],
  ] as const
  test.each(beside)('the summary of %s: told, and the check counts as it is', (_, env, file) => {
    mkdirSync(join(REGISTER, 'gl-code-quality-report.json')) // a folder is in the way
    put('partnerships/riverside.yaml', `${PARTNERSHIP}sponser: x\n`)
    const run = () => runPartners(['validate'], { cwd: REGISTER, env })
    expect(run()).toMatchObject({ code: 1, stdout: expect.stringContaining('"sponser" is not a key') })
    rmSync(join(REGISTER, 'partnerships/riverside.yaml'))
    const { code, stderr } = run()
    expect(stderr).toContain(`${file} cannot be written: `)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(0)
  })
})

describe('report', () => {
  test('html is one page without outside resources', () => {
    const { stdout } = runPartners(['report', '--format', 'html'])
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).toContain('<html lang="en-GB">')
    expect(stdout).not.toMatch(/<script|src=|<link|@import|url\(/)
  })

  test('the trace names lines', () => {
    expect(runPartners(['report', '--trace']).stdout).toMatch(
      /^ +- CAMHS partnership \(register\/partnerships\/camhs\.yaml:\d+\)/m,
    )
  })

  test('misspelt names of a template are told before anything is rendered', () => {
    writeFileSync(
      join(work, 't.hbs'),
      '# {{titel}}\n{{#each overdeu}}{{x}}{{/each}}\n{{money totalz}} {{{title}}} {{held}}\n',
    )
    const { code, stdout, stderr } = runPartners(['report', '--template', join(work, 't.hbs')])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/:1:5 "titel" is not in the view; did you mean title\?/)
    expect(stderr).toMatch(/:2:9 "overdeu" is not in the view; did you mean overdue\?/)
    expect(stderr).toMatch(/:3:9 "totalz" is not in the view; write {{#each totals}} {{money total}} {{\/each}}/)
    expect(stderr).toMatch(/three braces/)
    expect(stderr).toMatch(/"held" is a figure/)
  })

  test('validate tells what is wrong with own templates, before the paper is needed', () => {
    mkdirSync(join(REGISTER, 'templates', 'partials'), { recursive: true })
    put('templates/risk.md.hbs', '# {{organisation}}\n\n{{> line}}\n{{titel}}\n')
    put('templates/documents.md.hbs', '{{> line}}\n')
    put('templates/partials/line.md.hbs', 'As of {{asof}}\n')
    put('templates/partials/unused.md.hbs', '\n{{#if x}}\n')
    put('templates/minutes.md.hbs', '{{anything}}\n')
    const { stdout, code } = validate('--rule', 'report/template', '--format', 'json')
    expect(code).toBe(1)
    const { findings } = JSON.parse(stdout) as {
      findings: { file: string; line: number; column: number; message: string; related: { file: string }[] }[]
    }
    expect(findings.map((it) => [`${it.file}:${it.line}:${it.column}`, it.message])).toEqual([
      ['register/templates/partials/line.md.hbs:1:9', '"asof" is not in the view'],
      [expect.stringContaining('register/templates/partials/unused.md.hbs:'), 'a block is not closed before the end'],
      ['register/templates/risk.md.hbs:4:3', '"titel" is not in the view'],
    ])
    expect(findings[0]!.related[0]!.file).toMatch(/^register\/templates\/(?:risk|documents)\.md\.hbs$/)
  })

  test('partials are told at their own place and where they are called; one that nobody calls is only read', () => {
    mkdirSync(join(REGISTER, 'templates', 'partials'), { recursive: true })
    put('templates/board-update.md.hbs', '# {{title}}\n{{#each over.list}}{{> line}}{{/each}}\n')
    put('templates/partials/line.md.hbs', '- {{name}}:\n  {{money valu}}\n')
    put('templates/partials/unused.md.hbs', '{{whatever}}\n')
    const { code, stderr } = runPartners(['report'], { cwd: work })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'register/templates/partials/line.md.hbs:2:11 "valu" is not in the view; did you mean value?' +
        ' (called at register/templates/board-update.md.hbs:2:24)\n',
    )
    put('templates/partials/line.md.hbs', '- {{name}}\n')
    put('templates/partials/unused.md.hbs', '\n{{#if x}}\n')
    expect(runPartners(['report'], { cwd: work }).stderr).toMatch(
      /^register\/templates\/partials\/unused\.md\.hbs:\d+:\d+ a block is not closed before the end/,
    )
  })

  test('a template that leads out of the register is not read, and a folder of that name is no fault of the tool', () => {
    mkdirSync(join(REGISTER, 'templates', 'partials'), { recursive: true })
    writeFileSync(join(work, 'secret.hbs'), 'SECRET\n')
    const template = join(REGISTER, 'templates', 'board-update.md.hbs')
    const report = (...args: string[]) => runPartners(['report', '--incomplete', ...args], { cwd: work })
    symlinkSync(join(work, 'secret.hbs'), template)
    const linked = report()
    expect([linked.code, linked.stdout]).toEqual([2, ''])
    expect(linked.stderr).toMatch(/the template register\/templates\/board-update\.md\.hbs cannot be read: .*link/)
    rmSync(template)
    mkdirSync(template)
    expect(report().stderr).toMatch(/the template register\/templates\/board-update\.md\.hbs cannot be read: .*folder/)
    rmSync(template, { recursive: true })
    symlinkSync(join(work, 'secret.hbs'), join(REGISTER, 'templates', 'partials', 'line.md.hbs'))
    put('templates/board-update.md.hbs', '{{> line}}\n')
    expect(report().stdout).toBe('')
    expect(report('--template', work).stderr).toContain('is not a file')
    expect(report('--template', join(work, 'none.hbs')).stderr).toContain('there is no template')
    expect(report('--template', join(work, 'secret.hbs')).stdout).toContain('SECRET')
  })

  test('a section of the update is told in its file, by report and by validate', () => {
    mkdirSync(join(REGISTER, 'updates'), { recursive: true })
    put(
      'updates/2026-09.md',
      '---\nas-of: 2026-09-30\nrecommendation: Note it.\n---\n\n## Purpose\n\nWe hold\n{{count hld}}, {{narrative.other}}.\n',
    )
    const { code, stderr } = runPartners(['report'], { cwd: work })
    expect(code).toBe(2)
    expect(stderr).toContain('register/updates/2026-09.md:9:9 "hld" is not in the view; did you mean held?\n')
    expect(stderr).toContain('register/updates/2026-09.md:9:18 "narrative" is not in the view')
    expect(codes().filter((it) => it.includes('update/'))).toEqual([
      'register/updates/2026-09.md:9 update/template',
      'register/updates/2026-09.md:9 update/template',
    ])
  })

  test('a one-off sum is in no yearly figure, and named', () => {
    put('partnerships/riverside.yaml', `${PARTNERSHIP}value:\n  amount: 5m\n  per: once\n`)
    const { stdout } = runPartners(['report'], { cwd: work })
    expect(stdout).toContain(
      'No partnership has a yearly value.\n\n1 partnership has a value that comes only once and is in no yearly figure;',
    )
    expect(stdout).toContain('No partnership is known to be worth £1m a year or more')
    expect(stdout).toContain('| Riverside Recovery | Value of the partnership | £5m once |')
  })

  test('refuses a register with an unreadable record, unless told', () => {
    put('partnerships/riverside.yaml', 'name: [\n')
    expect(runPartners(['report'], { cwd: work }).code).toBe(2)
    const { code, stdout } = runPartners(['report', '--incomplete'], { cwd: work })
    expect(code).toBe(0)
    expect(stdout).toContain('this is not complete, as register/partnerships/riverside.yaml')
  })

  test('a register without an update says so under the title; who makes it is told the file that would hold it', () => {
    const folder = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n' })
    const { stdout, stderr, code } = runPartners(['report', 'board-update', '-r', folder, '--as-of', '2026-04-30'])
    expect(code).toBe(0)
    expect(stdout.split('\n\n')[1]).toContain('the register has no update, so title')
    expect(stdout).not.toContain('updates/')
    expect(stderr).toContain('goes into a file such as')
  })

  test('a day before that of the register, and before every update, is told under the title', () => {
    const { stdout } = runPartners(['report', 'board-update', '--as-of', '2018-01-01'])
    const [, first, second] = stdout.split('\n\n')
    expect(first).toContain('the register holds what was known on 30 April 2019')
    expect(second).toContain('the register has no update up to 1 January 2018')
  })

  test('braces, pipes and HTML in the data are text', () => {
    put(
      'partnerships/riverside.yaml',
      'name: "{{title}} | <b>x</b> *y*"\nstatus: active\nheadlines:\n  - date: 2026\n    text: "a | b"\n',
    )
    const { stdout } = runPartners(['report', '--format', 'html'], { cwd: work })
    expect(stdout).toContain('{{title}} | &lt;b&gt;x&lt;/b&gt; *y*')
  })
})

test.each(['partnership', 'organisation', 'register', 'policy', 'update'])(
  'the JSON Schema of a %s is a schema',
  (record) => {
    const schema = JSON.parse(runPartners(['schema', record]).stdout) as object
    expect(() => new Ajv2020.default({ strict: false }).compile(schema)).not.toThrow()
  },
)

test('schema says which kind of record was meant', () => {
  const { code, stderr } = runPartners(['schema', 'partnersip'])
  expect(code).toBe(2)
  expect(stderr).toContain('there is no kind of record "partnersip"')
  expect(stderr).toContain('did you mean partnership?')
})
