import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runPartners } from './run-partners.js'

const OXFORD = 'register'
const BRENT = 'examples/nhs-brent-2010'
const NORTH_WEST_LONDON = 'examples/nw-london-2009'
const RIVERSIDE = 'tests/registers/riverside'

/** A paper as it is kept; which revision it was made from differs from run to run. */
const masked = (paper: string) =>
  paper.replace(/, (?:revision \w+(?: with changes that are not committed)?|not under version control)/, '')

/** Each golden paper was read to its end. */
const GOLDEN = [
  ['oxford-partnership', OXFORD, ['report', 'partnership', 'omhp']],
  ['oxford-partnership-part', OXFORD, ['report', 'partnership', 'camhs-schools-support']],
  ['brent-partnership', BRENT, ['report', 'partnership', 'north-west-london-hospital']],
  ['nw-london-partnership', NORTH_WEST_LONDON, ['report', 'partnership', 'north-west-london-acute-partnership']],
  ['riverside-partnership', RIVERSIDE, ['report', 'partnership', 'rrp']],
  ['oxford-evidence', OXFORD, ['report', 'evidence', '--sample', '1', '--seed', 'audit 2019']],
  ['brent-evidence', BRENT, ['report', 'evidence']],
  ['nw-london-evidence', NORTH_WEST_LONDON, ['report', 'evidence']],
  ['riverside-evidence', RIVERSIDE, ['report', 'evidence', '--id', 'rrp']],
  ['oxford-show-partnership', OXFORD, ['show', 'talkingspace plus', '--format', 'markdown']],
  ['brent-show-organisation', BRENT, ['show', 'brent-council', '--kind', 'organisation', '--format', 'markdown']],
] as const

test.each(GOLDEN)('%s', async (name, register, args) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', register])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  await expect(masked(stdout)).toMatchFileSnapshot(`papers/${name}.md`)
})

const work = mkdtempSync(join(tmpdir(), 'partners-papers-'))
afterAll(() => rmSync(work, { recursive: true }))

/** Writes a register into a folder of its own. */
function registerOf(name: string, files: Record<string, string>): string {
  const root = join(work, name)
  const all = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': 'extends: nhs-2026\n', ...files }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}
const made = (root: string, ...args: string[]) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', root, '--as-of', '2026-04-30'])
  expect([stderr, code]).toEqual(['', 0])
  return stdout
}

describe('an empty register', () => {
  const empty = registerOf('empty', {})

  test('has a sample of none', () => {
    const paper = made(empty, 'report', 'evidence')
    expect(paper).toContain('The sample is empty.')
    expect(paper).toContain('the 0 partnerships of the register that have not ended')
  })

  test('has no partnership to be about', () => {
    expect(runPartners(['report', 'partnership', 'x', '-r', empty]).stderr).toContain('there is no partnership "x"')
    expect(runPartners(['report', 'partnership', '-r', empty]).code).toBe(2)
  })
})

describe('a register that somebody means ill with', () => {
  const hostile = registerOf('hostile', {
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/them.yaml': 'name: "**Them** | <script>alert(1)</script>"\nkind: company\n',
    'partnerships/a.yaml': [
      'name: "A | B {{provenance}} <b>x</b> \\u001b[31mred"',
      'summary: "[link](https://evil.example) | `code`"',
      'status: active',
      'kind: contract',
      'value: {amount: 5k, per: year, direction: spend}',
      'partners:',
      '  - organisation: them',
      '    roles: [provider]',
      'documents:',
      '  - type: agreement',
      '    signed: 2025-01-01',
      '    link: "javascript:alert(1) | {{this}}"',
      'risks:',
      '  - title: "# Risk | two"',
      '    likelihood: 5',
      '    consequence: 5',
      '',
    ].join('\n'),
  })

  test.each([
    ['report', 'partnership', 'a'],
    ['report', 'evidence'],
    ['show', 'a'],
    ['show', 'them'],
  ])('%s %s: braces, pipes, HTML and escapes are text', (...args) => {
    const asked = args.filter((it) => it !== undefined)
    for (const format of asked[0] === 'show' ? ['text', 'markdown'] : ['md', 'html', 'text']) {
      const paper = made(hostile, ...asked, '--format', format)
      expect(paper).not.toContain('\u001b')
      expect(format !== 'text' && /(?<!\\)<(?:script|b|a)[ >]/.test(paper)).toBe(false)
      expect(format === 'md' && /(?<!\\)\[link/.test(paper)).toBe(false)
      expect(asked[1] === 'them' || paper.includes('{{provenance}}')).toBe(true)
    }
  })

  test('no row of a table has another number of cells than its head', () => {
    for (const args of [
      ['report', 'partnership', 'a'],
      ['report', 'evidence'],
      ['show', 'a', '--format', 'markdown'],
      ['show', 'them', '--format', 'markdown'],
    ])
      for (const block of made(hostile, ...args).split('\n\n')) {
        const counts = block
          .split('\n')
          .filter((line) => line.startsWith('|'))
          .map((line) => line.match(/(?<!\\)\|/g)!.length)
        expect(new Set(counts).size).toBeLessThanOrEqual(1)
      }
  })
})

describe('one partnership', () => {
  const register = registerOf('one', {
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/whole.yaml': [
      'name: Whole',
      'status: active',
      'lead: Head of Wholes',
      'value: {amount: 1m, per: once}',
      'assessments:',
      '  - {date: 2026-03, governance: R/A, relationships: G, outcomes: A}',
      '  - {date: 2025-09, governance: A, relationships: G}',
      '  - {date: 2024-09, governance: G}',
      ...Array.from({ length: 9 }, (_, index) => [
        ...(index === 0 ? ['risks:'] : []),
        `  - {title: Risk ${index}, ${index === 3 ? '' : `likelihood: ${(index % 5) + 1}, consequence: 4, `}owner: Head of Wholes}`,
      ]).flat(),
      '',
    ].join('\n'),
    'partnerships/piece.yaml':
      'name: Piece\nstatus: active\nparent: whole\nactions: [{title: Mend it, due: 2026-03}]\n',
    'partnerships/gone.yaml': 'name: Gone\nstatus: ended\nend: 2025-12-31\n',
  })

  test('tells each grade with its course since the assessment before', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    expect(paper).toContain('Last graded: March 2026. Before that: September 2025.')
    expect(paper).toContain('| Governance | **R/A** | **A** | worse |')
    expect(paper).toContain('| Relationships | **G** | **G** | as before |')
    expect(paper).toContain('| Outcomes | **A** | not graded | cannot be told |')
  })

  test('tells the highest risks first, those without a score last, and how many are left out', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    const scores = [...paper.matchAll(/^\| Risk \d \| ([^|]+) \|/gm)].map((it) => it[1])
    expect(scores).toEqual(['20, extreme', '16, extreme', '12', '12', '8'])
    expect(paper).toContain('9 open risks; without a score: 1.')
    expect(paper).toContain('4 more open risks are in the register.')
    const all = [...made(register, 'show', 'whole').matchAll(/^ *(\d+(?:, \w+)?|no score) +Risk \d/gm)]
    expect(all.at(-1)?.[1]).toBe('no score')
    expect(all).toHaveLength(9)
  })

  test('tells a one-off value apart, and the duties of its parts', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    expect(paper).toContain('comes only once')
    expect(paper).toContain('Value of the partnership: £1m once')
    expect(paper).toContain('| Piece: Mend it | March 2026, **overdue** | Head of Wholes |')
  })

  test('a part has from its whole what it does not state', () => {
    const paper = made(register, 'report', 'partnership', 'piece')
    expect(paper).toContain('It is a part of Whole.')
    expect(paper).toContain('- **Lead:** Head of Wholes')
    expect(paper).toContain('- **Value:** within that of Whole')
    expect(paper).toContain('Last graded: March 2026, with Whole as a whole.')
  })

  test('an ended one is asked for nothing', () => {
    const paper = made(register, 'report', 'partnership', 'gone')
    expect(paper).toContain('- **Status:** ended')
    expect(paper).toContain('No document is asked for with certainty.')
    expect(paper).not.toContain('cannot be told')
  })

  test('the sample takes wholes that have not ended', () => {
    const paper = made(register, 'report', 'evidence', '--sample', '9')
    expect(paper).toContain('| Whole |')
    expect(paper).not.toMatch(/^\| (?:Piece|Gone) \|/m)
    expect(paper).toContain('which is all of them: 9 were asked for')
  })
})
