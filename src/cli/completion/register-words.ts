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

/** Kinds of record whose fields are set by hand; of an id that two of them have, the first is meant. */
const SET_KINDS = ['partnership', 'organisation', 'register', 'update'] as const
export type SetKind = (typeof SET_KINDS)[number]

/** So many records are read for their names at most: whoever waits for a word has no time for more. */
const NAMED_AT_MOST = 100

/**
 * What a register says for those who are typing. Ids are names of files, so that no file need be read for them; of a file
 * that does not parse nothing else is known.
 */
export class RegisterWords {
  readonly #files: ReturnType<typeof registerFiles>

  constructor(root: string) {
    this.#files = registerFiles(root)
  }

  /** Ids of records that begin so, with the names of the records where they are few. */
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

  /** Titles of roles, with their other names. */
  roles(): Word[] {
    return (this.#settings().roles ?? []).map(({ title, aliases }) => ({
      value: title,
      description: aliases.length === 0 ? undefined : aliases.join(', '),
    }))
  }

  directorates(): Word[] {
    return (this.#settings().directorates ?? []).map(({ id, name }) => ({ value: id, description: name }))
  }

  objectives(): Word[] {
    return (this.#settings().objectives ?? []).map((it) => ({ value: String(it.number), description: it.title }))
  }

  /** Bodies of the whole, and those that a record has of its own. */
  bodies(record: unknown): Word[] {
    const own = (childOf(record, 'bodies') ?? []) as SettingsData['bodies']
    return [...new Map([...(this.#settings().bodies ?? []), ...own].map((it) => [it.id, it])).values()].map(
      ({ id, name }) => ({ value: id, description: name }),
    )
  }

  /** The things of a kind that a field may name; of records those whose ids begin so. */
  named(kind: Exclude<Named, 'rule' | 'body'>, prefix: string): Word[] {
    switch (kind) {
      case 'organisation':
      case 'partnership':
        return this.ids([kind], prefix)
      case 'role':
        return this.roles()
      case 'directorate':
        return this.directorates()
      case 'objective':
        return this.objectives()
      case 'document-type':
        return this.#ofPolicy('documents')
      case 'risk-category':
        return this.#ofPolicy('risk-categories')
      case 'tier':
        return this.#ofPolicy('tiers')
    }
  }

  /** What policy has of a sort; none while policy.yaml does not parse. */
  #ofPolicy(sort: 'documents' | 'risk-categories' | 'tiers'): Word[] {
    const policy = this.#files.filter(({ path }) => kindOf(path) === 'policy')
    const register = buildRegister(
      policy.map(({ path, bytes }) => ({ path, bytes: bytes() })),
      packagePolicy,
    )
    const entries = mergePolicies(register?.policies ?? []).entries(sort)
    return entries.map(({ id, data }) => ({ value: id, description: 'title' in data ? data.title : undefined }))
  }

  /** What can be changed, by id: what it is, and its data as far as they can be read. `register` is register.yaml. */
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

  /** The data of a file; empty where it cannot be read. */
  #dataOf({ path, bytes }: { path: string; bytes: () => Uint8Array | undefined }): object {
    const read = bytes()
    if (read === undefined) return {}
    const record = readRecord({ file: path, bytes: read, kind: kindOf(path)! }, undefined)
    return record === 'needs-explaining' ? {} : ((record.data ?? {}) as object)
  }
}
