import type { Register } from '../model/register.js'
import { currencyOf } from '../model/register-currency.js'
import { isShorter, type Duration } from '../model/duration.js'
import type { Policy } from '../model/policy.js'
import type { Because } from '../model/place.js'
import { cadenceOf } from './cadence.js'
import { evaluate, truthOf, type TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'

/** How long a document stays valid, and the policy entry that decides it; no length where it never expires. */
export interface Validity {
  readonly length: Duration | undefined
  readonly because: readonly Because[]
}

interface ValidityContext {
  readonly facts: Facts
  readonly tier: string
  readonly policy: MergedPolicy
  readonly rank: TierRank
  readonly register: Register
}

/**
 * The first of `valid-when` that holds, or else the cadence of the tier or the plain length. Unknown never lengthens: where
 * it is not known which holds, the shortest that may hold counts. docs/domain.md, section 4.
 */
export function validityOf(entry: InForce<Policy['documents'][string]>, context: ValidityContext): Validity {
  const possible: Validity[] = []
  for (const [index, { when, valid }] of entry.data['valid-when'].entries()) {
    const truth = truthOf(when, context.facts, context.rank)
    if (truth === 'false') continue
    const { reasons } = evaluate(when, context.facts, context.rank, currencyOf(context.register))
    const doubt = truth === 'unknown' ? ', so the shortest time counts' : ''
    possible.push(lasting(entry, valid, ['valid-when', index], `: ${reasons.join(', ')}${doubt}`))
    if (truth === 'true') return shortest(possible)
  }
  return shortest([...possible, usual(entry, context)])
}

function usual(entry: InForce<Policy['documents'][string]>, { tier, policy }: ValidityContext): Validity {
  const by = entry.data['valid-by']
  if (by === undefined) return lasting(entry, entry.data.valid ?? 'none', ['valid'])
  const cadence = cadenceOf(by, tier, policy)
  return { length: cadence?.every, because: cadence?.because ?? [] }
}

function lasting({ at }: InForce<unknown>, valid: Duration | 'none', path: readonly (string | number)[], reason = '') {
  if (valid === 'none') return { length: undefined, because: [] }
  return {
    length: valid,
    because: [{ text: `valid for ${valid.written}${reason}`, at: { ...at, path: [...at.path, ...path] } }],
  }
}

const shortest = (all: readonly Validity[]) => all.reduce((best, it) => (isShorter(it.length, best.length) ? it : best))
