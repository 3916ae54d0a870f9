import type { Path, PathKey } from '../document/node.js'
import { mayName, type Named, type Names } from './naming.js'
import type { Filed } from './place.js'
import { kindOf, RECORD_SCHEMAS } from './record-schemas.js'
import type { PolicyFile, Register } from './register.js'
import { isMap } from './same.js'
import { keysOf, metaAt, schemaAt, type Schema } from './schema-walk.js'

/** A value that names something. */
export interface Reference {
  readonly file: string
  readonly path: Path
  /** As it stands there; a number as its digits. */
  readonly name: string
  readonly names: Names
}

/** Every value of the register's own files, policies included, that names something. */
export function references(register: Register): readonly Reference[] {
  let found = all.get(register)
  if (found === undefined) {
    const { settings, partnerships, organisations, updates } = register
    const records = [settings, ...partnerships, ...organisations, ...updates, ...ownPolicies(register)]
    all.set(register, (found = records.flatMap(referencesIn)))
  }
  return found
}

/** Made once: each rule of what is named goes through all of them. */
const all = new WeakMap<Register, readonly Reference[]>()

/** Those that name a thing by one of its names; where an id may be that of a thing of several kinds, the first one is meant. */
export const findReferences = (register: Register, what: Named, name: string): Reference[] =>
  references(register).filter(
    (it) =>
      it.name === name &&
      mayName(it.names, what) &&
      !(what === 'partnership' && mayName(it.names, 'organisation') && isOrganisation(register, name)),
  )

const isOrganisation = ({ organisations }: Register, id: string) => organisations.some((it) => it.id === id)

/** The policies that the organisation writes; what comes with a release is right, and nobody here could mend it. */
export const ownPolicies = ({ policies }: Register): readonly PolicyFile[] =>
  policies.filter(({ file }) => !file.startsWith('policies/'))

/** The values of one record that name something; a record is never changed once it is read. */
export function referencesIn(record: Filed & { readonly data?: unknown }): readonly Reference[] {
  let found = known.get(record)
  if (found === undefined) {
    const kind = kindOf(record.file)!
    const value = kind === 'policy' ? record.data : record
    known.set(record, (found = [...below(fieldsThatName(RECORD_SCHEMAS[kind].schema), value, record.file, [])]))
  }
  return found
}

const known = new WeakMap<object, readonly Reference[]>()

function* below(fields: Naming | undefined, value: unknown, file: string, path: Path): Iterable<Reference> {
  if (fields === undefined || value === undefined || value === null) return
  if (fields.names !== undefined) {
    if (typeof value === 'string' || typeof value === 'number')
      yield { file, path, name: String(value), names: fields.names }
  } else if (Array.isArray(value)) {
    for (const [index, it] of value.entries()) yield* below(fields.each, it, file, [...path, index])
  } else if (isMap(value) && value['off'] === undefined) {
    for (const [key, inner] of fields.each === undefined ? fields.keys : Object.keys(value).map(eachBy(fields.each)))
      yield* below(inner, value[key], file, [...path, key])
  }
}

const eachBy =
  (each: Naming) =>
  (key: string): [string, Naming] => [key, each]

/** A field that names something, or below which one does. */
interface Naming {
  readonly names?: Names | undefined
  /** Of an item of a list, or of a map of free keys. */
  readonly each?: Naming | undefined
  readonly keys: readonly (readonly [string, Naming])[]
}

/** The part of a schema that leads to fields that name something; made once, as most fields name nothing. */
export function fieldsThatName(schema: Schema): Naming | undefined {
  const inner = schemaAt(schema, [])!
  if (!naming.has(inner)) naming.set(inner, find(inner))
  return naming.get(inner)
}

const naming = new Map<Schema, Naming | undefined>()

function find(schema: Schema): Naming | undefined {
  const meta = metaAt(schema, [])
  if (meta?.names !== undefined) return { names: meta.names, keys: [] }
  const at = (key: PathKey) => {
    const found = schemaAt(schema, [key])
    return found && fieldsThatName(found)
  }
  const keys = (keysOf(schema) ?? []).flatMap((key) => {
    const found = at(key)
    return found === undefined ? [] : [[key, found] as const]
  })
  const each = meta?.kind === 'list' || meta?.kind === 'map' ? at(0) : undefined
  return keys.length === 0 && each === undefined ? undefined : { each, keys }
}
