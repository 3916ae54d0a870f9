import { at, type Place } from '../model/place.js'
import { getOrMake } from '../model/order.js'
import type { Policy } from '../model/policy.js'
import type { PolicyFile } from '../model/register.js'

/** Keys of a policy whose entries are known by ids. */
export const POLICY_MAPS = [
  'tiers',
  'points',
  'floors',
  'cadence',
  'documents',
  'self-assessment',
  'quality-review',
  'information-levels',
  'risk-categories',
  'risk-bands',
  'checks',
] as const
export type PolicyMap = (typeof POLICY_MAPS)[number]
type Entry<M extends PolicyMap> = Policy[M][string]

/** An entry in force, with its id and place. */
export interface InForce<T> {
  readonly id: string
  readonly data: T
  readonly at: Place
}

/** The policy in force: own entries over inherited ones. */
export interface MergedPolicy {
  entries<M extends PolicyMap>(map: M): readonly InForce<Entry<M>>[]
  single<K extends 'due-soon' | 'lapsed-after' | 'standard' | 'limits' | 'signals' | 'unscreened'>(
    key: K,
  ): Policy[K] | undefined
  readonly policies: readonly PolicyFile[]
}

/**
 * Merges policies by the ids of their entries; the own policy comes first. An own entry replaces the whole inherited one,
 * and `off` removes it. Each limit and each signal counts as an entry. Entries are in the order of the oldest policy.
 */
export function mergePolicies(policies: readonly PolicyFile[]): MergedPolicy {
  const merged = new Map<PolicyMap, readonly InForce<unknown>[]>()
  return {
    policies,
    entries: (map) => getOrMake(merged, map, () => mergeMap(policies, map)) as never,
    single: (key) => (isMerged(key) ? mergeGroup(policies, key) : firstStated(policies, key)) as never,
  }
}

const firstStated = (policies: readonly PolicyFile[], key: keyof Policy) =>
  policies.find(({ data }) => data[key] !== undefined)?.data[key]

/** Groups whose fields are inherited one by one. */
const MERGED_GROUPS = ['limits', 'signals'] as const
type MergedGroup = (typeof MERGED_GROUPS)[number]
const isMerged = (key: string): key is MergedGroup => (MERGED_GROUPS as readonly string[]).includes(key)

function mergeGroup(policies: readonly PolicyFile[], key: MergedGroup): object | undefined {
  const stated: object[] = policies.flatMap(({ data }) => (data[key] === undefined ? [] : [data[key]]))
  return stated.length === 0 ? undefined : Object.assign({}, ...stated.reverse())
}

function mergeMap<M extends PolicyMap>(policies: readonly PolicyFile[], map: M): InForce<Entry<M>>[] {
  const merged = new Map<string, InForce<Entry<M>>>()
  for (const policy of [...policies].reverse()) {
    for (const [id, data] of Object.entries(policy.data[map]) as [string, Entry<M>][]) {
      if (data.off !== undefined) merged.delete(id)
      else merged.set(id, { id, data, at: at(policy, map, id) })
    }
  }
  return [...merged.values()]
}
