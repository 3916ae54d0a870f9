import type { Organisation } from '../../model/organisation.js'
import { lookUp } from '../../model/look-up.js'
import { successorOf } from '../../model/successor.js'
import { partnershipsOf } from '../../model/participation.js'
import type { State } from '../state.js'

/** The running partnerships that an organisation, or what it became, takes part in; itself where it does in none. */
export function usersOf(it: Organisation, { register, asOf }: State): readonly { readonly name: string }[] {
  const id = successorOf(register, it.id, asOf)
  const now = lookUp(register).organisation.get(id) ?? it
  const found = id === register.settings.organisation ? [] : partnershipsOf(register, now, asOf)
  return found.length === 0 ? [it] : found
}
