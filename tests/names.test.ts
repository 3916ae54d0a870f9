import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Path, PathKey } from '../src/document/node.js'
import { namingOf, type Named, type Names } from '../src/model/naming.js'
import type { RecordKind } from '../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../src/model/record-schemas.js'
import { isRequired, keysOf, metaAt, schemaAt, type Schema } from '../src/model/schema-walk.js'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

// Every field of the catalogue that names something is looked at by the rule, `rename`, `set` and completion alike.

interface NamingField {
  readonly kind: RecordKind
  readonly path: Path
  readonly names: Names
}

function* namingFields(kind: RecordKind, schema: Schema, path: Path): Iterable<NamingField> {
  const names = metaAt(schema, path)?.names
  if (names !== undefined) yield { kind, path, names }
  const found = schemaAt(schema, path)
  const below: readonly PathKey[] =
    keysOf(found) ?? (metaAt(schema, [...path, 0]) === undefined ? [] : [first(schema, path)])
  for (const key of below) yield* namingFields(kind, schema, [...path, key])
}

/** The key of an entry: its position, or an id in a map of free keys. */
const first = (schema: Schema, path: Path) => (metaAt(schema, path)?.kind === 'map' ? 'entry' : 0)

const KINDS = ['partnership', 'organisation', 'register', 'update', 'policy'] as const
const FIELDS = KINDS.flatMap((kind) => [...namingFields(kind, RECORD_SCHEMAS[kind].schema, [])])

const RIGHT: Readonly<Record<Named, string>> = {
  organisation: 'riverside-mind',
  partnership: 'beta',
  role: 'Head of Policy',
  body: 'quality-board',
  directorate: 'community',
  objective: '7',
  'document-type': 'section-75-agreement',
  'risk-category': 'staff-wellbeing',
  tier: 'significant',
  rule: 'document/missing',
}

const SAMPLES: Readonly<Record<string, string>> = {
  day: '2026-01-31',
  number: '1',
  flag: 'true',
  money: '1m',
  duration: '1 month',
  share: '10%',
}

/** The smallest value of a field that holds another one at a path. */
function holding(schema: Schema, at: Path, path: Path, value: string): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const inner = holding(schema, [...at, key], rest, value)
  if (typeof key === 'number') return [inner]
  const found = schemaAt(schema, at)
  const others = (keysOf(found) ?? []).filter((it) => it !== key && isRequired(found, it))
  return { ...Object.fromEntries(others.map((it) => [it, sample(schema, [...at, it])])), [key]: inner }
}

function sample(schema: Schema, path: Path): unknown {
  const { kind, json, names } = metaAt(schema, path)!
  if (names !== undefined) return RIGHT[namingOf(names).kinds[0]]
  const values = json['enum'] as string[] | undefined
  return values?.[0] ?? SAMPLES[kind] ?? 'x'
}

const FILES: Readonly<Record<RecordKind, string>> = {
  partnership: 'partnerships/alpha.yaml',
  organisation: 'organisations/alpha-care.yaml',
  register: 'register.yaml',
  update: 'updates/2026-05.md',
  policy: 'policy.yaml',
  baseline: 'baseline.yaml',
}

const REGISTER = {
  schema: '1',
  organisation: 'us',
  'as-of': '2026-05-31',
  roles: [{ title: 'Head of Policy' }],
  bodies: [{ id: 'quality-board', name: 'Quality Board' }],
  objectives: [{ number: '7', title: 'Seven' }],
  directorates: [{ id: 'community', name: 'Community' }],
}

/** A register with one value in a field, and what every record needs; JSON is YAML, too. */
function registerWith({ kind, path }: NamingField, value: string): string {
  const { schema } = RECORD_SCHEMAS[kind]
  const own = holding(schema, [], path, value) as Record<string, unknown>
  const merged = (base: Record<string, unknown>) => {
    const all: Record<string, unknown> = { ...base }
    for (const [key, it] of Object.entries(own))
      all[key] = Array.isArray(it) && Array.isArray(base[key]) ? [...it, ...base[key]] : it
    return JSON.stringify(all, null, 2)
  }
  const records: Record<string, string> = {
    'register.yaml': JSON.stringify(REGISTER, null, 2),
    'organisations/us.yaml': '{"name": "Us", "kind": "nhs-trust"}',
    'organisations/riverside-mind.yaml': '{"name": "Riverside Mind", "kind": "third-sector"}',
    'partnerships/beta.yaml': '{"name": "Beta Works", "status": "active"}',
  }
  const bases: Readonly<Record<string, Record<string, unknown>>> = {
    partnership: { name: 'Alpha', status: 'active' },
    organisation: { name: 'Alpha Care', kind: 'third-sector' },
    register: REGISTER,
    update: { 'as-of': '2026-05-31' },
    policy: { extends: 'nhs-2026' },
  }
  const text =
    kind === 'register' && path[0] === 'organisation'
      ? JSON.stringify({ ...REGISTER, organisation: value }, null, 2)
      : merged(bases[kind]!)
  records[FILES[kind]] = kind === 'update' ? `---\n${text}\n---\n` : text
  return registerOf(records)
}

/** As `set` and its completion take it: items by position from 1; a list of names by its own path. */
const formatPath = (path: Path) =>
  path
    .filter((key, index) => typeof key !== 'number' || index < path.length - 1)
    .reduce<string>(
      (said, key) => (typeof key === 'number' ? `${said}[${key + 1}]` : said === '' ? key : `${said}.${key}`),
      '',
    )

const idOf = { partnership: 'alpha', organisation: 'alpha-care', register: 'register', update: '2026-05' } as const
const wrongOf = ({ names }: NamingField) => (names === 'objective' ? '999' : 'no-such-thing')
const title = ({ kind, path, names }: NamingField) => [`${kind} ${formatPath(path)}`, names] as const
const EACH = FIELDS.map((field) => [...title(field), field] as const)
const SETTABLE = EACH.filter(([, , { kind }]) => kind !== 'policy')

interface Found {
  readonly code: string
  readonly file: string
  readonly message: string
}

function referencesFound(root: string): Found[] {
  const { stdout } = runPartners(['validate', '--format', 'json', '--fail-on', 'never', '--all', '-r', root])
  return (JSON.parse(stdout) as { findings: Found[] }).findings.filter(({ code }) => code.startsWith('reference/'))
}

test('the catalogue names things in all its parts', () => {
  expect(FIELDS.length).toBeGreaterThan(50)
  expect(new Set(FIELDS.map(({ names }) => names)).size).toBeGreaterThan(12)
})

describe('the rule', () => {
  test.each(EACH)('%s (%s): a wrong name is found', (_, names, field) => {
    const wrong = wrongOf(field)
    expect(referencesFound(registerWith(field, wrong))).toContainEqual(
      expect.objectContaining({
        code: `reference/${namingOf(names).kinds[0]}`,
        file: expect.stringMatching(new RegExp(`${FILES[field.kind]}$`)),
        message: expect.stringContaining(wrong),
      }),
    )
  })

  test.each(EACH)('%s (%s): right names are not', (_, names, field) => {
    for (const kind of namingOf(names).kinds) {
      const found = referencesFound(registerWith(field, RIGHT[kind]))
      expect(found.filter(({ message }) => message.includes(RIGHT[kind]) || message.includes('no-such'))).toEqual([])
    }
  })
})

describe('rename', () => {
  const renamed: Partial<Record<Named, readonly string[]>> = {
    organisation: ['riverside-mind', 'other-mind'],
    partnership: ['beta', 'gamma'],
    role: ['--kind', 'role', 'Head of Policy', 'Head of Strategy'],
  }
  const each = SETTABLE.flatMap(([said, names, field]) =>
    namingOf(names).kinds.flatMap((kind) => (renamed[kind] === undefined ? [] : [[said, kind, field] as const])),
  )
  test.each(each)('%s follows a %s', (_, kind, field) => {
    const root = registerWith(field, RIGHT[kind])
    const run = runPartners(['rename', ...renamed[kind]!, '-r', root])
    expect([run.code, run.stderr]).toEqual([0, ''])
    const text = readFileSync(join(root, FILES[field.kind]), 'utf8')
    expect(text).not.toContain(`"${RIGHT[kind]}"`)
    expect(text).toContain(renamed[kind]!.at(-1))
  })
})

describe('set and its completion', () => {
  test.each(SETTABLE)('%s (%s): a wrong name is refused, right ones are taken and offered', (said, names, field) => {
    const [id, path] = [idOf[field.kind as keyof typeof idOf], said.slice(said.indexOf(' ') + 1)]
    const root = registerWith(field, RIGHT[namingOf(names).kinds[0]])
    const set = (value: string) => runPartners(['set', id, path, value, '-r', root])
    const before = readFileSync(join(root, FILES[field.kind]), 'utf8')
    const refused = set(wrongOf(field))
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(wrongOf(field))])
    expect(readFileSync(join(root, FILES[field.kind]), 'utf8')).toBe(before)
    for (const kind of namingOf(names).kinds) {
      const offered = runPartners(['__complete', 'zsh', '--', 'set', '-r', root, id, path, ''])
      expect(offered.stdout.split('\n').map((it) => it.split('\t')[0])).toContain(RIGHT[kind])
      const taken = set(RIGHT[kind])
      expect([taken.code, taken.stderr]).toEqual([0, ''])
      expect(readFileSync(join(root, FILES[field.kind]), 'utf8')).toContain(RIGHT[kind])
    }
  })
})
