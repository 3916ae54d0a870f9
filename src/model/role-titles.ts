import { mayName } from './naming.js'
import type { Path } from '../document/node.js'
import type { Filed } from './place.js'
import { referencesIn } from './references.js'
import type { Register } from './register.js'
import { roleTitle } from './role.js'

/**
 * A register with the titles of roles in place of their aliases, for everything that people read. Edits, fingerprints and
 * places use the register itself, which has what was written.
 */
export function withRoleTitles(register: Register): Register {
  const { settings } = register
  if (settings.roles.every((it) => it.aliases.length === 0)) return register
  const organisations = new Set(register.organisations.flatMap((it) => [it.id, it.name, ...it.aliases]))
  const titled = <T extends Filed>(record: T): T => {
    const own = 'bodies' in record && Array.isArray(record.bodies) ? (record.bodies as Settings['bodies']) : []
    // a body or an organisation may have the name that is some role's alias
    const bodies = new Set([...own, ...settings.bodies].flatMap((it) => [it.id, it.name]))
    const title = (written: string) =>
      bodies.has(written) || organisations.has(written) ? written : roleTitle(settings, written)
    return referencesIn(record).reduce<T>(
      (known, { names, path, name }) =>
        mayName(names, 'role') && title(name) !== name ? (withText(known, path, title(name)) as T) : known,
      record,
    )
  }
  return {
    ...register,
    settings: titled(settings),
    partnerships: register.partnerships.map(titled),
    organisations: register.organisations.map(titled),
    updates: register.updates.map(titled),
  }
}

type Settings = Register['settings']

/** A copy of a value with another text at a path. */
function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value)) return value.map((it, index) => (index === key ? withText(it, rest, text) : it))
  return { ...(value as object), [key]: withText((value as Record<string, unknown>)[key], rest, text) }
}
