import * as z from 'zod'
import {
  describeDirection,
  directionOf,
  isAnyKnown,
  totalFigure,
  totalsByDirection,
  type Direction,
} from '../../figures/totals.js'
import { isOneOff, yearlyValue } from '../../figures/yearly.js'
import type { Register } from '../../model/register.js'
import { hasNoMoney } from '../../policy/facts.js'
import { moneyTables } from '../concentration/money.js'
import { throughShape } from '../concentration/carrier.js'
import { familiesOf } from '../concentration/families.js'
import { section } from '../define-paper.js'
import { valueDoubts } from '../rows/gaps.js'
import { countPartnerships } from '../phrases.js'
import { count, flag, group, money, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  totals: rows({
    direction: z.enum(['income', 'spend', 'pooled', 'not stated']),
    isKnown: flag,
    partnerships: count,
    total: money,
    /** What of it is in doubt, by the table of the largest. */
    doubted: group({ names: texts, sum: money }).nullable(),
  }),
  /** Is any yearly value known, and the direction of any money? */
  hasValues: flag,
  /** Those without a known yearly value, apart from those whose value comes only once. */
  unvalued: count,
  hasWays: flag,
  /** Yearly money through partners that are not named or not stated, and in which partnerships. */
  unnamed: rows({ name: text, of: texts, ...throughShape }),
}

/** What the partnerships are worth by direction of money, and how much is with partners not named. */
export const values = section(shape, (scope: Scope) => {
  const { register, top, over } = scope
  const how = 'the yearly values of partnerships that have not ended, without parts'
  const yearly = top.filter((it) => !isOneOff(it))
  const totals = totalsByDirection(how, top, register)
    .map(({ direction, total }) => ({
      direction,
      isKnown: isAnyKnown(total),
      partnerships: countPartnerships(
        `partnerships with money in this direction, not only once: ${describeDirection(direction)}`,
        yearly,
        (it) => directionOf(it) === direction,
      ),
      total,
      doubted: doubted(over, direction, register),
    }))
    .filter((it) => it.partnerships.count > 0)
  return {
    totals,
    hasValues: totals.some((it) => it.isKnown),
    unvalued: countPartnerships(
      'partnerships of which no yearly value is known',
      yearly,
      (it) => !hasNoMoney(it) && yearlyValue(register, it) === undefined,
    ),
    hasWays: totals.some((it) => it.direction !== 'not stated'),
    // without named organisations the tables hold what runs through the others
    unnamed: moneyTables({ families: familiesOf(register), register }, []).flatMap(({ list }) =>
      list.map(({ name, of, value, unrecorded, left, share }) => ({ name, of, value, unrecorded, left, share })),
    ),
  }
})

/** What of a total is in doubt, by the table of the largest; undefined where nothing is. */
function doubted(over: Scope['over'], direction: Direction, register: Register) {
  const all = over
    .map((it) => it.partnership)
    .filter((it) => directionOf(it) === direction && valueDoubts(it).length > 0)
  if (all.length === 0) return undefined
  return {
    names: all.map((it) => it.name),
    sum: totalFigure('the yearly values of which something is in doubt', all, register),
  }
}
