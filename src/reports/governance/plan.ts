import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { recommendationsOf } from '../../model/recommendations.js'
import { gravestFirst, openRisks, riskName } from '../../model/risk.js'
import { wordsOf } from '../../model/source-words.js'
import type { About } from '../about/about.js'
import { riskRow, riskRows } from '../about/risks.js'
import { countRisks, formatOptionalDay } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, flag, maybe, rows, text } from '../view-parts.js'
import { rowFrom } from '../rows/row-from.js'

/** Current position, milestones, risks, actions and exit. */
export const plan = section(
  {
    position: maybe,
    milestones: rows({ title: text, note: maybe, output: maybe, due: maybe, state: text }),
    hasRisks: flag,
    /** Open risks, the most serious first. */
    risks: riskRows,
    closedRisks: count,
    /** Its own and those of its evaluations; `from` is the evaluation. */
    recommendations: rows({
      title: text,
      ...each(maybe, 'from', 'priority', 'response', 'action', 'owner', 'due', 'done'),
    }),
    actions: rows({ title: text, note: maybe, owner: maybe, due: maybe }),
    exit: maybe,
  },
  ({ partnership, policy: { policy }, asOf }: About) => {
    const { name, milestones, risks, actions, exit } = partnership
    const closed = risks.flatMap((it, index) =>
      it.status === 'closed' ? [{ partnership, index, title: riskName(it) }] : [],
    )
    return {
      position: wordsOf(partnership, 'position'),
      milestones: milestones.map((it) => ({
        ...rowFrom(it, 'title', 'note', 'output', 'due'),
        state: stepState(it, asOf),
      })),
      hasRisks: risks.length > 0 || partnership['risk-summary'] !== undefined,
      risks: openRisks(partnership)
        .sort(gravestFirst)
        .map((it) => riskRow(policy, it)),
      closedRisks: countRisks(`closed risks of ${name}`, closed),
      recommendations: recommendationsOf(partnership).map(({ recommendation, from }) => ({
        ...rowFrom(recommendation, 'title', 'priority', 'response', 'action', 'owner', 'due', 'done'),
        from,
      })),
      actions: actions.filter((it) => it.done === undefined).map((it) => rowFrom(it, 'title', 'note', 'owner', 'due')),
      exit,
    }
  },
)

function stepState({ done, due }: Partnership['milestones'][number], asOf: Day): string {
  if (done !== undefined) return `reached ${formatOptionalDay(done)}`
  return due !== undefined && due.last < asOf ? 'overdue: not recorded as reached' : 'not reached yet'
}
