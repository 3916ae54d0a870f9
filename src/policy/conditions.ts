import {
  formatCondition,
  type Comparison,
  type Condition,
  type FactName,
  type FactType,
  type Operand,
  type Wanted,
} from '../model/condition.js'
import type { FactValues } from './facts.js'

/** What is known, by name: the facts of a partnership, or the columns of a row. */
export type KnownFacts = Readonly<Record<string, FactValues>>

export type Truth = 'true' | 'false' | 'unknown'
export interface Verdict {
  readonly truth: Truth
  /** Why, in words: `kind is contract`, or `whether care is true is not known`. */
  readonly reasons: readonly string[]
}

/** Rank of a tier by its id, for `tier: {at-least: …}`. */
export type TierRank = (id: string) => number

/**
 * Does a condition hold, and why? It is unknown where a fact that it needs is not known. Where the reasons are not needed,
 * `truthOf` is far quicker.
 * @param currency that of the register, for the reasons
 */
export const evaluate = (condition: Condition, facts: KnownFacts, rank: TierRank, currency?: string): Verdict => ({
  truth: truthOf(condition, facts, rank),
  reasons: reasonsOf(condition, facts, { rank, currency }),
})

/** Does a condition hold for any of several? */
export function evaluateAny(
  condition: Condition,
  all: readonly KnownFacts[],
  rank: TierRank,
  currency?: string,
): Verdict {
  const truth = (facts: KnownFacts) => truthOf(condition, facts, rank)
  const decide = deciding(all, truth, 'true')
  return {
    truth: decide.length === 0 ? 'false' : truth(decide[0]!),
    // nobody asks why of most verdicts
    get reasons() {
      return decide.flatMap((facts) => reasonsOf(condition, facts, { rank, currency }))
    },
  }
}

/** Does a condition hold? */
export function truthOf(condition: Condition, facts: KnownFacts, rank: TierRank): Truth {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const decides = DECIDES[condition.op]
      let open = false
      for (const part of condition.of) {
        const truth = truthOf(part, facts, rank)
        if (truth === decides) return decides
        open ||= truth === 'unknown'
      }
      return open ? 'unknown' : NEGATED[decides]
    }
    case 'not':
      return NEGATED[truthOf(condition.of, facts, rank)]
    default:
      return compare(condition, facts, rank)
  }
}

/** The unknown facts that leave it open whether a condition holds. */
export function unknownFacts(condition: Condition, facts: KnownFacts, rank: TierRank): FactName[] {
  const isOpen = (it: Condition) => truthOf(it, facts, rank) === 'unknown'
  if (!isOpen(condition)) return []
  switch (condition.op) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.filter(isOpen).flatMap((it) => unknownFacts(it, facts, rank)))]
    case 'not':
      return unknownFacts(condition.of, facts, rank)
    default:
      return [condition.fact as FactName]
  }
}

/** Does a condition compare a fact? */
export function namesFact(condition: Condition, fact: FactName): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.some((it) => namesFact(it, fact))
    case 'not':
      return namesFact(condition.of, fact)
    default:
      return condition.fact === fact
  }
}

/** What is needed to word reasons. */
interface Wording {
  readonly rank: TierRank
  readonly currency: string | undefined
}

function reasonsOf(condition: Condition, facts: KnownFacts, wording: Wording): readonly string[] {
  const truth = (it: Condition) => truthOf(it, facts, wording.rank)
  switch (condition.op) {
    case 'all':
    case 'any':
      return explaining(condition, truth).flatMap((it) => reasonsOf(it, facts, wording))
    case 'not':
      return truth(condition) === 'unknown'
        ? reasonsOf(condition.of, facts, wording)
        : [formatCondition(condition, wording.currency)]
    default:
      return [formatComparison(condition, facts, wording)]
  }
}

/** `all` is decided by one false, `any` by one true. */
const DECIDES = { all: 'false', any: 'true' } as const
const NEGATED = { true: 'false', false: 'true', unknown: 'unknown' } as const

/** The parts that explain the result: the first that decides it, or else those that are unknown, or else all. */
function deciding<T>(parts: readonly T[], truth: (part: T) => Truth, decides: 'true' | 'false'): readonly T[] {
  const decided = parts.find((it) => truth(it) === decides)
  if (decided !== undefined) return [decided]
  const open = parts.filter((it) => truth(it) === 'unknown')
  return open.length > 0 ? open : parts
}

/** The parts to name; of what is not known every one, as each answer counts. */
function explaining(condition: Condition & { op: 'all' | 'any' }, truth: (part: Condition) => Truth) {
  const parts = deciding(condition.of, truth, DECIDES[condition.op])
  return truth(condition) === 'unknown' ? parts : positive(parts)
}

/** What excludes others explains nothing about those that are in: it is left out where there is more to say. */
function positive(parts: readonly Condition[]): readonly Condition[] {
  const said = parts.filter((it) => it.op !== 'not' && !(it.op === 'all' && it.of.every((part) => part.op === 'not')))
  return said.length > 0 ? said : parts
}

type Compared = Exclude<Condition, { op: 'all' | 'any' | 'not' }>

function compare(condition: Compared, facts: KnownFacts, rank: TierRank): Truth {
  const values = facts[condition.fact]
  if (values === undefined || isNoTier(condition, rank)) return 'unknown'
  if (condition.op === 'one-of') {
    if (values.some((value) => condition.values.some((wanted) => isSame(value, wanted)))) return 'true'
    return values.isOpen ? 'unknown' : 'false'
  }
  const { op, type } = condition
  const wanted = order(type, edge(op, condition.value), rank)
  return values.some((value) => inOrder(op, order(type, value, rank), wanted)) ? 'true' : 'false'
}

/** The result of a comparison in words. */
function formatComparison(condition: Compared, facts: KnownFacts, { rank, currency }: Wording): string {
  const values = facts[condition.fact]
  if (values !== undefined && isNoTier(condition, rank)) return `${condition.written} is no tier of this policy`
  const truth = compare(condition, facts, rank)
  if (truth === 'unknown') return `${condition.label} is not known`
  const label = values?.called ?? condition.label
  if (truth === 'false' || condition.op !== 'one-of') return formatCondition({ ...condition, label }, currency)
  const found = values!.find((value) => condition.values.some((it) => isSame(value, it)))!
  const wanted = condition.values.find((it) => isSame(found, it))
  return formatCondition({ ...condition, written: typeof wanted === 'object' ? wanted.written : String(found) })
}

/** A day equals an inexact day that it is within. */
const isSame = (value: Operand, wanted: Wanted): boolean =>
  typeof wanted === 'object' ? wanted.first <= value && value <= wanted.last : value === wanted

/** The end of an inexact day that decides: `at-most` and `above` June 2019 compare with the 30th. */
const edge = (op: Comparison, wanted: Wanted): Operand =>
  typeof wanted !== 'object' ? wanted : op === 'at-most' || op === 'above' ? wanted.last : wanted.first

/** A misspelt tier must not make `at-least` hold for all. */
const isNoTier = (condition: Compared, rank: TierRank) =>
  condition.type === 'tier' && condition.op !== 'one-of' && rank(String(condition.value)) === -1

const order = (type: FactType, value: Operand, rank: TierRank): Operand =>
  type === 'tier' ? rank(String(value)) : value

function inOrder(op: Comparison, a: Operand, b: Operand): boolean {
  if (op === 'at-least') return a >= b
  if (op === 'at-most') return a <= b
  return op === 'above' ? a > b : a < b
}
