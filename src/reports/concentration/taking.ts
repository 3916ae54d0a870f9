import { by } from '../../model/order.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { stakeOf, type Carrier, type Stake } from './carrier.js'
import type { Family } from './families.js'

type Partner = Partnership['partners'][number]

/** An organisation with what runs through it, and the entries as partner by which it is in each. */
export interface Taking extends Carrier {
  readonly organisation: Organisation
  readonly entries: readonly { readonly stake: Stake; readonly partners: readonly Partner[] }[]
}

interface Needs {
  readonly register: Register
  readonly families: readonly Family[]
  /** The organisation that an id counts as. */
  counted(id: string | undefined): Organisation | undefined
}

/** Organisations beside ours that take part in something, those in most partnerships first; of as many, by name. */
export function takingPart(scope: Needs): Taking[] {
  return scope.register.organisations
    .filter((it) => scope.counted(it.id) === it)
    .map((organisation) => {
      const entries = scope.families.flatMap((family) => entryOf(scope, family, organisation) ?? [])
      return { name: organisation.name, organisation, entries, stakes: entries.map((it) => it.stake) }
    })
    .filter((it) => it.entries.length > 0)
    .sort((a, b) => b.stakes.length - a.stakes.length || by<Taking>((it) => it.name)(a, b))
}

/** How an organisation, with those merged into it, is in a partnership. */
const entryOf = (scope: Needs, family: Family, organisation: Organisation): Taking['entries'][number] | undefined =>
  stakeOf(scope.register, family, (partner) => scope.counted(partner.organisation) === organisation)
