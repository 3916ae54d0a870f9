import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parseYaml } from '../src/document/parse.js'
import type { MapNode } from '../src/document/node.js'
import { newBaseline, withoutEntries } from '../src/rules/write-baseline.js'
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
  test('accepts what is there, so that only what is new is told', () => {
    expect(partners('validate', '--fail-on', 'info').code).toBe(1)
    const { code, stdout } = partners('baseline')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^register\/baseline\.yaml accepts \d+ findings: no errors, \d+ warnings?, \d+ infos?\n$/),
    ])
    const clean = partners('validate', '--fail-on', 'info')
    expect(clean.code).toBe(0)
    expect(clean.stdout).toMatch(/no findings .* more accepted by the baseline/)
    put(`${RIVERSIDE}end: 2019-01-31\n`)
    const { findings } = JSON.parse(partners('validate', '--format', 'json').stdout) as { findings: { code: string }[] }
    expect(findings.map((it) => it.code)).toContain('partnership/past-end')
  })

  test('takes out what was mended, adds nothing, and keeps every other byte', () => {
    partners('baseline')
    const before = `\uFEFF${readFileSync(FILE, 'utf8').replace('schema: 1', 'schema: 1 # ours').replaceAll('\n', '\r\n')}`
    writeFileSync(FILE, before)
    put(`${RIVERSIDE}lead: Service Manager\nend: 2019-01-31\n`)
    expect(partners('validate', '--format', 'json').stdout).toContain('baseline/gone')
    const { stdout } = partners('baseline')
    expect(stdout).toMatch(/^1 entry taken out of register\/baseline\.yaml; \d+ findings? not in it/)
    const after = readFileSync(FILE, 'utf8')
    const gone = '  - file: partnerships/riverside.yaml\r\n    rule: lead/missing\r\n    at: lead\r\n'
    expect(before).toContain(gone)
    expect(after).toBe(before.replace(gone, ''))
  })

  test('what cannot be read at the moment is not taken for mended', () => {
    partners('baseline')
    const before = readFileSync(FILE, 'utf8')
    put('name: [\n')
    expect(partners('baseline').stdout).toContain('holds nothing that has been mended')
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
    const { code, stderr } = partners('baseline')
    expect([code, stderr]).toEqual([2, expect.stringContaining('not laid out')])
    expect(readFileSync(FILE, 'utf8')).toBe(changed)
  })

  test('a dry run writes nothing', () => {
    expect(partners('baseline', '--dry-run').stdout).toContain('nothing was written')
    expect(existsSync(FILE)).toBe(false)
  })

  test('what cannot be read is never accepted', () => {
    put(`${RIVERSIDE}sponser: x\n`)
    expect(partners('baseline').stdout).toContain('1 finding of what cannot be read must be mended')
    expect(partners('validate').code).toBe(1)
  })

  test('a baseline with mistakes is not written over', () => {
    writeFileSync(FILE, 'schema: 1\naccepted:\n\t- file: [\n')
    const { code, stderr } = partners('baseline')
    expect([code, stderr]).toEqual([2, expect.stringContaining('register/baseline.yaml could not be read')])
    expect(readFileSync(FILE, 'utf8')).toContain('\t- file')
  })
})

describe('the text of a baseline', () => {
  const entry = fc.record({
    rule: fc.constantFrom('document/missing', 'review/overdue'),
    file: fc.constantFrom('partnerships/a.yaml', 'organisations/b: #c.yaml', 'partnerships/no'),
    at: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
    key: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
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

  test('holds each entry, and without some of them the others', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(7)),
        fc.boolean(),
        (entries, drop, noted) => {
          const made = newBaseline(entries)
          const text = noted
            ? made.replaceAll('  - file', '  # - a note: of ours\n  - file').replace('accepted:\n', 'accepted: # all\n')
            : made
          const { root, items } = listOf(text)
          expect(items.length).toBe(new Set(entries.map((it) => JSON.stringify(it))).size)
          const positions = new Set(drop.filter((it) => it < items.length))
          const after = withoutEntries(text, root, positions)!
          const left = listOf(after).items
          expect((after.match(/a note/g) ?? []).length).toBe((text.match(/a note/g) ?? []).length)
          expect(left).toEqual(items.filter((_, index) => !positions.has(index)))
        },
      ),
    )
  })
})
