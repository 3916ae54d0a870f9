import { forceOf } from '../model/grounds.js'
import { getOrMake, grouped } from '../model/order.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from './answers.js'
import { isStricter, isSure, type DocumentDuty } from './documents.js'

/** A document that is required, or may be, with a partnership that needs it. */
export interface Requirement {
  readonly partnership: Partnership
  readonly duty: DocumentDuty
}

/** A document that several partnerships may require: the strictest requirement, and all of them. */
export interface DistinctRequirement extends Requirement {
  readonly all: readonly Requirement[]
}

/** What is required of some partnerships, in the order of the policy for each. */
export const requirementsOf = (policy: PolicyAnswers, partnerships: readonly Partnership[]): Requirement[] =>
  partnerships.flatMap((partnership) => policy.documentsAsShown(partnership).map((duty) => ({ partnership, duty })))

/** The type and holder of a document: a partner’s document is one, however many partnerships use it. */
const holderKey = (it: Requirement): string => `${it.duty.type} ${holderOf(it)}`

const holderOf = ({ partnership, duty: { organisation } }: Requirement) =>
  organisation === undefined ? `partnership ${partnership.id}` : `organisation ${organisation.id}`

/** Each type and holder once, for counting and comparing. */
export const distinctByHolder = (requirements: readonly Requirement[]): DistinctRequirement[] =>
  distinctBy(requirements, holderKey)

/**
 * Each type and place once, for showing; the place is the document, or the file where it would be. A partner may have a
 * document in the file of one partnership, and lack it for another.
 */
export const distinctByPlace = (requirements: readonly Requirement[]): DistinctRequirement[] =>
  distinctBy(requirements, placeKey)

const placeKey = ({ duty: { type, at } }: Requirement) => `${type} ${at.file} ${at.path.join(' ')}`

const distinctBy = (requirements: readonly Requirement[], key: (it: Requirement) => string): DistinctRequirement[] =>
  grouped(requirements, key).map((all) => ({
    ...all.reduce((known, it) => (isStricter(it.duty, known.duty) ? it : known)),
    all,
  }))

/**
 * Each document once: where one document of a holder meets several requirements, or would meet them, only the one for its
 * own type is left. A section 75 agreement is an agreement: where both are required, only one document is.
 */
export function distinctByDocument(requirements: readonly DistinctRequirement[]): DistinctRequirement[] {
  const met = metByOthers(requirements)
  if (met.size === 0) return [...requirements]
  const others = new Map<DistinctRequirement, Requirement[]>()
  for (const [demand, by] of met) {
    let last = by
    while (met.has(last)) last = met.get(last)!
    others.set(last, [...(others.get(last) ?? []), ...demand.all])
  }
  return requirements
    .filter((it) => !met.has(it))
    .map((it) => (others.has(it) ? { ...it, all: [...it.all, ...others.get(it)!] } : it))
}

/** Requirements that the document of another one meets, or would meet, each with that other one. */
export function metByOthers(
  requirements: readonly DistinctRequirement[],
): ReadonlyMap<DistinctRequirement, DistinctRequirement> {
  const met = new Map<DistinctRequirement, DistinctRequirement>()
  for (const ofHolder of byHolder(requirements))
    for (const it of ofHolder) {
      const other = ofHolder.find((by) => meetsToo(by, it, ofHolder))
      if (other !== undefined) met.set(it, other)
    }
  return met
}

/** As `grouped` by `holderOf`, without a text for each of thousands. */
function byHolder(requirements: readonly DistinctRequirement[]): Iterable<readonly DistinctRequirement[]> {
  const groups = new Map<object | string, DistinctRequirement[]>()
  for (const it of requirements) getOrMake(groups, it.duty.organisation ?? it.partnership.id, () => []).push(it)
  return groups.values()
}

/** Does the document of another requirement of the same holder meet this one as well? */
function meetsToo(by: DistinctRequirement, it: DistinctRequirement, all: readonly DistinctRequirement[]): boolean {
  const other = by.duty
  const { duty } = it
  if (by === it || other.type === duty.type) return false
  // what must be there is never lost in what only should be
  if (forceOf(duty.basis) === 'must' && forceOf(other.basis) === 'should') return false
  if (duty.document !== undefined) {
    if (other.document !== duty.document) return false
    return isOwn(other) === isOwn(duty) ? isBefore(by, it, all) : isOwn(other)
  }
  if (isThere(duty) || isThere(other) || !isSure(other) || !duty.servedBy.has(other.type)) return false
  // a partnership that requires less need not wait for what others require
  if (!it.all.every(({ partnership }) => by.all.some((other) => other.partnership === partnership))) return false
  return !other.servedBy.has(duty.type) || isBefore(by, it, all)
}

const isBefore = <T>(a: T, b: T, all: readonly T[]) => all.indexOf(a) < all.indexOf(b)
const isOwn = ({ type, document }: DocumentDuty) => type === document?.type
const isThere = ({ state }: DocumentDuty) => state !== 'missing' && state !== 'needed-before-start'

/** The partnerships that use a document: those that certainly require it, or, if none does, those that may. */
export function usedIn({ all }: DistinctRequirement): Partnership[] {
  const sure = all.filter(({ duty }) => isSure(duty))
  return (sure.length > 0 ? sure : all).map((it) => it.partnership)
}

/**
 * Every document that is required in a register of its partnerships and organisations, once, with the strictest requirement
 * and all others; worked out once, as many rules need it.
 */
export function distinctRequirements(
  { partnerships, organisations }: Register,
  policy: PolicyAnswers,
): readonly DistinctRequirement[] {
  const known = once.get(policy)
  if (known?.partnerships === partnerships) return known.requirements
  const ids = new Set(organisations.map((it) => it.id))
  const isOfThese = ({ organisation }: DocumentDuty) => organisation === undefined || ids.has(organisation.id)
  const required = partnerships.flatMap((partnership) =>
    policy
      .documents(partnership)
      .filter(isOfThese)
      .map((duty): Requirement => ({ partnership, duty: policy.asShown(duty) })),
  )
  const requirements = distinctByDocument(strictestOf(required))
  once.set(policy, { partnerships, requirements })
  return requirements
}

const once = new WeakMap<
  PolicyAnswers,
  { readonly partnerships: Register['partnerships']; readonly requirements: readonly DistinctRequirement[] }
>()

/** Like `distinctByPlace`, but faster for thousands: a document that a partnership holds itself is required only there. */
function strictestOf(requirements: readonly Requirement[]): DistinctRequirement[] {
  const found: DistinctRequirement[] = []
  const ofPartners = new Map<string, { readonly index: number; readonly all: Requirement[] }>()
  for (const it of requirements) {
    const key = it.duty.organisation && placeKey(it)
    const earlier = key === undefined ? undefined : ofPartners.get(key)
    if (earlier !== undefined) {
      earlier.all.push(it)
      if (isStricter(it.duty, found[earlier.index]!.duty)) found[earlier.index] = { ...it, all: earlier.all }
      continue
    }
    const all = [it]
    if (key !== undefined) ofPartners.set(key, { index: found.length, all })
    found.push({ ...it, all })
  }
  return found
}
