import { ID } from '../../model/id.js'
import { by } from '../../model/order.js'
import { readRecord } from '../../model/read-record.js'
import { idOf, kindOf } from '../../model/record-schemas.js'
import type { RecordKind } from '../../model/record-kinds.js'
import { buildRegister } from '../../model/register.js'
import type { SettingsData } from '../../model/settings.js'
import { mergePolicies } from '../../policy/merge.js'
import { packagePolicy } from '../../source/package-files.js'
import { registerFiles } from '../../source/read-files.js'
import type { Word } from '../completes.js'

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

  /** What policy has of a sort; none while policy.yaml does not parse. */
  ofPolicy(sort: 'documents' | 'risk-categories'): Word[] {
    const policy = this.#files.filter(({ path }) => kindOf(path) === 'policy')
    const register = buildRegister(
      policy.map(({ path, bytes }) => ({ path, bytes: bytes() })),
      packagePolicy,
    )
    const entries = mergePolicies(register?.policies ?? []).entries(sort)
    return entries.map(({ id, data }) => ({ value: id, description: data.title }))
  }

  /** What can be changed, by id: what it is, and its data as far as they can be read. `register` is register.yaml. */
  record(id: string): { readonly kind: SetKind; readonly data: unknown } | undefined {
    for (const kind of SET_KINDS) {
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
