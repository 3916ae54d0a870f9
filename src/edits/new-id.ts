import { notAnId } from '../model/field-errors.js'
import { ID, slug } from '../model/id.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { alikeTo } from '../rules/look-alikes.js'

type Kind = 'partnership' | 'organisation'

/** The id that was chosen, or one made from the name. @throws UsageError if it is not an id, or is taken */
export function newId(register: Register, kind: Kind, chosen: string | undefined, name: string): string {
  // an apostrophe does not separate words: Patel's is patels
  const id = chosen?.trim() ?? slug(name.replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))
  refuseNoId(id, chosen === undefined ? 'name an id with --id, in lower-case letters, digits and hyphens' : undefined)
  refuseTaken(register, kind, id)
  return id
}

/** @throws UsageError if a text cannot be an id */
export function refuseNoId(id: string, hint?: string): void {
  if (ID.test(id)) return
  const problem = notAnId(id)
  throw new UsageError(problem.message, hint ?? problem.hint)
}

/** @throws UsageError if a record of the kind has the id, even one that could not be read */
export function refuseTaken(register: Register, kind: Kind, id: string): void {
  const records = kind === 'partnership' ? register.partnerships : register.organisations
  const unread = register.unreadable.filter((it) => it.kind === kind)
  const taken = [...records, ...unread].find((it) => it.id === id)
  if (taken !== undefined) throw new UsageError(`${id} is taken by ${taken.file}`, 'choose another id')
}

/** @throws UsageError if a record of the kind looks like a new one */
export function refuseAlike(records: Parameters<typeof alikeTo>[0], named: Parameters<typeof alikeTo>[1]): void {
  const alike = alikeTo(records, named)
  if (alike.length > 0)
    throw new UsageError(
      `"${named.name}" looks like ${alike.map((it) => `${it.name} (${it.id})`).join(', ')}, which is in the register`,
      `if it is the same, make this name an alias: partners set ${alike[0]!.id} aliases …; if not, add --other`,
    )
}
