import { notAnId } from '../model/field-errors.js'
import { ID, slug } from '../model/id.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'

/** The id that was wished for, or a name made into one. @throws UsageError where that is none, or is taken */
export function newId(
  register: Register,
  kind: 'partnership' | 'organisation',
  wished: string | undefined,
  name: string,
): string {
  // an apostrophe parts no words: Patel's is patels
  const id = wished?.trim() ?? slug(name.replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))
  refuseNoId(id, wished === undefined ? 'name an id with --id, in lower-case letters, digits and hyphens' : undefined)
  refuseTaken(register, kind, id)
  return id
}

/** @throws UsageError where a text cannot be an id */
export function refuseNoId(id: string, hint?: string): void {
  if (ID.test(id)) return
  const problem = notAnId(id)
  throw new UsageError(problem.message, hint ?? problem.hint)
}

/** @throws UsageError where a record of the kind has the id, whether or not it could be read */
export function refuseTaken(register: Register, kind: 'partnership' | 'organisation', id: string): void {
  const records = kind === 'partnership' ? register.partnerships : register.organisations
  const losses = register.unreadable.filter((it) => it.kind === kind)
  const taken = [...records, ...losses].find((it) => it.id === id)
  if (taken !== undefined) throw new UsageError(`${id} is taken by ${taken.file}`, 'choose another id')
}
