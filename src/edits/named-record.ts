import type { Path } from '../document/node.js'
import { didYouMean } from '../model/did-you-mean.js'
import { slug } from '../model/id.js'
import { nearest } from '../model/nearest.js'
import type { Register } from '../model/register.js'
import { metaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'

/**
 * What a text names in the register, in the register's own words: a role by its title or alias as it is listed, a record by its
 * id. A text that may be a name of its own, such as that of an auditor, stays.
 * @throws UsageError where it must name something and names nothing
 */
export function inItsOwnWords(register: Register, schema: Schema, path: Path, text: string): string {
  const meta = metaAt(schema, path)
  if (meta?.names === 'directorate') return directorate(register, text)
  if (meta?.names === 'role')
    return role(register, text, MUST_BE_LISTED.has(String(path.findLast((it) => typeof it === 'string'))))
  if (meta?.names === undefined || meta.kind !== 'code') return text
  return recordId(register, meta.names === 'partnership' ? 'partnership' : 'organisation', text)
}

/** Fields whose role rules look up in register.yaml; others may name a body or an outside role, too. */
const MUST_BE_LISTED: ReadonlySet<string> = new Set(['lead', 'sponsor', 'owner', 'head'])

function role({ settings }: Register, text: string, mustBeListed: boolean): string {
  const names = settings.roles.flatMap((it) => [it.title, ...it.aliases])
  const found = names.find((it) => it === text) ?? names.find((it) => slug(it) === slug(text))
  if (found !== undefined) return found
  if (!mustBeListed || names.length === 0) return text
  const meant = nearest(text, names)
  throw new UsageError(
    `"${text}" is not a role of this register`,
    meant === undefined
      ? `roles: ${settings.roles.map((it) => it.title).join('; ')}; to add one: partners set register "roles[+].title" "…"`
      : `did you mean ${meant}?`,
  )
}

function directorate({ settings: { directorates } }: Register, text: string): string {
  const found = directorates.find((it) => it.id === text || it.name.toLowerCase() === text.toLowerCase())
  if (found !== undefined) return found.id
  throw new UsageError(
    `"${text}" is not a directorate of this register`,
    directorates.length === 0
      ? 'register.yaml lists none yet; leave it out'
      : didYouMean(
          text,
          directorates.flatMap((it) => [it.id, it.name]),
        ),
  )
}

function recordId(register: Register, kind: 'partnership' | 'organisation', text: string): string {
  const records: readonly { id: string; name: string; aliases: readonly string[] }[] =
    kind === 'partnership' ? register.partnerships : register.organisations
  const isUnread = register.unreadable.some((it) => it.kind === kind && it.id === text)
  if (isUnread || text === 'member-boards' || records.some((it) => it.id === text)) return text
  const wanted = text.toLowerCase()
  const named = records.filter((it) => [it.name, ...it.aliases].some((name) => name.toLowerCase() === wanted))
  if (named.length === 1) return named[0]!.id
  const meant = nearest(
    text,
    records.flatMap((it) => [it.id, it.name]),
  )
  const add =
    kind === 'organisation' ? `partners organisation new "${text}" adds one` : `partners new "${text}" adds one`
  throw new UsageError(
    `there is no ${kind} "${text}"`,
    meant === undefined ? add : `did you mean ${meant}? otherwise ${add}`,
  )
}
