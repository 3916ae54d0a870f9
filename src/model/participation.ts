import type { Day } from './day.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import { successorOf } from './successor.js'

type Partner = Partnership['partners'][number]

/** The ids of the organisations that take part in a partnership, each as what it became. */
export function partnerIds(register: Register, { partners }: Partnership, asOf: Day): ReadonlySet<string> {
  return new Set(
    partners.flatMap((it) => (it.organisation === undefined ? [] : successorOf(register, it.organisation, asOf))),
  )
}

/** The entries by which an organisation, or what was merged into it, takes part in a partnership. */
export function entriesOf(register: Register, { partners }: Partnership, { id }: Organisation, asOf: Day): Partner[] {
  return partners.filter((it) => it.organisation !== undefined && successorOf(register, it.organisation, asOf) === id)
}

/** The partnerships that have not ended and that an organisation, or what was merged into it, takes part in. */
export function partnershipsOf(register: Register, { id }: Organisation, asOf: Day): readonly Partnership[] {
  let ofDay = known.get(register)
  if (ofDay === undefined) known.set(register, (ofDay = new Map()))
  let byId = ofDay.get(asOf)
  if (byId === undefined) ofDay.set(asOf, (byId = byOrganisation(register, asOf)))
  return byId.get(id) ?? []
}

/** Made once a register and day: every organisation is asked for its partnerships, and each column of a list asks again. */
const known = new WeakMap<Register, Map<Day, ReadonlyMap<string, Partnership[]>>>()

function byOrganisation(register: Register, asOf: Day): ReadonlyMap<string, Partnership[]> {
  const found = new Map<string, Partnership[]>()
  for (const it of register.partnerships.filter(({ status }) => status !== 'ended'))
    for (const id of partnerIds(register, it, asOf)) {
      const before = found.get(id)
      if (before === undefined) found.set(id, [it])
      else before.push(it)
    }
  return found
}
