import { ID } from '../../model/id.js'
import type { Named } from '../../model/naming.js'
import { by } from '../../model/order.js'
import { readRecord } from '../../model/read-record.js'
import { idOf, kindOf } from '../../model/record-schemas.js'
import { childOf } from '../../model/schema-walk.js'
import type { RecordKind } from '../../model/record-kinds.js'
import { buildRegister } from '../../model/register.js'
import type { SettingsData } from '../../model/settings.js'
import { mergePolicies } from '../../policy/merge.js'
import { pathOfRecord } from '../../model/find-record.js'
import { packagePolicy } from '../../source/package-files.js'
import { registerFiles } from '../../source/read-files.js'
import type { Word } from './source.js'

/** Kinds of record whose fields can be set; if two have the same id, the first is meant. */
const SET_KINDS = ['partnership', 'organisation', 'register', 'update'] as const
export type SetKind = (typeof SET_KINDS)[number]

/** How many records are read for their names at most, as completion has to be quick. */
const NAMED_AT_MOST = 100

/** The words of a register for completion. Ids are names of files, so no file is read for them. */
export class RegisterWords {
  readonly #files: ReturnType<typeof registerFiles>

  constructor(root: string) {
    this.#files = registerFiles(root)
  }

  /** Ids of records with a prefix, with the names of the records if they are few. */
  ids(kinds: readonly RecordKind[], prefix: string): Word[] {
    const found = this.#files.filter(({ path }) => {
      const kind = kindOf(path)
      const id = idOf(path)
      return kind !== undefined && kinds.includes(kind) && id.startsWith(prefix) && (ID.test(id) || kind === 'update')
    })
    const isNamed = found.length <= NAMED_AT_MOST
    const words = found.map((it): Word => {
      const { name } = (isNamed ? this.#dataOf(it) : {}) as { name?: string }
      return { value: idOf(it.path), description: name }
    })
    return words.sort(by((it) => it.value))
  }

  /** Bodies of register.yaml, and those of a record itself. */
  bodies(record: unknown): Word[] {
    const own = (childOf(record, 'bodies') ?? []) as SettingsData['bodies']
    const all = new Map([...(this.#settings().bodies ?? []), ...own].map((it) => [it.id, it]))
    return [...all.values()].map(({ id, name }) => ({ value: id, description: name }))
  }

  /** The things of a kind that a field may name; records only if their ids have the prefix. */
  named(kind: Exclude<Named, 'rule' | 'body'>, prefix: string): Word[] {
    const { roles = [], directorates = [], objectives = [] } = this.#settings()
    switch (kind) {
      case 'organisation':
      case 'partnership':
        return this.ids([kind], prefix)
      case 'role':
        return roles.map((it) => ({ value: it.title, description: it.aliases.join(', ') || undefined }))
      case 'directorate':
        return directorates.map(({ id, name }) => ({ value: id, description: name }))
      case 'objective':
        return objectives.map((it) => ({ value: String(it.number), description: it.title }))
      case 'document-type':
        return this.#entriesOf('documents')
      case 'risk-category':
        return this.#entriesOf('risk-categories')
      case 'tier':
        return this.#entriesOf('tiers')
    }
  }

  /** The entries of a section of policy; none while policy.yaml does not parse. */
  #entriesOf(section: 'documents' | 'risk-categories' | 'tiers'): Word[] {
    const files = this.#files.filter(({ path }) => kindOf(path) === 'policy')
    const sources = files.map(({ path, bytes }) => ({ path, bytes: bytes() }))
    const register = buildRegister(sources, packagePolicy)
    const entries = mergePolicies(register?.policies ?? []).entries(section)
    return entries.map(({ id, data }) => ({ value: id, description: 'title' in data ? data.title : undefined }))
  }

  /**
   * A record that can be changed, by id: its kind, and its data as far as they can be read. `register` is
   * register.yaml.
   */
  record(written: string): { readonly kind: SetKind; readonly data: unknown } | undefined {
    const { kind: named, id } = pathOfRecord(written)
    for (const kind of named === undefined ? SET_KINDS : [named]) {
      const file = this.#files.find(({ path }) => kindOf(path) === kind && idOf(path) === id)
      if (file !== undefined) return { kind, data: this.#dataOf(file) }
    }
    return undefined
  }

  #settings(): Partial<SettingsData> {
    const file = this.#files.find(({ path }) => path === 'register.yaml')
    return (file === undefined ? {} : this.#dataOf(file)) as Partial<SettingsData>
  }

  /** The data of a file; empty if it cannot be read. */
  #dataOf({ path, bytes }: { path: string; bytes: () => Uint8Array | undefined }): object {
    const read = bytes()
    if (read === undefined) return {}
    const record = readRecord({ file: path, bytes: read, kind: kindOf(path)! })
    return record === 'needs-explaining' ? {} : ((record.data ?? {}) as object)
  }
}
