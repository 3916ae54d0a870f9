import {
  sayCondition,
  type Comparison,
  type Condition,
  type FactType,
  type Operand,
  type Wanted,
} from '../model/condition.js'
import type { FactValues } from './facts.js'

/** What is known, by name: the facts of a partnership, or the columns of a row. */
export type AskedFacts = Readonly<Record<string, FactValues>>

export type Truth = 'true' | 'false' | 'unknown'
export interface Verdict {
  readonly truth: Truth
  /** What made it so, in words: `kind is contract`, or `whether care is true is not known`. */
  readonly reasons: readonly string[]
}

/** Rank of a tier by its id, for `tier: {at-least: …}`. */
export type TierRank = (id: string) => number

/** Does a condition hold? A fact that is not known leaves it unknown, unless the rest decides. */
export function evaluate(condition: Condition, facts: AskedFacts, rank: TierRank): Verdict {
  switch (condition.op) {
    case 'all':
      return combine(
        condition.of.map((it) => evaluate(it, facts, rank)),
        'false',
      )
    case 'any':
      return combine(
        condition.of.map((it) => evaluate(it, facts, rank)),
        'true',
      )
    case 'not': {
      const { truth, reasons } = evaluate(condition.of, facts, rank)
      return truth === 'unknown'
        ? { truth, reasons }
        : { truth: truth === 'true' ? 'false' : 'true', reasons: [sayCondition(condition)] }
    }
    default:
      return compare(condition, facts, rank)
  }
}

/** Does a condition hold for any of several? One that holds decides. */
export function evaluateAny(condition: Condition, all: readonly AskedFacts[], rank: TierRank): Verdict {
  return combine(
    all.map((facts) => evaluate(condition, facts, rank)),
    'true',
  )
}

/** `all` is decided by one false, `any` by one true; what is left over may be unknown. */
function combine(verdicts: Verdict[], deciding: 'true' | 'false'): Verdict {
  const decided = verdicts.find((it) => it.truth === deciding)
  if (decided !== undefined) return decided
  const open = verdicts.filter((it) => it.truth === 'unknown')
  if (open.length > 0) return { truth: 'unknown', reasons: open.flatMap((it) => it.reasons) }
  return { truth: deciding === 'true' ? 'false' : 'true', reasons: verdicts.flatMap((it) => it.reasons) }
}

function compare(
  condition: Exclude<Condition, { op: 'all' | 'any' | 'not' }>,
  facts: AskedFacts,
  rank: TierRank,
): Verdict {
  const values = facts[condition.fact]
  const unknown: Verdict = { truth: 'unknown', reasons: [`${condition.label} is not known`] }
  if (values === undefined) return unknown
  if (isNoTier(condition, rank))
    return { truth: 'unknown', reasons: [`${condition.written} is no tier of this policy`] }
  if (condition.op === 'one-of') {
    const found = values.find((value) => condition.values.some((wanted) => isSame(value, wanted)))
    if (found === undefined && values.isOpen) return unknown
    if (found === undefined) return { truth: 'false', reasons: [sayCondition(condition)] }
    const wanted = condition.values.find((it) => isSame(found, it))
    const written = typeof wanted === 'object' ? wanted.written : String(found)
    return { truth: 'true', reasons: [sayCondition({ ...condition, written })] }
  }
  const { op, value: wanted } = condition
  const holds = values.some((value) =>
    inOrder(op, order(condition.type, value, rank), order(condition.type, edge(op, wanted), rank)),
  )
  return { truth: holds ? 'true' : 'false', reasons: [sayCondition(condition)] }
}

/** A day is one that is not exact when it is within it. */
const isSame = (value: Operand, wanted: Wanted): boolean =>
  typeof wanted === 'object' ? wanted.first <= value && value <= wanted.last : value === wanted

/** The day of an inexact one that decides: what is up to June 2019, or after it, is told from others by the 30th. */
const edge = (op: Comparison, wanted: Wanted): Operand =>
  typeof wanted !== 'object' ? wanted : op === 'at-most' || op === 'above' ? wanted.last : wanted.first

/** A misspelt tier must not make `at-least` hold for all. */
const isNoTier = (condition: Parameters<typeof compare>[0], rank: TierRank) =>
  condition.type === 'tier' && condition.op !== 'one-of' && rank(String(condition.value)) === -1

const order = (type: FactType, value: Operand, rank: TierRank): Operand =>
  type === 'tier' ? rank(String(value)) : value

function inOrder(op: Comparison, a: Operand, b: Operand): boolean {
  if (op === 'at-least') return a >= b
  if (op === 'at-most') return a <= b
  return op === 'above' ? a > b : a < b
}
