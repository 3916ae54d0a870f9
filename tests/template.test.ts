import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtInPartials } from '../src/cli/templates.js'
import { copyOf, readCopy } from '../src/cli/template/copied.js'
import { compareTexts, describeStanding } from '../src/cli/template/standing.js'
import { templated } from '../src/reports/templated.js'
import { PARTIAL_SUMMARIES } from '../src/reports/wording/partial-summaries.js'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const PARTNERSHIP = { 'partnerships/riverside.yaml': 'name: Riverside\nstatus: active\nkind: contract\n' }
const builtIn = (name: string) => readFileSync(join(ROOT, 'templates', `${name}.md.hbs`), 'utf8')
const NAMES = [...templated.map((it) => it.name), ...Object.keys(builtInPartials()).map((it) => `partials/${it}`)]

interface Listed {
  name: string
  makes: string
  standing: string
  file: string | null
  copiedFrom: string | null
  builtInChanged: boolean | null
  takes: string[]
  calledBy: string[]
}
function list(cwd: string): Map<string, Listed> {
  const { stdout } = runPartners(['template', 'list', '--format', 'json'], { cwd })
  return new Map((JSON.parse(stdout) as { templates: Listed[] }).templates.map((it) => [it.name, it]))
}

describe('list', () => {
  test('has every template and partial, and says what each makes', () => {
    const listed = list(registerOf(PARTNERSHIP))
    expect([...listed.keys()].toSorted()).toEqual(NAMES.toSorted())
    for (const it of listed.values()) expect(it.makes).not.toBe('')
    expect(Object.keys(PARTIAL_SUMMARIES).toSorted()).toEqual(Object.keys(builtInPartials()).toSorted())
  })

  test('says what a partial takes, and which templates call it', () => {
    const grades = list(ROOT).get('partials/grades')!
    expect(grades.takes).toEqual(expect.arrayContaining(['graded', 'grades[].aspect', 'grades[].grade']))
    expect(grades.takes).not.toContain('grade')
    expect(grades.calledBy).toContain('partnership')
  })

  test('says which ones the register has of its own', () => {
    const register = registerOf({
      ...PARTNERSHIP,
      'templates/risk.md.hbs': builtIn('risk'),
      'templates/review.md.hbs': `${builtIn('review')}\nAn own line.\n`,
      'templates/bord-update.md.hbs': '# Update\n',
    })
    const listed = list(register)
    expect(['risk', 'review', 'register', 'bord-update'].map((it) => listed.get(it)!.standing)).toEqual([
      'same',
      'changed',
      'built-in',
      'additional',
    ])
    expect(listed.get('risk')!.file).toBe('templates/risk.md.hbs')
    const { stdout } = runPartners(['template', 'list'], { cwd: register })
    expect(stdout).toMatch(/^review .* changed$/m)
    expect(stdout).toMatch(/^bord-update {2,}nothing, as no paper/m)
  })

  test('needs no register', () => {
    const { stdout, code } = runPartners(['template', 'list'], { cwd: tempFolder() })
    expect([code, stdout]).toEqual([0, expect.stringContaining('partials/risks')])
    expect(stdout).not.toContain('Own')
  })

  test('of a register with hostile names is plain text', () => {
    const register = registerOf(PARTNERSHIP)
    mkdirSync(join(register, 'templates'))
    writeFileSync(join(register, 'templates', '\u001b[31m__proto__.md.hbs'), '{{')
    writeFileSync(join(register, 'templates', '__proto__.md.hbs'), '{{')
    const { stdout, code } = runPartners(['template', 'list'], { cwd: register })
    expect(code).toBe(0)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('__proto__')
  })
})

describe('a copy that has become old', () => {
  const copied = copyOf('# {{title}}\n', '0.1.0')

  test.each([
    ['the same as then and now', '# {{title}}\n', copied, 'same as built-in'],
    ['changed since', '# {{title}}\n', `${copied}more\n`, 'changed'],
    [
      'not changed, but the built-in one is',
      '# New\n',
      copied,
      'as in release 0.1.0; the built-in one has changed since',
    ],
    [
      'changed as the built-in one is',
      '# New\n',
      `${copied}more\n`,
      'changed; so has the built-in one since release 0.1.0',
    ],
    ['with line ends of Windows', '# {{title}}\n', copied.replaceAll('\n', '\r\n'), 'same as built-in'],
    ['of nobody knows when', '# New\n', '# {{title}}\n', 'changed'],
  ])('%s', (_what, now, own, said) => expect(describeStanding(compareTexts(now, own))).toMatch(said))

  test('has a first line that other texts only seem to have', () => {
    expect(readCopy(copied).origin?.version).toBe('0.1.0')
    for (const text of ['# Title\n', '{{!-- copied from partners x --}}\n', `\n${copied}`])
      expect(readCopy(text)).toEqual({ origin: undefined, body: text })
  })
})

describe('show', () => {
  test.each(['board-update', 'partials/term'])('%s prints the built-in text, byte for byte', (name) => {
    expect(runPartners(['template', 'show', name]).stdout).toBe(builtIn(name))
  })

  test.each([
    ['bord-update', 'there is no template "bord-update"; did you mean board-update?'],
    ['risks', 'there is no template "risks"; did you mean partials/risks?'],
    ['../package', 'there is no template "../package"; partners template list shows them'],
    ['init/update', 'there is no template "init/update"; '],
    ['__proto__', 'there is no template "__proto__"; '],
    ['', 'there is no template ""; '],
  ])('refuses %s', (name, message) => {
    const { stderr, code } = runPartners(['template', 'show', name])
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('copy', () => {
  const copy = (cwd: string, ...args: string[]) => runPartners(['template', 'copy', ...args], { cwd })

  test('writes the built-in text below a line that says where it is from, and names what to do next', () => {
    const register = registerOf(PARTNERSHIP)
    const { stdout, code } = copy(register, 'board-update')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^wrote templates\/board-update\.md\.hbs\n\nNext:\n {2}partners report board-update --out /)
    const [first, ...rest] = readFileSync(join(register, 'templates/board-update.md.hbs'), 'utf8').split('\n')
    expect(first).toMatch(/^\{\{!-- copied from partners [\d.]+, text [\da-f]{12}; .* --\}\}$/)
    expect(rest.join('\n')).toBe(builtIn('board-update'))
    expect(list(register).get('board-update')).toMatchObject({ standing: 'same', builtInChanged: false })
  })

  test('of all templates and partials changes no paper, and has nothing that validate reports', () => {
    const register = registerOf(PARTNERSHIP)
    const papers = () =>
      [['board-update'], ['partnership', 'riverside'], ['evidence'], ['governance'], ['risk'], ['documents']].map(
        (it) =>
          runPartners(['report', ...it, '--format', 'md', '--as-of', '2026-04-30', '-r', register]).stdout.replace(
            /template \S+/,
            '',
          ),
      )
    const before = papers()
    for (const name of NAMES) expect(copy(register, name).code).toBe(0)
    expect(papers()).toEqual(before)
    const { stdout } = runPartners(['validate', '--rule', 'report/template', '--format', 'json', '-r', register])
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toEqual([])
  })

  test('never writes over a file, and says how to compare', () => {
    const register = registerOf({ ...PARTNERSHIP, 'templates/risk.md.hbs': 'mine\n' })
    const { stderr, code } = copy(register, 'risk')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'partners: there is a file templates/risk.md.hbs already, so nothing was written; to compare it with the built-in one: partners template show risk | diff - templates/risk.md.hbs\n',
    )
    expect(readFileSync(join(register, 'templates/risk.md.hbs'), 'utf8')).toBe('mine\n')
  })

  test('as a dry run writes nothing', () => {
    const register = registerOf(PARTNERSHIP)
    expect(copy(register, 'risk', '--dry-run').stdout).toBe('would write templates/risk.md.hbs\n')
    expect(existsSync(join(register, 'templates'))).toBe(false)
    writeFileSync(join(register, 'templates'), '')
    expect(copy(register, 'risk', '--dry-run').code).toBe(2)
  })

  test('names the register as it was named', () => {
    const register = registerOf(PARTNERSHIP)
    const { stdout } = runPartners(['template', 'copy', 'partials/roles', '-r', register], { cwd: tempFolder() })
    expect(stdout).toContain(`partners report governance -r ${register} --out paper.html --watch`)
  })

  test('needs a register', () => {
    const { stderr, code } = copy(tempFolder(), 'risk')
    expect([code, stderr]).toEqual([2, expect.stringContaining('no register.yaml')])
  })

  test('works in a register that cannot be read', () => {
    const register = registerOf({ 'register.yaml': '[', 'partnerships/a.yaml': 'name: [' })
    expect(copy(register, 'risk').code).toBe(0)
  })

  test('does not leave the register through a link, nor write through a dangling one', () => {
    const [register, elsewhere] = [registerOf(PARTNERSHIP), tempFolder()]
    symlinkSync(elsewhere, join(register, 'templates'))
    expect(copy(register, 'risk').stderr).toContain('is a link that leads out of')
    expect(readdirSync(elsewhere)).toEqual([])

    const other = registerOf(PARTNERSHIP)
    mkdirSync(join(other, 'templates'))
    symlinkSync(join(elsewhere, 'risk'), join(other, 'templates/risk.md.hbs'))
    expect(copy(other, 'risk').stderr).toContain('there is a file templates/risk.md.hbs already')
    expect(readdirSync(elsewhere)).toEqual([])
    expect(lstatSync(join(other, 'templates/risk.md.hbs')).isSymbolicLink()).toBe(true)
  })
})

test('names are completed', () => {
  const { stdout } = runPartners(['__complete', 'zsh', '--', 'template', 'copy', 'partials/r'])
  expect(stdout.split('\n').slice(1, -1)).toEqual([
    'partials/reporting',
    'partials/reviews-by-others',
    'partials/risks',
    'partials/roles',
  ])
})

test('helpers are listed with an example of each', () => {
  const { stdout } = runPartners(['template', 'helpers', '--format', 'json'])
  const { helpers } = JSON.parse(stdout) as { helpers: { name: string; example: string }[] }
  expect(helpers.find((it) => it.name === 'money')).toMatchObject({ example: '{{money total}} a year' })
  expect(runPartners(['template', 'helpers']).stdout).toContain('£8.6m a year')
})
