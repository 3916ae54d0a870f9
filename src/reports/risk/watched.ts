import { formatInexactDay } from '../../model/day.js'
import { by } from '../../model/order.js'
import { section } from '../define-paper.js'
import { group, maybe, rows, text } from '../view-parts.js'
import { letterAndScore, named, namedShape, scoredShape, scoreOf } from './rows.js'
import type { NumberedRisk, Scope, ScoredRisk } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Risks that score more than their target; those where either is not known are left out. */
export const aboveTarget = ({ scored }: Scope): ScoredRisk[] =>
  scored.filter(({ risk, score }) => risk.target !== undefined && score > risk.target)

/** Risks whose mitigation was due before the day of the paper, the longest ago first. */
export const overdue = ({ open, asOf }: Scope): NumberedRisk[] =>
  open.filter(({ risk }) => risk.due !== undefined && risk.due.last < asOf).sort(by(({ risk }) => risk.due!.last))

/** Risks that were accepted. */
export const accepted = ({ open }: Scope): NumberedRisk[] => open.filter(({ risk }) => risk.status === 'accepted')

/** The lists of risks that somebody has to look at. */
export const watched = section(
  {
    aboveTargetList: rows({ ...namedShape, ...scoredShape, target: text, due: maybe }),
    overdueList: rows({ ...namedShape, mitigation: maybe, due: text, owner: maybe }),
    acceptedList: rows({ ...namedShape, score: group(scoredShape).nullable(), by: maybe }),
  },
  (scope: Scope) => ({
    aboveTargetList: aboveTarget(scope).map((it) => ({
      ...named(scope, it),
      ...letterAndScore(it),
      ...rowFrom(it.risk, 'due'),
      target: String(it.risk.target),
    })),
    overdueList: overdue(scope).map((it) => ({
      ...named(scope, it),
      ...rowFrom(it.risk, 'mitigation', 'owner'),
      due: formatInexactDay(it.risk.due!),
    })),
    acceptedList: accepted(scope).map((it) => ({
      ...named(scope, it),
      score: scoreOf(scope, it),
      by: it.risk['accepted-by'],
    })),
  }),
)
