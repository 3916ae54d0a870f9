import type { Partnership } from '../../model/partnership.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import type { PaperInput } from '../paper.js'
import { by } from '../../model/order.js'

/** How many an audit draws beside those of the highest tier: that of Oxford Health in 2019 took three. */
const USUAL_SIZE = 3

/** A partnership that is in the sample, and why. */
export interface Sampled {
  readonly partnership: Partnership
  readonly why: 'highest tier' | 'drawn' | 'named'
  /** Its number in the draw; undefined where nothing was drawn. */
  readonly number: string | undefined
}

/** A sample and how it was made. */
export interface Sample {
  readonly seed: string
  /** How many were to be drawn beside the highest tier; undefined where they were named. */
  readonly size: number | undefined
  /** Were fewer available than requested? */
  readonly isAll: boolean
  /** The id of the highest tier. */
  readonly tier: string
  /** What it was taken from: partnerships that have not ended, each with its parts; by name. */
  readonly population: readonly Partnership[]
  /** By name. */
  readonly sampled: readonly Sampled[]
}

/**
 * The sample of an evidence pack: those that were named, or every partnership of the highest tier and some of the
 * others. The others are ordered by a number computed from seed and id, and the first are taken: neither the order of
 * files nor anything else in the register changes the number.
 */
export function sampleOf({ register, policy, asOf, sample }: PaperInput): Sample {
  const { ids = [], size = USUAL_SIZE, seed = asOf } = sample ?? {}
  const population = runningPartnerships(register).wholes
  const tier = highestTier(policy)
  const common = { seed, tier, population }
  if (ids.length > 0) {
    const named = register.partnerships.filter((it) => ids.includes(it.id)).sort(byName)
    const sampled = named.map((partnership): Sampled => ({ partnership, why: 'named', number: undefined }))
    return { ...common, size: undefined, isAll: false, sampled }
  }
  const isHighest = (it: Partnership) => policy.tier(it).id === tier
  const others = population
    .filter((it) => !isHighest(it))
    .map((partnership): Sampled => ({ partnership, why: 'drawn', number: drawNumber(seed, partnership.id) }))
    .sort(by((it) => `${it.number} ${it.partnership.id}`))
  const highest = population
    .filter(isHighest)
    .map((partnership): Sampled => ({ partnership, why: 'highest tier', number: undefined }))
  const sampled = [...highest, ...others.slice(0, size)].sort((a, b) => byName(a.partnership, b.partnership))
  return { ...common, size, isAll: size >= others.length, sampled }
}

const byName = by<Partnership>((it) => `${it.name}\n${it.id}`)

const highestTier = ({ policy, rank }: PaperInput['policy']): string =>
  policy
    .entries('tiers')
    .map((it) => it.id)
    .reduce((best, id) => (rank(id) > rank(best) ? id : best), '')

/**
 * The number of a partnership in the draw of a seed, as eight hexadecimal digits: the 32-bit FNV-1a hash of
 * `seed`, a line feed and the id in UTF-8, mixed once more as MurmurHash3 does at its end, because FNV-1a alone
 * leaves ids that differ in their last letter close together.
 */
export function drawNumber(seed: string, id: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${seed}\n${id}`)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
