import type { Day } from './day.js'
import { getOrMake } from './get-or-make.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import { successorOf } from './successor.js'

type Partner = Partnership['partners'][number]

/** The ids of the organisations that take part in a partnership; of one that was merged, that of its successor. */
export function partnerIds(register: Register, { partners }: Partnership, asOf: Day): ReadonlySet<string> {
  return new Set(
    partners.flatMap((it) => (it.organisation === undefined ? [] : successorOf(register, it.organisation, asOf))),
  )
}

/** The entries by which an organisation, or what was merged into it, takes part in a partnership. */
export const entriesOf = (register: Register, { partners }: Partnership, { id }: Organisation, asOf: Day): Partner[] =>
  partners.filter((it) => it.organisation !== undefined && successorOf(register, it.organisation, asOf) === id)

/** The partnerships that have not ended and that an organisation, or what was merged into it, takes part in. */
export function partnershipsOf(register: Register, { id }: Organisation, asOf: Day): readonly Partnership[] {
  const ofDay = getOrMake(known, register, () => new Map())
  return getOrMake(ofDay, asOf, () => byOrganisation(register, asOf)).get(id) ?? []
}

/** Made once for a register and day, as several columns of a list need the partnerships of every organisation. */
const known = new WeakMap<Register, Map<Day, ReadonlyMap<string, Partnership[]>>>()

function byOrganisation(register: Register, asOf: Day) {
  const found = new Map<string, Partnership[]>()
  for (const it of register.partnerships.filter(({ status }) => status !== 'ended'))
    for (const id of partnerIds(register, it, asOf)) getOrMake(found, id, () => []).push(it)
  return found
}
