import type * as z from 'zod'
import type { MapNode, Path } from '../document/node.js'
import { baselineSchema, type Baseline, type BaselineData } from './baseline.js'
import { checkSchema } from './check-schema.js'
import { APRIL, parseInexactDay, type InexactDay } from './day.js'
import { ID, slug } from './id.js'
import { organisationSchema, type Organisation, type OrganisationData } from './organisation.js'
import { partnershipSchema, type Partnership, type PartnershipData } from './partnership.js'
import { toPlain, type Plain } from './plain.js'
import { policySchema, type Policy } from './policy.js'
import { isPlace } from './place.js'
import type { Problem } from './problem.js'
import type { RecordKind } from './record-kinds.js'
import { readText, readTree, troubleOf, type ExplainSyntax, type ReadFile } from './read-record.js'
import { SCHEMA_VERSION, settingsSchema, type Settings, type SettingsData } from './settings.js'
import type { SourceFile } from './source-file.js'
import { updateSchema, type Update, type UpdateData } from './update.js'

/** A policy in force: the register's own one, or one that it extends. */
export interface PolicyFile {
  readonly file: string
  /** The file's name without its ending, such as `nhs-2026`. */
  readonly id: string
  readonly data: Policy
}

/** A record that could not be read whole. `lost` has the paths that were left out; an empty path is all of it. */
export interface Unreadable {
  readonly kind: RecordKind
  readonly id: string
  readonly file: string
  readonly lost: readonly Path[]
}

/** A whole register, read: plain typed data in the shape of its files, each record with its file. */
export interface Register {
  readonly settings: Settings
  /** By id. */
  readonly partnerships: readonly Partnership[]
  /** By id. */
  readonly organisations: readonly Organisation[]
  /** Oldest first. */
  readonly updates: readonly Update[]
  /** The register's own policy first, then what it extends. */
  readonly policies: readonly PolicyFile[]
  /** Findings accepted at adoption; undefined where there is no baseline.yaml. */
  readonly baseline: Baseline | undefined
  readonly unreadable: readonly Unreadable[]
  readonly problems: readonly Problem[]
  /** Text and tree of every file, for places; of templates the text only. */
  readonly files: ReadonlyMap<string, ReadFile>
}

/** Schema of each kind of record, and what stands in for a compulsory value that could not be read. */
export const RECORD_SCHEMAS = {
  register: { schema: settingsSchema, fallback: { schema: '1', organisation: 'unknown' } },
  policy: { schema: policySchema, fallback: {} },
  organisation: { schema: organisationSchema, fallback: { name: '?', kind: 'unknown' } },
  partnership: { schema: partnershipSchema, fallback: { name: '?', status: 'active' } },
  update: { schema: updateSchema, fallback: { 'as-of': '1900-01-01' } },
  baseline: { schema: baselineSchema, fallback: { schema: '1' } },
} as const satisfies Record<RecordKind, { schema: z.ZodType; fallback: Record<string, Plain> }>

/** The kind of a file by where it lies; undefined for what is no record. */
export function kindOf(path: string): RecordKind | undefined {
  if (path === 'register.yaml') return 'register'
  if (path === 'baseline.yaml') return 'baseline'
  if (path === 'policy.yaml' || path.startsWith('policies/')) return 'policy'
  if (!/\.(?:yaml|yml|md)$/.test(path)) return undefined
  if (path.startsWith('partnerships/')) return 'partnership'
  if (path.startsWith('organisations/')) return 'organisation'
  return path.startsWith('updates/') ? 'update' : undefined
}

const isTemplatePath = (path: string) => path.startsWith('templates/')

/**
 * Makes a register of its files. Returns undefined when a file does not parse and `explain` was not handed in.
 * @param inherited finds the policy of a name that the register's own policy extends
 * @throws NewerSchema when the register was written for a later release
 */
export function buildRegister(
  sources: readonly SourceFile[],
  inherited: (name: string) => SourceFile | undefined,
  explain?: ExplainSyntax,
): Register | undefined {
  const builder = new Builder(explain)
  for (const source of sources) builder.read(source)
  builder.readInherited(inherited)
  return builder.waits ? undefined : builder.register()
}

export class NewerSchema extends Error {
  constructor(
    readonly file: string,
    readonly version: number,
  ) {
    super(`${file} says schema: ${version}; this release knows schemas up to ${SCHEMA_VERSION}`)
  }
}

class Builder {
  waits = false
  readonly #problems: Problem[] = []
  readonly #files = new Map<string, ReadFile>()
  readonly #unreadable: Unreadable[] = []
  readonly #partnerships: Partnership[] = []
  readonly #organisations: Organisation[] = []
  readonly #updates: Update[] = []
  readonly #policies: PolicyFile[] = []
  #baseline: Baseline | undefined
  #settings: Settings | undefined

  constructor(readonly explain: ExplainSyntax | undefined) {}

  read(source: SourceFile): void {
    if (source.trouble === 'not-read') return void this.#problems.push(troubleOf(source))
    if (isTemplatePath(source.path) && source.bytes !== undefined) return this.#keepTemplate(source.path, source.bytes)
    const kind = kindOf(source.path) ?? (source.trouble === undefined ? undefined : 'partnership')
    if (kind === undefined) return // a folder that could not be entered may hold partnerships: it is told, other files are not ours
    const tree = readTree(source, kind === 'partnership' || kind === 'update' ? kind : 'data', this.explain)
    if (tree === 'needs-explaining') {
      this.waits = true
      return
    }
    this.#files.set(tree.file, tree)
    this.#problems.push(...tree.problems)
    const id = idOf(source.path)
    if (tree.root === undefined) this.#unreadable.push({ kind, id, file: tree.file, lost: [[]] })
    else this.#record(kind, id, tree.file, tree.root)
  }

  /** The text of a template; it is checked against a view model when a paper is made. */
  #keepTemplate(file: string, bytes: Uint8Array): void {
    const template = readText(file, bytes)
    this.#files.set(file, template)
    this.#problems.push(...template.problems)
  }

  #record(kind: RecordKind, id: string, file: string, root: MapNode): void {
    const before = this.#problems.length
    const plain = toPlain(file, root, this.#problems)
    if (kind === 'register' || kind === 'baseline') refuseNewer(file, plain)
    // a key without a value is told once, too: what stands in for it is no finding of its own
    const empty = this.#problems.slice(before).flatMap(({ at }) => (isPlace(at) ? [at.path] : []))
    const { schema, fallback } = RECORD_SCHEMAS[kind]
    const checked = checkSchema<unknown>(file, schema as z.ZodType, plain, fallback, this.#problems)
    const { data } = checked
    const lost = [...empty, ...checked.lost]
    if (!ID.test(id)) this.#problems.push(notAFileName(file, id))
    if (lost.length > 0 || this.#problems.length > before) this.#unreadable.push({ kind, id, file, lost })
    this.#keep(kind, id, file, data)
  }

  #keep(kind: RecordKind, id: string, file: string, data: unknown): void {
    if (kind === 'register') this.#settings = { ...(data as SettingsData), file }
    else if (kind === 'baseline') this.#baseline = { ...(data as BaselineData), file }
    else if (kind === 'policy') this.#policies.push({ file, id, data: data as Policy })
    else if (kind === 'organisation') this.#organisations.push({ ...(data as OrganisationData), id, file })
    else if (kind === 'partnership') this.#partnerships.push({ ...(data as PartnershipData), id, file })
    else this.#updates.push({ ...(data as UpdateData), id, file })
  }

  /** Reads what the own policy extends, and what that extends in turn. */
  readInherited(find: (name: string) => SourceFile | undefined): void {
    const seen = new Set<string>()
    for (let policy = this.#policies[0]; policy?.data.extends !== undefined; policy = this.#policies.at(-1)) {
      const name = policy.data.extends
      const source = seen.has(name) ? undefined : find(name)
      seen.add(name)
      const count = this.#policies.length
      if (source !== undefined) this.read(source)
      if (this.#policies.length > count) continue
      this.#problems.push({
        code: 'reference/policy',
        at: { file: policy.file, path: ['extends'], on: 'value' },
        message: `there is no policy "${name}" to extend`,
        hint: 'nhs-2026 comes with this release',
      })
      return
    }
  }

  register(): Register {
    const settings = this.#settings ?? {
      ...(settingsSchema.parse({ schema: '1', organisation: 'unknown' }) as SettingsData),
      file: 'register.yaml',
    }
    const yearStart = settings['financial-year-start'] ?? APRIL
    if (yearStart !== APRIL)
      for (const record of [
        ...this.#partnerships,
        ...this.#organisations,
        ...this.#updates,
        ...this.#policies,
        settings,
      ])
        moveFinancialYears(record, yearStart)
    return {
      settings,
      partnerships: this.#partnerships.sort(byId),
      organisations: this.#organisations.sort(byId),
      updates: this.#updates.sort((a, b) => compare(a['as-of'], b['as-of']) || byId(a, b)),
      policies: this.#policies,
      baseline: this.#baseline,
      unreadable: this.#unreadable,
      problems: this.#problems,
      files: this.#files,
    }
  }
}

/** The id is the file's name, so it is the file that is named anew. */
function notAFileName(file: string, id: string): Problem {
  const ending = file.slice(file.lastIndexOf('/') + 1 + id.length)
  return {
    code: 'schema/id',
    at: { file, start: 0, end: 0 },
    message: `the name of this file, "${id}", cannot be an id: an id has small letters, digits and hyphens only`,
    hint: `rename the file to ${slug(id) === '' ? 'a short name in plain letters, such as research-link' : slug(id)}${ending}`,
  }
}

function refuseNewer(file: string, plain: Plain): void {
  const version = typeof plain === 'object' && !Array.isArray(plain) ? Number(plain['schema']) : Number.NaN
  if (Number.isInteger(version) && version > SCHEMA_VERSION) throw new NewerSchema(file, version)
}

/** `2018/19` was read as an April year; this register's year begins on another day. */
function moveFinancialYears(value: unknown, yearStart: string): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (isFinancialYear(item)) (value as Record<string, unknown>)[key] = parseInexactDay(item.written, yearStart)
    else moveFinancialYears(item, yearStart)
  }
}

/** Conditions and durations, too, keep what was written; only a day has a first one. */
const isFinancialYear = (item: unknown): item is InexactDay =>
  typeof item === 'object' &&
  item !== null &&
  'first' in item &&
  'written' in item &&
  /^\d{4}\/\d{2}$/.test(String(item.written))

/** A record's id: its file's name without the ending. */
export const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:yaml|yml|md)$/, '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: { id: string; file: string }, b: { id: string; file: string }) =>
  compare(a.id, b.id) || compare(a.file, b.file)
