import type { Path } from '../document/node.js'
import type { Baseline } from './baseline.js'
import type { PackagePolicy } from './built-policy.js'
import { APRIL, parseInexactDay, type InexactDay } from './day.js'
import type { DayOrder } from './day-order.js'
import { ID, slug } from './id.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import { didYouMean } from './nearest.js'
import { RELEASED_POLICIES, type Policy } from './policy.js'
import type { Problem } from './fix.js'
import { ReadFile } from './read-file.js'
import { readRecord, type ReadRecord } from './read-record.js'
import { RecordStore } from './record-store.js'
import { readText, type ExplainSyntax, type RecordSource } from './read-tree.js'
import type { RecordKind } from './record-kinds.js'
import { idOf, kindOf } from './record-schemas.js'
import { settingsSchema, type Settings, type SettingsData } from './settings.js'
import { fileProblem, type SourceFile } from './source-file.js'
import type { Update } from './update.js'

/** A policy in force: the register's own one, or one that it extends. */
export interface PolicyFile {
  readonly file: string
  /** The file's name without its ending, such as `nhs-2027`. */
  readonly id: string
  readonly data: Policy
}

/** A record that was not read in full. `lost` has the paths that were left out; an empty path means all of it. */
interface UnreadableFile {
  readonly kind: RecordKind
  readonly id: string
  readonly file: string
  readonly lost: readonly Path[]
}

/** A whole register: plain typed data in the shape of its files, each record with its file. */
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
  readonly unreadable: readonly UnreadableFile[]
  readonly problems: readonly Problem[]
  /** Every file, for places; templates have only their text. */
  readonly files: ReadonlyMap<string, ReadFile>
}

/** Could a setting of register.yaml, or the whole file, not be read? */
export const isSettingLost = ({ unreadable }: Register, key: keyof SettingsData): boolean =>
  unreadable.some((it) => it.kind === 'register' && it.lost.some((path) => path.length === 0 || path[0] === key))

const isTemplatePath = (path: string) => path.startsWith('templates/')

/**
 * Makes a register from its files. Returns undefined when a file does not parse and there is no `explain`.
 * @param inherited finds a policy that the register's own policy extends
 * @throws NewerSchema when the register was written for a later release
 */
export function buildRegister(
  sources: readonly SourceFile[],
  inherited: (name: string) => PackagePolicy | undefined,
  { explain, store = new RecordStore(), report }: HowToRead = {},
): Register | undefined {
  const builder = new Builder(explain, store)
  // the day order in register.yaml applies to all files that are read after it
  const isFirst = ({ path }: SourceFile) => kindOf(path) === 'register'
  const inOrder = [...sources.filter(isFirst), ...sources.filter((it) => !isFirst(it))]
  for (const [index, source] of inOrder.entries()) {
    builder.read(source)
    if (index % 250 === 0) report?.(index, sources.length)
  }
  builder.readInherited(inherited)
  return builder.needsExplaining ? undefined : builder.register()
}

interface HowToRead {
  readonly explain?: ExplainSyntax
  /** Records read before; those read now are added. */
  readonly store?: RecordStore | undefined
  readonly report?: TellRead | undefined
}

/** Is called with how many of how many files were read. */
export type TellRead = (done: number, of: number) => void

/** A record that was read before the settings of the register are known. */
interface Kept {
  readonly record: ReadRecord
  readonly id: string
  readonly file: string
}

class Builder {
  needsExplaining = false
  readonly #problems: Problem[] = []
  readonly #files = new Map<string, ReadFile>()
  readonly #unreadable: UnreadableFile[] = []
  readonly #kept: Record<RecordKind, Kept[]> = {
    register: [],
    policy: [],
    organisation: [],
    partnership: [],
    update: [],
    baseline: [],
  }

  constructor(
    readonly explain: ExplainSyntax | undefined,
    readonly store: RecordStore,
  ) {}

  read(source: PackagePolicy): void {
    const { path: file, bytes, problem } = source
    if (problem === 'not-read') return void this.#problems.push(fileProblem(source))
    if (isTemplatePath(file) && bytes !== undefined) return this.#keepTemplate(file, bytes)
    // a folder that could not be entered may have partnerships, so it is reported; other files are not ours
    const kind = kindOf(file) ?? (problem === undefined ? undefined : 'partnership')
    if (kind === undefined) return
    if (bytes === undefined) return this.#keepUnread(source, kind)
    const known = this.#dayOrder === undefined ? source.record : undefined
    const record = known ?? this.#recordOf({ file, bytes, kind })
    if (record === undefined) this.needsExplaining = true
    else this.#keep(record, kind, source)
  }

  get #dayOrder(): DayOrder {
    return (this.#kept.register[0]?.record.data as SettingsData | undefined)?.['day-order']
  }

  /** From the store, or read now; undefined when its syntax errors need explaining. */
  #recordOf(source: RecordSource): ReadRecord | undefined {
    const dayOrder = this.#dayOrder
    const { explain, store } = this
    const stored = store.get(source, dayOrder)
    if (stored !== undefined) return stored
    const record = readRecord(source, { explain, dayOrder, isCareful: store.isCareful })
    if (record === 'needs-explaining') return undefined
    store.set(source, dayOrder, record)
    return record
  }

  /** Keeps the text of a template, which is checked when a paper is made. */
  #keepTemplate(file: string, bytes: Uint8Array): void {
    const { isText, problems } = readText(file, bytes)
    this.#files.set(file, new ReadFile(file, isText ? bytes : undefined, undefined, problems))
    for (const it of problems) this.#problems.push(it)
  }

  #keepUnread(source: SourceFile, kind: RecordKind): void {
    const { path: file } = source
    const problem = fileProblem(source)
    this.#files.set(file, new ReadFile(file, undefined, undefined, [problem]))
    this.#problems.push(problem)
    this.#unreadable.push({ kind, id: idOf(file), file, lost: [[]] })
  }

  #keep(record: ReadRecord, kind: RecordKind, { path: file, bytes, tree }: PackagePolicy): void {
    const id = idOf(file)
    const { data, problems, lost, isWhole, spellings } = record
    const isRead = data !== undefined
    this.#files.set(file, new ReadFile(file, bytes, isRead ? kind : undefined, problems, spellings, tree))
    for (const it of problems) this.#problems.push(it)
    const isNamed = !isRead || ID.test(id)
    if (!isNamed) this.#problems.push(notAFileName(file, id))
    if (!isWhole || !isNamed) this.#unreadable.push({ kind, id, file, lost })
    if (isRead) this.#kept[kind].push({ record, id, file })
  }

  /** Reads the policy that the register's own one extends, and what that extends in turn. */
  readInherited(find: (name: string) => PackagePolicy | undefined): void {
    const policies = this.#kept.policy
    const extendedBy = ({ record }: Kept) => (record.data as Policy).extends
    const seen = new Set<string>()
    for (let policy = policies[0]; policy && extendedBy(policy) !== undefined; policy = policies.at(-1)) {
      const name = extendedBy(policy)!
      const mayExtend = !seen.has(name) && !isLater(name, policy.id)
      const source = mayExtend ? find(name) : undefined
      seen.add(name)
      const count = policies.length
      if (source !== undefined) this.read(source)
      if (policies.length > count) continue
      this.#problems.push({
        code: 'reference/policy',
        at: { file: policy.file, path: ['extends'], on: 'value' },
        message: mayExtend
          ? `there is no policy "${name}" to extend`
          : `${policy.id} cannot extend ${name}, which ${isLater(name, policy.id) ? 'is later' : 'extends it'}`,
        hint: didYouMean(name, RELEASED_POLICIES, `with this release come ${RELEASED_POLICIES.join(', ')}`),
      })
      return
    }
  }

  register(): Register {
    const { register, policy, organisation, partnership, update, baseline } = this.#kept
    const yearStart = (register[0]?.record.data as SettingsData | undefined)?.['financial-year-start'] ?? APRIL
    const filed = <T>(kept: readonly Kept[], shape?: (data: object) => object) =>
      kept.map((it) => filedRecord(it, yearStart, this.store, shape) as T)
    return {
      settings: filed<Settings>(register)[0] ?? noSettings(),
      partnerships: filed<Partnership>(partnership).sort(byId),
      organisations: filed<Organisation>(organisation).sort(byId),
      updates: filed<Update>(update).sort((a, b) => compare(a['as-of'], b['as-of']) || byId(a, b)),
      policies: filed<PolicyFile>(policy, (data) => ({ data })),
      baseline: filed<Baseline>(baseline)[0],
      unreadable: this.#unreadable,
      problems: this.#problems,
      files: this.#files,
    }
  }
}

/** Is a policy of a later year than another? A released policy never changes, so it cannot rest on what came after it. */
const isLater = (name: string, than: string) => yearOf(name) > yearOf(than)
const yearOf = (id: string) => Number(/-(\d{4})$/.exec(id)?.[1] ?? NaN)

const noSettings = (): Settings => ({
  ...(settingsSchema.parse({ schema: '1', organisation: 'unknown' }) as SettingsData),
  file: 'register.yaml',
})

/** A record with its file and id; one object, which the states of one store share. */
function filedRecord(
  { record, id, file }: Kept,
  yearStart: string,
  store: RecordStore,
  shape = (data: object) => data,
): unknown {
  return store.made(record, yearStart, () => ({ ...shape(dated(record.data, yearStart) as object), id, file }))
}

/** The id is the file's name, so it is the file that must be renamed. */
function notAFileName(file: string, id: string): Problem {
  const ending = file.slice(file.lastIndexOf('/') + 1 + id.length)
  return {
    code: 'schema/id',
    at: { file, start: 0, end: 0 },
    message: `the name of this file, "${id}", cannot be an id: an id has small letters, digits and hyphens only`,
    hint: `rename the file to ${slug(id) === '' ? 'a short name in plain letters, such as research-link' : slug(id)}${ending}`,
  }
}

/** `2018/19` was read as a year from April; where the register's year begins on another day, it is read again. */
function dated(value: unknown, yearStart: string): unknown {
  if (yearStart === APRIL || typeof value !== 'object' || value === null) return value
  if (isFinancialYear(value)) return parseInexactDay(value.written, yearStart)
  if (Array.isArray(value)) return value.map((it) => dated(it, yearStart))
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, dated(it, yearStart)]))
}

/** Conditions and durations also keep what was written; only a day has `first`. */
const isFinancialYear = (item: unknown): item is InexactDay =>
  typeof item === 'object' &&
  item !== null &&
  'first' in item &&
  'written' in item &&
  /^\d{4}\/\d{2}$/.test(String(item.written))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: { id: string; file: string }, b: { id: string; file: string }) =>
  compare(a.id, b.id) || compare(a.file, b.file)
