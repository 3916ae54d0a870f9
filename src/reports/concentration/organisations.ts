import { counter, type CountFigure } from '../../figures/figure.js'
import { sourceOf } from '../../figures/yearly.js'
import { ORGANISATION_KINDS } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { by } from '../../model/order.js'
import { inWords } from '../../model/words.js'
import { nameOf } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, maybe, rows, text, texts } from '../view-parts.js'
import { countStakes, type Stake } from './carrier.js'
import type { Scope } from './scope.js'
import type { Taking } from './taking.js'
import { successorOf } from '../../model/participation.js'

const shape = {
  /** Those in most partnerships first. */
  organisations: rows({
    name: text,
    kind: maybe,
    /** What was merged into it and is counted with it. */
    merged: texts,
    members: texts,
    /** Groups that take part and that it is a member of; they are not counted with it. */
    groups: texts,
    partnerships: count,
    named: texts,
    tiers: rows({ name: text, count }),
    roles: rows({ name: text, count }),
    ...each(count, 'withoutRole', 'care', 'careUnknown', 'data', 'dataUnknown'),
  }),
}

/** A row for each organisation: its partnerships, their tiers, its roles, and whether people get care. */
export const organisations = section(shape, (scope: Scope) => {
  const { register, policy, asOf, taking } = scope
  const rowOf = (it: Taking) => {
    const { organisation, name, stakes, entries } = it
    const counted = (how: string, fits: (stake: Stake) => boolean) =>
      countStakes(`partnerships of ${name}: ${how}`, stakes, fits)
    const care = (stake: Stake) => factOf(stake, (part) => policy.facts(part).care?.includes(true))
    const data = (stake: Stake) =>
      factOf(stake, (part) => policy.facts(part).data?.some((level) => PERSONAL.includes(String(level))))
    return {
      name,
      kind: organisation.kind === 'unknown' ? undefined : ORGANISATION_KINDS[organisation.kind],
      merged: register.organisations
        .filter((other) => other !== organisation && successorOf(register, other.id, asOf) === organisation.id)
        .map((other) => other.name),
      members: organisation.members.map((id) => nameOf(register, id)),
      groups: taking
        .filter((group) => group.organisation.members.some((id) => scope.counted(id) === organisation))
        .map((group) => group.name),
      partnerships: counted('all', () => true),
      named: stakes.map((stake) => stake.family.root.name),
      tiers: tiersOf(scope, counted),
      roles: rolesOf(it),
      withoutRole: countEntries(`partnerships of ${name}: no role stated`, entries, ({ partners }) =>
        partners.every((partner) => partner.roles.length === 0),
      ),
      care: counted('care is delivered', (stake) => care(stake) === true),
      careUnknown: counted('whether care is delivered is not known', (stake) => care(stake) === undefined),
      data: counted('personal data are shared', (stake) => data(stake) === true),
      dataUnknown: counted('whether personal data are shared is not known', (stake) => data(stake) === undefined),
    }
  }
  return { organisations: taking.map(rowOf) }
})

const PERSONAL: readonly string[] = ['personal', 'special-category']
/** Counts its partnerships by its entries as a partner. */
const countEntries = counter<Taking['entries'][number]>(({ stake }) => sourceOf(stake.family.root))

/** A fact of the whole, or of the parts that it is in: true where any has it, unknown where any may have it. */
function factOf({ family, parts }: Stake, fact: (it: Partnership) => boolean | undefined): boolean | undefined {
  const answers = (parts.length === 0 ? [family.root] : parts).map(fact)
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function tiersOf({ policy }: Scope, counted: (how: string, fits: (stake: Stake) => boolean) => CountFigure) {
  return policy.policy
    .entries('tiers')
    .map(({ id }) => ({ name: id, count: counted(id, ({ family }) => policy.tier(family.root).id === id) }))
    .filter((it) => it.count.count > 0)
    .sort((a, b) => policy.rank(b.name) - policy.rank(a.name))
}

/** What it does, the commonest first; a partnership in which it does two things counts under both. */
function rolesOf({ name, entries }: Taking) {
  const roles = [...new Set(entries.flatMap(({ partners }) => partners.flatMap((it) => it.roles)))]
  return roles
    .map((role) => ({
      name: inWords(role),
      count: countEntries(`partnerships in which ${name} is ${inWords(role)}`, entries, ({ partners }) =>
        partners.some((it) => it.roles.includes(role)),
      ),
    }))
    .sort((a, b) => b.count.count - a.count.count || by<typeof a>((it) => it.name)(a, b))
}
