import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { roleTitle } from '../../model/role.js'
import { bodyName, nameOf } from '../say.js'

/** A body that a field names by its id: the partnership's own, that of its whole, or one of the register. */
export function bodyOf(register: Register, partnership: Partnership | undefined, id: string) {
  const whole = register.partnerships.find((it) => it.id === partnership?.parent)
  return [partnership, whole, register.settings].flatMap((it) => it?.bodies ?? []).find((it) => it.id === id)
}

/** Whoever a field names: a body, an organisation, the partnership itself, each member, or a role. */
export function sayWho(register: Register, partnership: Partnership | undefined, name: string): string {
  if (name === 'every-member') return 'every member, each for its own'
  if (name === 'member-boards') return 'the Boards of the members'
  if (name === partnership?.id) return 'the partnership'
  const body = bodyOf(register, partnership, name)
  if (body !== undefined) return body.name
  const known = nameOf(register, name)
  return known === name ? (bodyName(register, roleTitle(register.settings, name)) ?? name) : known
}
