import type { Path } from '../document/node.js'
import { daysBetween, type Day } from '../model/day.js'
import { isShorter, type Duration } from '../model/duration.js'
import type { Because } from '../model/place.js'
import type { Policy } from '../model/policy.js'
import { currencyOf } from '../model/register-currency.js'
import type { Register } from '../model/register.js'
import { cadenceOf } from './cadence.js'
import { evaluate, truthOf, type TierRank } from './conditions.js'
import type { Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'

/** Of what no entry of the policy decides. */
export const NO_ENTRY = (): readonly Because[] => []

/**
 * A return for a year counts until the end of the next one. It is for the year whose end is nearest to its day, as some
 * are made early and some late: a toolkit of 10 April or 15 July 2026 is for the year to 30 June 2026.
 * @param yearEnd month and day, such as `06-30`
 */
export function yearEndAfter(yearEnd: string, day: Day): Day {
  const year = Number(day.slice(0, 4))
  const ends = [year - 1, year, year + 1].map((it) => `${it}-${yearEnd}` as Day)
  const [nearest] = ends.sort((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)))
  return `${Number(nearest!.slice(0, 4)) + 1}-${yearEnd}` as Day
}

/** How long a document stays valid, and the policy entry that decides it; no length where it never expires. */
interface Validity {
  readonly length: Duration | undefined
  readonly because: () => readonly Because[]
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
    const why = () => {
      const { reasons } = evaluate(when, context.facts, context.rank, currencyOf(context.register))
      return `: ${reasons.join(', ')}${truth === 'unknown' ? ', so the shortest time counts' : ''}`
    }
    possible.push(lasting(entry, valid, ['valid-when', index], why))
    if (truth === 'true') return shortest(possible)
  }
  return shortest([...possible, usual(entry, context)])
}

function usual(entry: InForce<Policy['documents'][string]>, { tier, policy }: ValidityContext): Validity {
  const by = entry.data['valid-by']
  if (by === undefined) return lasting(entry, entry.data.valid ?? 'none', ['valid'])
  const cadence = cadenceOf(by, tier, policy)
  return { length: cadence?.every, because: () => cadence?.because ?? [] }
}

function lasting({ at }: InForce<unknown>, valid: Duration | 'none', path: Path, why = () => ''): Validity {
  if (valid === 'none') return { length: undefined, because: NO_ENTRY }
  const because = () => [{ text: `valid for ${valid.written}${why()}`, at: { ...at, path: [...at.path, ...path] } }]
  return { length: valid, because }
}

const shortest = (all: readonly Validity[]) => all.reduce((best, it) => (isShorter(it.length, best.length) ? it : best))
