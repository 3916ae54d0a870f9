import { isPlace, type At } from './place.js'
import type { Baseline } from './baseline.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import { kindOf, RECORD_SCHEMAS, type Register } from './register.js'
import { identityPath } from './schema-walk.js'
import type { Settings } from './settings.js'
import type { Update } from './update.js'

/** A record of the register that is kept in a file of its own. */
export type RegisterRecord = Partnership | Organisation | Update | Settings | Baseline

/** The path of a value as people read it (`risks[workforce].owner`); empty for a whole file, or a stretch of text. */
export function recordPath(register: Register, at: At): string {
  const kind = kindOf(at.file)
  if (!isPlace(at) || kind === undefined) return ''
  return identityPath(RECORD_SCHEMAS[kind].schema, recordsOf(register).get(at.file), at.path)
}

const known = new WeakMap<Register, ReadonlyMap<string, RegisterRecord>>()

/** The records of a register by their files. */
export function recordsOf(register: Register): ReadonlyMap<string, RegisterRecord> {
  let records = known.get(register)
  if (records === undefined) {
    const { partnerships, organisations, updates, settings, baseline } = register
    const all = [...partnerships, ...organisations, ...updates, settings, ...(baseline === undefined ? [] : [baseline])]
    known.set(register, (records = new Map(all.map((it) => [it.file, it]))))
  }
  return records
}
