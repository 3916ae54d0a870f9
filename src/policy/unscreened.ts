import type { Partnership } from '../model/partnership.js'
import { truthOf, type TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { MergedPolicy } from './merge.js'

/**
 * Is it one of those that policy asks about rather than raises, with neither money nor data recorded? Then one question
 * comes before all documents: do money or personal data pass, and is it still alive? A part has the answers of its whole.
 */
export function isUnscreened(policy: MergedPolicy, partnership: Partnership, facts: Facts, rank: TierRank): boolean {
  const except = policy.single('unscreened')?.except
  const { status, value, data, unknown, parent } = partnership
  if (except === undefined || status === 'ended' || parent !== undefined || value !== undefined || data !== undefined)
    return false
  if ('value' in unknown || 'data' in unknown) return false
  return truthOf(except, facts, rank) === 'true'
}
