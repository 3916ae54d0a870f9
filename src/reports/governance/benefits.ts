import { capital } from '../../model/words.js'
import type { Partnership } from '../../model/partnership.js'
import { grouped } from '../../model/order.js'
import type { About } from '../about/about.js'
import { describeObjective } from '../about/identity.js'
import { section } from '../define-paper.js'
import { each, flag, maybe, rows, text } from '../view-parts.js'
import { rowFrom } from '../rows/row-from.js'

type Benefit = Partnership['benefits'][number]

/** Its benefits: measured ones, the others by whom they are for, and figures. */
export const benefits = section(
  {
    /** Is a result recorded for any benefit? */
    hasReached: flag,
    measured: rows({ title: text, ...each(maybe, 'note', 'for', 'measure', 'baseline', 'target', 'due', 'actual') }),
    /** Benefits without measure or target, by whom and what they are for. */
    unmeasured: rows({ heading: text, list: rows({ title: text, note: maybe }) }),
    measures: rows({ title: text, note: maybe, period: maybe, actual: maybe, target: maybe }),
  },
  (about: About) => {
    const { benefits: all, measures } = about.partnership
    const heading = (it: Benefit) => headingOf(about, it)
    return {
      hasReached: all.some((it) => it.actual !== undefined),
      measured: all
        .filter(isMeasured)
        .map((it) => rowFrom(it, 'title', 'note', 'for', 'measure', 'baseline', 'target', 'due', 'actual')),
      unmeasured: grouped(
        all.filter((it) => !isMeasured(it)),
        heading,
      ).map((same) => ({
        heading: heading(same[0]!),
        list: same.map((it) => rowFrom(it, 'title', 'note')),
      })),
      measures: measures.map((it) => rowFrom(it, 'title', 'note', 'period', 'actual', 'target')),
    }
  },
)

const isMeasured = ({ measure, baseline, target, actual, due }: Benefit) =>
  [measure, baseline, target, actual, due].some((it) => it !== undefined)

/** `Patients; objective 3, …`: who gains and which objective is served, for benefits that share both. */
function headingOf({ register }: About, { for: whom, objective }: Benefit): string {
  const served = objective && `objective ${describeObjective(register, objective)}`
  return capital([whom, served].filter((it) => it !== undefined).join('; ')) || 'Beneficiary not recorded'
}
