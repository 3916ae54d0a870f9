import { countFigure, type CountFigure } from '../../figures/figure.js'
import { sourceOf } from '../../figures/yearly.js'
import { ORGANISATION_KINDS, type Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { by } from '../../model/order.js'
import { inWords } from '../../model/words.js'
import { nameOf } from '../phrases.js'
import { stakeOf, type Carrier, type Stake } from './carrier.js'
import type { Family, Scope } from './scope.js'
import { successorOf } from '../../model/successor.js'
import type { Section } from './view.js'

type Partner = Partnership['partners'][number]

/** An organisation with what runs through it, and the entries as partner by which it is in each. */
export interface Taking extends Carrier {
  readonly organisation: Organisation
  readonly entries: readonly { readonly stake: Stake; readonly partners: readonly Partner[] }[]
}

/** Organisations beside ours that take part in something, those in most partnerships first; of as many, by name. */
export function takingPart(scope: Scope): Taking[] {
  return scope.register.organisations
    .filter((it) => scope.counted(it.id) === it)
    .map((organisation) => {
      const entries = scope.families.flatMap((family) => entryOf(scope, family, organisation) ?? [])
      return {
        id: organisation.id,
        name: organisation.name,
        organisation,
        entries,
        stakes: entries.map((it) => it.stake),
      }
    })
    .filter((it) => it.entries.length > 0)
    .sort((a, b) => b.stakes.length - a.stakes.length || by<Taking>((it) => it.name)(a, b))
}

/** How an organisation, with those merged into it, is in a partnership. */
const entryOf = (scope: Scope, family: Family, organisation: Organisation): Taking['entries'][number] | undefined =>
  stakeOf(scope.register, family, (partner) => scope.counted(partner.organisation) === organisation)

/** A row for each organisation: where it is, how significant that is, what it does there, and what people depend on. */
export function organisationRows(scope: Scope, taking: readonly Taking[]): Section<'organisations'>['organisations'] {
  const { register, policy, asOf } = scope
  return taking.map((it) => {
    const { organisation, name, stakes, entries } = it
    const count = (how: string, fits: (stake: Stake) => boolean) =>
      countFigure(`partnerships of ${name}: ${how}`, stakes.filter(fits).map(sourceOfStake))
    const care = (stake: Stake) => factOf(stake, (part) => policy.facts(part).care?.includes(true))
    const data = (stake: Stake) =>
      factOf(stake, (part) => policy.facts(part).data?.some((level) => PERSONAL.includes(String(level))))
    return {
      name,
      kind: organisation.kind === 'unknown' ? null : ORGANISATION_KINDS[organisation.kind],
      merged: register.organisations
        .filter((other) => other !== organisation && successorOf(register, other.id, asOf) === organisation.id)
        .map((other) => other.name),
      members: organisation.members.map((id) => nameOf(register, id)),
      groups: taking
        .filter((group) => group.organisation.members.some((id) => scope.counted(id) === organisation))
        .map((group) => group.name),
      partnerships: count('all', () => true),
      named: stakes.map((stake) => stake.family.root.name),
      tiers: tiersOf(scope, count),
      roles: rolesOf(it),
      withoutRole: countFigure(
        `partnerships of ${name}: no role stated`,
        entries
          .filter(({ partners }) => partners.every((partner) => partner.roles.length === 0))
          .map(({ stake }) => sourceOfStake(stake)),
      ),
      care: count('people get care', (stake) => care(stake) === true),
      careUnknown: count('whether people get care is not known', (stake) => care(stake) === undefined),
      data: count('personal data pass', (stake) => data(stake) === true),
      dataUnknown: count('whether personal data pass is not known', (stake) => data(stake) === undefined),
    }
  })
}

const PERSONAL: readonly string[] = ['personal', 'special-category']
const sourceOfStake = ({ family }: Stake) => sourceOf(family.root)

/** A fact of the whole, or of the parts that it is in: true where it holds of one, unknown where none is known to. */
function factOf({ family, parts }: Stake, fact: (it: Partnership) => boolean | undefined): boolean | undefined {
  const answers = (parts.length === 0 ? [family.root] : parts).map(fact)
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function tiersOf(
  { policy }: Scope,
  count: (how: string, fits: (stake: Stake) => boolean) => CountFigure,
): { name: string; count: CountFigure }[] {
  return policy.policy
    .entries('tiers')
    .map(({ id }) => ({ name: id, count: count(id, ({ family }) => policy.tier(family.root).id === id) }))
    .filter((it) => it.count.count > 0)
    .sort((a, b) => policy.rank(b.name) - policy.rank(a.name))
}

/** What it does, the commonest first; a partnership in which it does two things counts under both. */
function rolesOf({ name, entries }: Taking): { name: string; count: CountFigure }[] {
  const roles = [...new Set(entries.flatMap(({ partners }) => partners.flatMap((it) => it.roles)))]
  return roles
    .map((role) => ({
      name: inWords(role),
      count: countFigure(
        `partnerships in which ${name} is ${inWords(role)}`,
        entries
          .filter(({ partners }) => partners.some((it) => it.roles.includes(role)))
          .map(({ stake }) => sourceOfStake(stake)),
      ),
    }))
    .sort((a, b) => b.count.count - a.count.count || by<typeof a>((it) => it.name)(a, b))
}
