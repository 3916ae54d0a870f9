import type { Path } from '../document/node.js'
import { fieldValues } from './field-values.js'
import { getOrMake, grouped } from './order.js'
import { mayName, namingOf, type Named, type Names } from './naming.js'
import type { Filed } from './place.js'
import { kindOf, RECORD_SCHEMAS } from './record-schemas.js'
import type { PolicyFile, Register } from './register.js'

/** A value that names something. */
export interface Reference {
  readonly file: string
  readonly path: Path
  /** As it is written; a number as its digits. */
  readonly name: string
  readonly names: Names
}

/** Every value of the register's own files, policies included, that names something. */
export const references = (register: Register): readonly Reference[] =>
  getOrMake(all, register, () => {
    const { settings, partnerships, organisations, updates } = register
    return [settings, ...partnerships, ...organisations, ...updates, ...ownPolicies(register)].flatMap(referencesIn)
  })

/** Made once, as every rule about references goes through them. */
const all = new WeakMap<Register, readonly Reference[]>()

/** Those whose field names things of a kind first; findings about them are those of that kind. */
export const referencesFirstTo = (register: Register, kind: Named): readonly Reference[] =>
  getOrMake(firstTo, register, () => {
    const kindOfReference = ({ names }: Reference) => namingOf(names).kinds[0]
    const groups = grouped(references(register), kindOfReference)
    return new Map(groups.map((same) => [kindOfReference(same[0]!), same]))
  }).get(kind) ?? []

const firstTo = new WeakMap<Register, ReadonlyMap<Named, readonly Reference[]>>()

/** The references to a thing by one of its names; an id shared by things of several kinds means the first kind. */
export const findReferences = (register: Register, what: Named, name: string): Reference[] =>
  references(register).filter(
    (it) =>
      it.name === name &&
      mayName(it.names, what) &&
      !(what === 'partnership' && mayName(it.names, 'organisation') && isOrganisation(register, name)),
  )

const isOrganisation = ({ organisations }: Register, id: string) => organisations.some((it) => it.id === id)

/** The policies that the organisation writes, as nobody here can change those that come with a release. */
export const ownPolicies = ({ policies }: Register): readonly PolicyFile[] =>
  policies.filter(({ file }) => !file.startsWith('policies/'))

/** The values of one record that name something; a record is never changed once it is read. */
export const referencesIn = (record: Filed & { readonly data?: unknown }): readonly Reference[] =>
  getOrMake(known, record, () => {
    const { file } = record
    const kind = kindOf(file)!
    const values = fieldValues(RECORD_SCHEMAS[kind].schema, kind === 'policy' ? record.data : record, 'names')
    return [...values].flatMap(({ path, value, meta }) =>
      typeof value === 'string' || typeof value === 'number'
        ? [{ file, path, name: String(value), names: meta.names! }]
        : [],
    )
  })

const known = new WeakMap<object, readonly Reference[]>()
