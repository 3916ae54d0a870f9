import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parseYaml } from '../src/document/parse.js'
import type { MapNode } from '../src/document/node.js'
import { identityText } from '../src/rules/baseline.js'
import { newBaseline, withoutEntries } from '../src/rules/write-baseline.js'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-baseline-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const FILE = join(REGISTER, 'baseline.yaml')
const partners = (...args: string[]) => runPartners(args, { cwd: work })
const RIVERSIDE = 'name: Riverside Recovery\nstatus: active\nkind: contract\n'
const put = (text: string) => writeFileSync(join(REGISTER, 'partnerships', 'riverside.yaml'), text)

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
  put(RIVERSIDE)
})

describe('partners baseline', () => {
  test('accepts what is there, so that only new findings are shown', () => {
    expect(partners('validate', '--fail-on', 'info').code).toBe(1)
    const { code, stdout } = partners('baseline')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^register\/baseline\.yaml accepts \d+ findings: 0 errors, \d+ warnings?, \d+ info\n$/),
    ])
    const clean = partners('validate', '--fail-on', 'info')
    expect(clean.code).toBe(0)
    expect(clean.stdout).toMatch(/no findings .* more accepted by the baseline/)
    put(`${RIVERSIDE}end: 2019-01-31\n`)
    const { findings } = JSON.parse(partners('validate', '--format', 'json').stdout) as { findings: { code: string }[] }
    expect(findings.map((it) => it.code)).toContain('partnership/past-end')
  })

  test('each entry carries the sentence that was said, safe to read anywhere', () => {
    put(`${RIVERSIDE}lead: "Nobody \\e[31m\\u202E"\n`)
    partners('baseline')
    const text = readFileSync(FILE, 'utf8')
    expect(text).toContain('rule: reference/role\n    at: lead\n')
    expect(text).toContain('message: "\\"Nobody <U+001B>[31m<U+202E>\\" is not a role of this register"')
    // what hides in a text is told until it is gone
    const { findings } = JSON.parse(partners('validate', '--format', 'json').stdout) as { findings: { code: string }[] }
    expect(findings.map((it) => it.code)).toEqual(['syntax/control-character'])
  })

  test('an entry without a sentence, or with another, accepts all the same', () => {
    partners('baseline')
    const lines = readFileSync(FILE, 'utf8').split('\n')
    writeFileSync(FILE, lines.filter((it) => !it.includes('message:')).join('\n'))
    expect(partners('validate', '--fail-on', 'info').code).toBe(0)
    writeFileSync(FILE, lines.map((it) => it.replace(/message: .*/, 'message: quite another')).join('\n'))
    expect(partners('validate', '--fail-on', 'info').code).toBe(0)
  })

  test('run again it writes nothing, and tells how it stands', () => {
    partners('baseline')
    const before = readFileSync(FILE, 'utf8')
    put(`${RIVERSIDE}lead: Service Manager\nend: 2019-01-31\n`)
    const { code, stdout } = partners('baseline')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^register\/baseline\.yaml holds \d+ entries: \d+ still found, 1 no longer found\n/)
    expect(stdout).toContain('  partnerships/riverside.yaml lead/missing: no lead is named\n')
    expect(stdout).toContain('partners baseline --shrink removes')
    expect(stdout).toMatch(/\n1 finding not in it: fix them, or add a dated exception\n$/)
    expect(readFileSync(FILE, 'utf8')).toBe(before)
  })

  test('shrinking takes out what was mended, adds nothing, and keeps every other byte', () => {
    partners('baseline')
    const before = `\uFEFF${readFileSync(FILE, 'utf8').replace('schema: 1', 'schema: 1 # ours').replaceAll('\n', '\r\n')}`
    writeFileSync(FILE, before)
    put(`${RIVERSIDE}lead: Service Manager\nend: 2019-01-31\n`)
    expect(partners('validate', '--format', 'json').stdout).toContain('run partners baseline --shrink')
    const gone =
      /  - file: partnerships\/riverside\.yaml\r\n    rule: lead\/missing\r\n    at: lead\r\n    message: .*\r\n/
    expect(before).toMatch(gone)
    const dry = partners('baseline', '--shrink', '--dry-run').stdout
    expect(dry).toContain('  partnerships/riverside.yaml lead/missing: no lead is named\n')
    expect(dry).toContain('dry run: nothing was written')
    expect(readFileSync(FILE, 'utf8')).toBe(before)
    const { stdout } = partners('baseline', '--shrink')
    expect(stdout).toMatch(/^1 entry removed from register\/baseline\.yaml\n1 finding not in it/)
    expect(readFileSync(FILE, 'utf8')).toBe(before.replace(gone, ''))
    expect(partners('baseline', '--shrink').stdout).toContain('has no entry that has been fixed')
  })

  test('nothing is taken for mended while a record cannot be read', () => {
    partners('baseline')
    const before = readFileSync(FILE, 'utf8')
    put('name: [\n')
    expect(partners('baseline').stdout).toContain('in files that could not be read in full, so it is not known')
    expect(partners('baseline', '--shrink').stdout).toContain('has no entry that has been fixed')
    put(`${RIVERSIDE}lead: Service Manager\n`)
    writeFileSync(join(REGISTER, 'organisations', 'broken.yaml'), 'name: [\n')
    const { code, stderr } = partners('baseline', '--shrink')
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('nothing is removed while 1 file cannot be read in full'),
    ])
    expect(readFileSync(FILE, 'utf8')).toBe(before)
  })

  test.each([
    [
      'a flow list',
      (text: string) => text.replace(/accepted:[^]*/, 'accepted: [{file: partnerships/x.yaml, rule: a/b}]\n'),
    ],
    ['a dash on a line of its own', (text: string) => text.replace('  - file', '  -\n    file')],
  ])('%s is not cut into', (_, change) => {
    partners('baseline')
    const changed = change(readFileSync(FILE, 'utf8'))
    writeFileSync(FILE, changed)
    put(`${RIVERSIDE}lead: Service Manager\nsponsor: Chief Operating Officer\ndata:\n  level: none\n`)
    const { code, stderr } = partners('baseline', '--shrink')
    expect([code, stderr]).toEqual([2, expect.stringContaining('not laid out')])
    expect(readFileSync(FILE, 'utf8')).toBe(changed)
  })

  test('a dry run says by rule what it would accept, and writes nothing', () => {
    const { stdout } = partners('baseline', '--dry-run')
    expect(stdout).toMatch(/^register\/baseline\.yaml accepts \d+ findings: .*\n {2}data\/not-stated: 1\n/)
    expect(stdout).toContain('nothing was written')
    expect(existsSync(FILE)).toBe(false)
  })

  test('what cannot be read is never accepted', () => {
    put(`${RIVERSIDE}sponser: x\n`)
    expect(partners('baseline').stdout).toContain('1 finding of what cannot be read is never accepted')
    expect(partners('validate').code).toBe(1)
    expect(partners('baseline').stdout).toMatch(/\n1 finding of what cannot be read is never accepted.*\n$/)
  })

  test('an entry of a rule that is switched off under its earlier code is kept', () => {
    writeFileSync(
      join(REGISTER, 'policy.yaml'),
      'documents:\n  plan:\n    title: Plan\n    when: {kind: contract}\n    basis: proposal\n',
    )
    partners('baseline')
    const text = readFileSync(FILE, 'utf8')
    expect(text).toContain('rule: document/absent')
    const settings = join(REGISTER, 'register.yaml')
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}severities:\n  document/missing: "off"\n`)
    expect(partners('validate', '--format', 'json').stdout).not.toContain('document/absent')
    expect(partners('baseline').stdout).toMatch(/0 no longer found\n1 of rules that are switched off/)
    expect(partners('baseline', '--shrink').stdout).toContain('has no entry that has been fixed')
    expect(readFileSync(FILE, 'utf8')).toBe(text)
  })

  test('shrinking needs a baseline', () => {
    const { code, stderr } = partners('baseline', '--shrink')
    expect([code, stderr]).toEqual([
      2,
      'partners: there is no register/baseline.yaml yet; partners baseline creates it\n',
    ])
  })

  test.each([
    ['broken', 'schema: 1\naccepted:\n\t- file: [\n', /register\/baseline\.yaml could not be read in full/],
    ['of wrong types', 'schema: 1\naccepted:\n  - [a]\n  - 3\n', /register\/baseline\.yaml could not be read in full/],
    ['without its version', 'accepted: []\n', /register\/baseline\.yaml could not be read in full/],
    ['of a later release', 'schema: 2\naccepted: []\n', /baseline\.yaml has schema: 2/],
  ])('a baseline %s is told in one line, and not written over', (_, text, said) => {
    writeFileSync(FILE, text)
    for (const args of [[], ['--dry-run'], ['--shrink']]) {
      const { code, stdout, stderr } = partners('baseline', ...args)
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(said)])
      expect(stderr.split('\n')).toHaveLength(2)
    }
    expect(readFileSync(FILE, 'utf8')).toBe(text)
  })

  test('one finding accepted twice is told, and shrinking takes out the second', () => {
    partners('baseline')
    const text = readFileSync(FILE, 'utf8')
    const entry = /  - file: [^]*?(?=  - file)/.exec(text)![0]
    writeFileSync(FILE, text + entry)
    const { findings } = JSON.parse(partners('validate', '--format', 'json').stdout) as {
      findings: { code: string; message: string; line: number }[]
    }
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'baseline/gone',
        message: expect.stringContaining('accepted by an earlier entry') as string,
        line: text.split('\n').length,
      }),
    ])
    expect(partners('baseline').stdout).toContain('1 that repeat an earlier entry')
    partners('baseline', '--shrink')
    expect(readFileSync(FILE, 'utf8')).toBe(text)
  })

  test('10,000 entries of nothing are counted, a few are shown, and all can be taken out', () => {
    const entries = Array.from({ length: 10_000 }, (_, n) => `  - {file: x, rule: a/b, key: k${n}}\n`).join('')
    writeFileSync(FILE, `schema: 1\naccepted:\n${entries}`)
    const { stdout } = partners('baseline')
    expect(stdout).toContain('holds 10000 entries: 0 still found, 10000 no longer found')
    expect(stdout).toContain('  and 9980 more\n')
    partners('baseline', '--shrink')
    expect(readFileSync(FILE, 'utf8')).toBe('schema: 1\naccepted: []\n')
  })
})

describe('in every command alike', () => {
  const LIST = ['list', '--columns', 'name,review-due,tier']
  const EXCEPTION =
    'exceptions:\n  - rule: sponsor/missing\n    reason: Being appointed.\n    by: Board\n    until: 2027-01-31\n'
  interface Told {
    totals: { accepted: number; permitted: number }
    findings: { code: string }[]
  }
  const validated = () => JSON.parse(partners('validate', '--format', 'json').stdout) as Told
  interface Pack {
    findings: { code: string }[]
    permitted: { code: string }[]
    accepted: { code: string }[]
  }
  const pack = () =>
    (JSON.parse(partners('report', 'evidence', '--id', 'riverside', '--data').stdout) as { packs: Pack[] }).packs[0]!
  const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code)

  test('the evidence and validate tell the same of what is accepted and permitted', () => {
    put(RIVERSIDE + EXCEPTION)
    expect(codes(validated().findings)).not.toContain('sponsor/missing')
    expect(codes(pack().permitted)).toEqual(['sponsor/missing'])
    partners('baseline')
    const { totals, findings } = validated()
    expect(findings).toEqual([])
    expect(totals.permitted).toBe(1)
    const { accepted, permitted } = pack()
    expect(codes(permitted)).toEqual(['sponsor/missing'])
    expect(codes(accepted)).toContain('lead/missing')
    expect(pack().findings).toEqual([])
    expect(codes(accepted)).not.toContain('sponsor/missing')
  })

  test('an exception permits what is missing, and makes nothing of it present', () => {
    const value = 'lead: Service Manager\nvalue:\n  amount: 2m\n  per: year\n  direction: spend\n'
    const missing = () => [
      partners('list', 'documents', '--where', 'state=missing').stdout,
      partners('report', 'documents').stdout,
      partners('list', '--columns', 'name,sponsor').stdout,
    ]
    writeFileSync(join(REGISTER, 'policy.yaml'), 'extends: nhs-2026\n')
    put(RIVERSIDE + value)
    const before = missing()
    expect(before[0]).toContain('not on file')
    put(RIVERSIDE + value + EXCEPTION.replace('sponsor/missing', 'document/missing'))
    expect(codes(validated().findings)).not.toContain('document/missing')
    expect(validated().totals.permitted).toBeGreaterThan(1)
    expect(missing()).toEqual(before)
  })

  test('what has been permitted is not accepted for ever as well', () => {
    put(RIVERSIDE + EXCEPTION)
    partners('baseline')
    expect(readFileSync(FILE, 'utf8')).not.toContain('sponsor/missing')
    const { findings } = JSON.parse(partners('validate', '--as-of', '2027-02-01', '--format', 'json').stdout) as Told
    expect(codes(findings)).toContain('sponsor/missing')
  })

  test.each([
    [['due']],
    [LIST],
    [['list', 'documents']],
    [['show', 'riverside']],
    ...['board-update', 'review', 'risk', 'documents', 'partnership', 'register', 'governance', 'concentration'].map(
      (paper) => [['report', paper, ...(paper === 'partnership' ? ['riverside'] : [])]],
    ),
  ])('%j says what is so, whether or not it has been accepted', (args) => {
    const before = partners(...args)
    expect(before.code).toBe(0)
    expect(before.stderr).toMatch(/^(?:partners: the register has no update;.*\n)?$/)
    partners('baseline')
    expect(partners(...args)).toEqual(before)
  })
})

describe('the text of a baseline', () => {
  const entry = fc.record({
    rule: fc.constantFrom('document/missing', 'review/overdue'),
    file: fc.constantFrom('partnerships/a.yaml', 'organisations/b: #c.yaml', 'partnerships/no'),
    at: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
    key: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
    message: fc.string({ maxLength: 12 }),
  })
  const listOf = (text: string) => {
    const read = parseYaml(text)
    const root = 'root' in read ? (read.root as MapNode) : undefined
    const list = root?.entries.find((it) => it.key.text === 'accepted')?.value
    return {
      root: root!,
      items: list?.kind === 'list' ? list.items.map((it) => JSON.stringify(plain(it as MapNode))) : [],
    }
  }
  const plain = (map: MapNode) =>
    map.entries.map(({ key, value }) => [key.text, value.kind === 'scalar' ? value.text : '?'])

  test('holds each entry once, and without some of them the others', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(7)), (entries, drop) => {
        const text = newBaseline(entries)
        const { root, items } = listOf(text)
        expect(items.length).toBe(new Set(entries.map((it) => identityText(it))).size)
        const positions = new Set(drop.filter((it) => it < items.length))
        expect(listOf(withoutEntries(text, root, positions)!).items).toEqual(
          items.filter((_, index) => !positions.has(index)),
        )
      }),
    )
  })

  test.each([
    [
      'comments above an entry and in it go with it, those of others and of several stay',
      [1],
      '# head\naccepted: # all\n  # of a\n  - rule: a\n    # in a\n\n  # of all below\n\n  # of b\n  # more of b\n  - rule: b # here\n    # in b\n    file: b\n    # after b\n  # of c\n  - rule: c\n# foot\n',
      '# head\naccepted: # all\n  # of a\n  - rule: a\n    # in a\n\n  # of all below\n\n  # of c\n  - rule: c\n# foot\n',
    ],
    [
      'a comment in the entry before stays',
      [1],
      'accepted:\n  - rule: a\n    # in a\n  - rule: b\n',
      'accepted:\n  - rule: a\n    # in a\n',
    ],
    [
      'a text in a block ends with its entry',
      [0],
      'accepted:\n- rule: |\n    a\n- rule: b\n',
      'accepted:\n- rule: b\n',
    ],
    ['the last of a file without a line end', [1], 'accepted:\n- rule: a\n- rule: b', 'accepted:\n- rule: a\n'],
    ['all of them', [0, 1], 'accepted:\n- rule: a\n# of b\n- rule: b\n# foot\n', 'accepted: []\n# foot\n'],
  ])('%s', (_, out, text, expected) => {
    expect(withoutEntries(text, listOf(text).root, new Set(out))).toBe(expected)
  })
})

test('a record that was moved to another folder keeps what was accepted of it', () => {
  const root = registerOf({ 'partnerships/a.yaml': 'name: A\nstatus: active\n' })
  runPartners(['baseline', '-r', root])
  mkdirSync(join(root, 'partnerships', 'north'))
  renameSync(join(root, 'partnerships', 'a.yaml'), join(root, 'partnerships', 'north', 'a.yaml'))
  expect(runPartners(['validate', '-r', root]).stdout).toMatch(/^no findings in /)
})
