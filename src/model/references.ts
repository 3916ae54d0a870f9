import type { Path } from '../document/node.js'
import { fieldValues } from './field-values.js'
import { mayName, type Named, type Names } from './naming.js'
import type { Filed } from './place.js'
import { kindOf, RECORD_SCHEMAS } from './record-schemas.js'
import type { PolicyFile, Register } from './register.js'

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

/** The policies that the organisation writes; what comes with a release is right, and nobody here could change it. */
export const ownPolicies = ({ policies }: Register): readonly PolicyFile[] =>
  policies.filter(({ file }) => !file.startsWith('policies/'))

/** The values of one record that name something; a record is never changed once it is read. */
export function referencesIn(record: Filed & { readonly data?: unknown }): readonly Reference[] {
  let found = known.get(record)
  if (found === undefined) {
    const { file } = record
    const kind = kindOf(file)!
    const values = fieldValues(RECORD_SCHEMAS[kind].schema, kind === 'policy' ? record.data : record, 'names')
    found = [...values].flatMap(({ path, value, meta }) =>
      typeof value === 'string' || typeof value === 'number'
        ? [{ file, path, name: String(value), names: meta.names! }]
        : [],
    )
    known.set(record, found)
  }
  return found
}

const known = new WeakMap<object, readonly Reference[]>()
