import { formatFigure } from '../../figures/format-figure.js'
import { totalsByDirection, type Direction } from '../../figures/totals.js'
import { ASPECTS } from '../../model/grade.js'
import { type Day, latestAssessment } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { partnerIds, successorOf } from '../../model/participation.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import type { State } from '../fact.js'

/** A total of the whole register before and after; null where there was or is none. */
export interface TotalChange {
  readonly title: string
  readonly before: string | null
  readonly after: string | null
  readonly changed: boolean
}

/** Totals of the register: how many partnerships run, how much money goes which way, how many are graded Red. */
export function comparedTotals(before: State, after: State): TotalChange[] {
  const [older, newer] = [totalsOf(before), totalsOf(after)]
  return [...new Set([...older.keys(), ...newer.keys()])].map((title) => {
    const [was, is] = [older.get(title) ?? null, newer.get(title) ?? null]
    return { title, before: was, after: is, changed: was !== is }
  })
}

/** Proposals are counted separately, as nothing is agreed and no money passes yet. */
function totalsOf({ register, asOf }: State): Map<string, string> {
  const { all, held, parts, proposals, wholeOf } = runningPartnerships(register)
  const agreed = all.filter((it) => wholeOf(it).status !== 'proposed')
  const red = agreed.filter((it) => {
    const latest = latestAssessment(it, asOf)
    return latest !== undefined && ASPECTS.some((aspect) => latest[aspect] === 'R')
  })
  const money = totalsByDirection('running partnerships', held, register)
  return new Map([
    ['Running partnerships', String(held.length)],
    ['Parts of them with a file of their own', String(parts.length)],
    ['Proposed partnerships', String(proposals.length)],
    ['Partner organisations', String(partnersOf(register, agreed, asOf).size)],
    ...money.map(({ direction, total }) => [MONEY[direction], formatFigure(total)] as const),
    ['With a Red grade', String(red.length)],
  ])
}

/** Organisations that take part in running partnerships, with successors in place of merged ones. */
function partnersOf(register: State['register'], running: readonly Partnership[], asOf: Day): Set<string> {
  const ids = new Set(running.flatMap((it) => [...partnerIds(register, it, asOf)]))
  ids.delete(successorOf(register, register.settings.organisation, asOf))
  return ids
}

const MONEY: Readonly<Record<Direction, string>> = {
  income: 'Income a year',
  spend: 'Spend a year',
  pooled: 'Pooled a year',
  'not stated': 'Money a year, direction not stated',
}
