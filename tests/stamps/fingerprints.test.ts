import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesSince } from '../../src/diff/since-review.js'
import { sha256 } from '../../src/source/sha256.js'
import { fieldMeta } from '../../src/model/field.js'
import { organisationSchema, type Organisation } from '../../src/model/organisation.js'
import { partnershipSchema, type Partnership } from '../../src/model/partnership.js'
import { buildRegister } from '../../src/model/register.js'
import { keysOf, schemaAt } from '../../src/model/schema-walk.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { packagePolicy } from '../../src/source/package-files.js'
import { stampOf, printOf, type PartName } from '../../src/stamps/stamp.js'
import { choices, layOut, type Choose, type Written } from '../diff/lay-out.js'

type Data = { [key: string]: Written }
type Schema = Parameters<typeof schemaAt>[0]

const bytes = (text: string) => new TextEncoder().encode(text)
const ALWAYS = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': 'extends: nhs-2026\n' }

function registerOf(files: Record<string, string>) {
  const sources = Object.entries({ ...ALWAYS, ...files }).map(([path, text]) => ({ path, bytes: bytes(text) }))
  const register = buildRegister(sources, packagePolicy)!
  expect(register.problems).toEqual([])
  return register
}
const plain: Choose = () => 0
const partnershipOf = (data: Data, choose = plain, path = 'partnerships/a.yaml'): Partnership =>
  registerOf({ [path]: layOut(data, choose) }).partnerships[0]!
const organisationOf = (data: Data): Organisation =>
  registerOf({ 'organisations/a.yaml': layOut(data, plain) }).organisations[0]!

const printsOf = (it: Partnership) =>
  Object.fromEntries(
    (['reviewed', 'agreement', 'parent'] as const).map((part) => [part, printOf(part, it, 'us', sha256)]),
  ) as Record<'reviewed' | 'agreement' | 'parent', string | undefined>

/** Something of every field of a kind of record; the other value of each is one that says something else. */
function sampleOf(schema: Schema, which: 0 | 1): Written {
  const inner = schemaAt(schema, [])!
  const { kind, json } = fieldMeta.get(inner as never)!
  if (kind === 'group')
    return Object.fromEntries(keysOf(inner)!.map((key) => [key, sampleOf(schemaAt(inner, [key])!, which)]))
  if (kind === 'list') return [sampleOf(schemaAt(inner, [0])!, which)]
  if (kind === 'map') return { one: sampleOf(schemaAt(inner, ['one'])!, which) }
  const values: Record<string, readonly [string, string]> = {
    text: ['Some words', 'Other words'],
    code: ['one', 'two'],
    choice: [(json['enum'] as string[])?.[0] ?? '', (json['enum'] as string[])?.at(-1) ?? ''],
    grade: ['A', 'G'],
    number: ['2', '3'],
    share: ['40%', '60%'],
    flag: ['true', 'false'],
    day: ['2024-04-01', '2025-04-01'],
    duration: ['3 months', '6 months'],
    money: ['20k', '30k'],
  }
  const isPrint = json['pattern'] === '^h[0-9a-f]{16}$'
  return isPrint ? `h${String(which).repeat(16)}` : values[kind]![which]
}

/** Every value of a record's data, by its path. */
function leaves(data: Written, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data === 'string') return [path]
  return Object.entries(data).flatMap(([key, it]) => leaves(it, [...path, Array.isArray(data) ? Number(key) : key]))
}

function altered(data: Data, other: Data, path: readonly (string | number)[]): Data {
  const copy = structuredClone(data)
  const at = (value: Written, keys: readonly (string | number)[]) => keys.reduce((it, key) => (it as never)[key], value)
  const last = path.at(-1)!
  ;(at(copy, path.slice(0, -1)) as Record<string | number, Written>)[last] = at(other, path) as Written
  return copy
}

const FULL = sampleOf(partnershipSchema, 0) as Data
const OTHER = sampleOf(partnershipSchema, 1) as Data
/** Named by decision 16: whoever changes this list changes what stamps are of, and makes a new scheme. */
const REVIEWED =
  'amounts bodies care confidential controls data delegations directorate documents end exit extendable-to goals importance interests kind lead lead-partner liabilities minimum-term name notice objectives parent partners procurement procurement-detail procurement-regime rationale redress responsibilities risk-summary risks scope service shares-by sponsor standard start status statutory summary value'
const WHOLE =
  'bodies care controls data delegations directorate end exit extendable-to kind lead liabilities minimum-term name notice parent procurement procurement-detail procurement-regime rationale responsibilities sponsor start status value'

describe('what a stamp is of', () => {
  test('a change of any value of a named field changes the fingerprint, and of no other field', () => {
    const before = printsOf(partnershipOf(FULL))
    const moved = { reviewed: new Set<string>(), parent: new Set<string>(), kept: new Set<string>() }
    for (const path of leaves(FULL)) {
      const after = printsOf(partnershipOf(altered(FULL, OTHER, path)))
      const said = path.join('.')
      const field = String(path[0])
      expect([said, after.agreement]).toEqual([said, before.agreement])
      if (after.reviewed !== before.reviewed) moved.reviewed.add(field)
      else if (REVIEWED.split(' ').includes(field)) moved.kept.add(said)
      if (after.parent !== before.parent) moved.parent.add(field)
    }
    expect([...moved.reviewed].sort().join(' ')).toBe(REVIEWED)
    expect([...moved.parent].sort().join(' ')).toBe(WHOLE)
    // where a document is kept, who saw it there and noted what
    const kept = ['documents.0.link', 'documents.0.note', 'documents.0.seen-by', 'documents.0.seen-on']
    expect([...moved.kept].sort()).toEqual(kept)
  })

  test('what holds unless said otherwise says nothing new when it is stated', () => {
    const plain: Data = { name: 'A', status: 'active', documents: [{ type: 'agreement', signed: '2024' }] }
    const stated = {
      ...plain,
      confidential: 'false',
      documents: [{ type: 'agreement', signed: '2024', note: 'Filed.' }],
    }
    expect(printsOf(partnershipOf(stated))).toEqual(printsOf(partnershipOf(plain)))
    const risk = (more: Data) => printsOf(partnershipOf({ ...plain, risks: [{ title: 'Staff', ...more }] })).reviewed
    expect(risk({ status: 'open' })).toBe(risk({}))
    expect(risk({ status: 'closed' })).not.toBe(risk({}))
    const mind: Data = { name: 'Mind', kind: 'third-sector', identifiers: [{ scheme: 'company', id: '"00445790"' }] }
    const said = { ...mind, status: 'active', identifiers: [{ scheme: 'company', id: '"00445790"', primary: 'true' }] }
    const print = (data: Data) => printOf('partner', organisationOf(data), 'us', sha256)
    expect(print(said)).toBe(print(mind))
    expect(print({ ...mind, status: 'closed' })).not.toBe(print(mind))
  })

  test('another id of our own organisation is no change, and that another one takes its place is one', () => {
    const of = (ours: string) =>
      partnershipOf({
        name: 'A',
        status: 'active',
        partners: [{ organisation: ours, share: '60%' }],
        bodies: [{ id: 'board', name: 'Board', members: [ours] }],
        responsibilities: [{ function: 'All', accountable: [ours], delivers: [ours] }],
        delegations: [{ power: 'One', from: ours, to: 'Board' }],
      })
    for (const part of ['reviewed', 'parent'] as const) {
      expect(printOf(part, of('we'), 'we', sha256)).toBe(printOf(part, of('us'), 'us', sha256))
      expect(printOf(part, of('we'), 'us', sha256)).not.toBe(printOf(part, of('us'), 'us', sha256))
    }
  })

  test('a document that binds the partners is told apart from papers about it', () => {
    const held = (type: string, expires: string) =>
      printsOf(partnershipOf({ name: 'A', status: 'active', documents: [{ type, expires }] }))
    for (const type of ['agreement', 'memorandum', 'section-75-agreement', 'terms-of-reference']) {
      const [was, is] = [held(type, '2027-03-31'), held(type, '2028-03-31')]
      expect([was.reviewed === is.reviewed, was.agreement === is.agreement, was.parent === is.parent]).toEqual([
        true,
        false,
        false,
      ])
    }
    const [was, is] = [held('dpia', '2027-03-31'), held('dpia', '2028-03-31')]
    expect([was.reviewed === is.reviewed, was.agreement, is.agreement]).toEqual([false, undefined, undefined])
  })

  test('of an organisation: what it is, not its documents, other names and remarks', () => {
    const full = sampleOf(organisationSchema, 0) as Data
    const other = sampleOf(organisationSchema, 1) as Data
    const print = (data: Data) => printOf('partner', organisationOf(data), 'us', sha256)
    const moved = leaves(full).filter((path) => print(altered(full, other, path)) !== print(full))
    expect([...new Set(moved.map(([field]) => field))].sort().join(' ')).toBe(
      'identifiers kind members merged name status',
    )
  })

  test('a fingerprint stays what it was: another one is a new scheme', () => {
    const data: Data = {
      name: 'Riverside Recovery',
      status: 'active',
      start: '2018/19',
      notice: '12 months',
      value: { amount: '8.6m', per: 'year' },
      partners: [{ organisation: 'mind', share: '40%' }, { organisation: 'us' }],
      summary: 'Support after a stay in hospital – at home.',
      documents: [{ type: 'agreement', signed: '2024-03' }],
    }
    const register = registerOf({
      'partnerships/a.yaml': layOut({ ...data, parent: 'b' }, plain),
      'partnerships/b.yaml': layOut({ name: 'Whole', status: 'active', care: 'true' }, plain),
      'organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    })
    const ground = { register, policy: answerPolicy(register, '2026-04-30'), hash: sha256 }
    expect(Object.entries(stampOf(register.partnerships[0]!, ground))).toEqual([
      ['scheme', '1'],
      ['reviewed', 'h0699a85b9de24572'],
      ['tier', 'major'],
      ['agreement', 'h8e30d3c4e49905d4'],
      ['parent', 'hf088b7c54f2db3c6'],
      ['partners', { mind: 'he6df25651d7d8e72' }],
    ])
  })
})

/** Some values of a record altered. */
const someEdits = fc.subarray(
  leaves(FULL).filter((path) => !['reviews', 'assessments', 'exceptions', 'tier'].includes(String(path[0]))),
  { maxLength: 3 },
)
const twoChoices = fc.tuple(choices, choices)

test('layout, order of keys and lists, comments, folder and name of the file never change a fingerprint', () => {
  const paths = fc.constantFrom('partnerships/a.yaml', 'partnerships/a/b.yaml', 'partnerships/x/y/c.yml')
  fc.assert(
    fc.property(someEdits, twoChoices, paths, (edits, [one, other]: [Choose, Choose], path) => {
      const data = edits.reduce((it, edit) => altered(it, OTHER, edit), FULL)
      const turned = structuredClone({ ...data, goals: ['First goal', 'Second goal'] })
      const same = { ...turned, goals: (turned['goals'] as Written[]).toReversed() }
      expect(printsOf(partnershipOf(same, other, path))).toEqual(printsOf(partnershipOf(turned, one)))
    }),
    { numRuns: 60 },
  )
})

test('spelling of money, days and lengths of time is none of it, nor is the form of the file', () => {
  const of = (value: string, notice: string, end: string) =>
    `name: A\nstatus: active\nvalue:\n  amount: ${value}\nnotice: ${notice}\nend: ${end}\n`
  const one = registerOf({
    'partnerships/a.yaml': `${of('8.6m', '12 months', '2029-01/2029-12')}exit: How it could end.\n`,
  })
  const other = registerOf({
    'partnerships/a.md': `---\n${of('"8,600,000"', '1 year', '2029')}---\n\n## Exit\n\nHow it\ncould end.\n`,
  })
  expect(printsOf(other.partnerships[0]!)).toEqual(printsOf(one.partnerships[0]!))
})

test('fingerprints differ exactly where there is something to tell', () => {
  fc.assert(
    fc.property(someEdits, twoChoices, (edits, [one, other]: [Choose, Choose]) => {
      const data = edits.reduce((it, edit) => altered(it, OTHER, edit), FULL)
      const [earlier, now] = [partnershipOf(FULL, one), partnershipOf(data, other)]
      const register = registerOf({})
      const state = { register, policy: answerPolicy(register, '2026-04-30'), asOf: '2026-04-30' }
      for (const part of ['reviewed', 'agreement', 'parent'] as const satisfies PartName[]) {
        const isSame = printsOf(earlier)[part] === printsOf(now)[part]
        expect([part, changesSince({ part, earlier, now }, state).length === 0]).toEqual([part, isSame])
      }
    }),
    { numRuns: 80 },
  )
})
