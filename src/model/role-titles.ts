import { fieldMeta } from './field.js'
import { mayName } from './naming.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import type { Register } from './register.js'
import { roleTitle } from './role.js'
import { keysOf, schemaAt, type Schema } from './schema-walk.js'
import type * as z from 'zod'

/**
 * A register in which roles stand by their titles, whatever alias was typed: what people read is made from this one. What
 * was written is in the register itself, which edits, fingerprints and places are about.
 */
export function withRoleTitles(register: Register): Register {
  const { settings } = register
  if (settings.roles.every((it) => it.aliases.length === 0)) return register
  const organisations = new Set(register.organisations.flatMap((it) => [it.id, it.name, ...it.aliases]))
  const titled = <T extends object>(kind: Kind, record: T): T => {
    const own = 'bodies' in record && Array.isArray(record.bodies) ? (record.bodies as Settings['bodies']) : []
    // a body or an organisation may have the name that is some role's alias
    const bodies = new Set([...own, ...settings.bodies].flatMap((it) => [it.id, it.name]))
    const title = (written: string) =>
      bodies.has(written) || organisations.has(written) ? written : roleTitle(settings, written)
    return pathsIn(kind).reduce<T>((known, path) => changedAt(known, path, title) as T, record)
  }
  return {
    ...register,
    settings: titled('register', settings),
    partnerships: register.partnerships.map((it) => titled('partnership', it)),
    organisations: register.organisations.map((it) => titled('organisation', it)),
    updates: register.updates.map((it) => titled('update', it)),
  }
}

type Settings = Register['settings']

/** A value with the texts at a path changed; the same one where none does. */
function changedAt(value: unknown, path: readonly string[], change: (text: string) => string): unknown {
  if (typeof value === 'string') return path.length === 0 ? change(value) : value
  if (Array.isArray(value)) {
    const items = value.map((it) => changedAt(it, path, change))
    return items.every((it, index) => it === value[index]) ? value : items
  }
  const [key, ...rest] = path
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value
  const before = (value as Record<string, unknown>)[key]
  const after = changedAt(before, rest, change)
  return after === before ? value : { ...value, [key]: after }
}

/** Paths of the fields that may name a role; lists are gone through. */
function pathsOf(schema: Schema, path: readonly string[] = []): string[][] {
  const here = schemaAt(schema, [])
  if (here === undefined) return []
  const item = schemaAt(here, [0])
  const keys = keysOf(here)
  if (keys !== undefined) return keys.flatMap((key) => pathsOf(schemaAt(here, [key])!, [...path, key]))
  if (item !== undefined) return pathsOf(item, path)
  return mayName(fieldMeta.get(here as z.ZodType)?.names, 'role') ? [[...path]] : []
}

type Kind = 'register' | 'partnership' | 'organisation' | 'update'
const known = new Map<Kind, readonly string[][]>()

function pathsIn(kind: Kind): readonly string[][] {
  let paths = known.get(kind)
  if (paths === undefined) known.set(kind, (paths = pathsOf(RECORD_SCHEMAS[kind].schema)))
  return paths
}
