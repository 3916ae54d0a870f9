import type { Written } from '../document/edit.js'
import { organisationSchema } from '../model/organisation.js'
import type { Register } from '../model/register.js'
import type { Change } from './change.js'
import { newId, refuseAlike } from './new-id.js'
import { checkedList, checkedText } from './check-value.js'

/** A new organisation, as it is requested. */
export interface NewOrganisation {
  readonly name: string
  readonly id?: string | undefined
  readonly kind?: string | undefined
  readonly aliases?: readonly string[] | undefined
}

/**
 * Plans the file of a new organisation.
 * @param isOther is it known to differ from those that look like it?
 * @throws UsageError if its id is taken, or one that looks like it exists
 */
export function newOrganisation(
  register: Register,
  { name, id: chosen, kind = 'unknown', aliases = [] }: NewOrganisation,
  isOther: boolean,
): Change {
  const id = newId(register, 'organisation', chosen, name)
  if (!isOther) refuseAlike(register.organisations, { name, aliases })
  const place = { register, schema: organisationSchema }
  const value: Record<string, Written> = {
    name: checkedText({ ...place, path: ['name'] }, name),
    ...(aliases.length > 0 && { aliases: checkedList({ ...place, path: ['aliases'], named: '--alias' }, aliases) }),
    kind: checkedText({ ...place, path: ['kind'], named: '--kind' }, kind),
  }
  return {
    edits: [],
    created: [{ file: `organisations/${id}.yaml`, value }],
    sentence: `${name.trim()} is in the register as ${id}`,
  }
}
