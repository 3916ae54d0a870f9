import { capital } from '../../model/words.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { grouped } from '../../model/order.js'
import { formatOptionalDay } from '../phrases.js'
import type { Part } from './view.js'

type Benefit = Partnership['benefits'][number]

/** What it is to bring: benefits that something measures, the others by whom they are for, and figures. */
export function benefitsOf(
  register: Register,
  partnership: Partnership,
): Part<'hasReached' | 'measured' | 'unmeasured' | 'measures'> {
  const { benefits, measures } = partnership
  const heading = (it: Benefit) => headingOf(register, it)
  return {
    hasReached: benefits.some((it) => it.actual !== undefined),
    measured: benefits.filter(isMeasured).map((it) => ({
      title: it.title,
      note: it.note ?? null,
      for: it.for ?? null,
      measure: it.measure ?? null,
      baseline: it.baseline ?? null,
      target: it.target ?? null,
      due: formatOptionalDay(it.due),
      actual: it.actual ?? null,
    })),
    unmeasured: grouped(
      benefits.filter((it) => !isMeasured(it)),
      heading,
    ).map((same) => ({
      heading: heading(same[0]!),
      list: same.map(({ title, note }) => ({ title, note: note ?? null })),
    })),
    measures: measures.map((it) => ({
      title: it.title,
      note: it.note ?? null,
      period: formatOptionalDay(it.period),
      actual: it.actual ?? null,
      target: it.target ?? null,
    })),
  }
}

const isMeasured = ({ measure, baseline, target, actual, due }: Benefit) =>
  [measure, baseline, target, actual, due].some((it) => it !== undefined)

/** `Patients; objective 3, …`: who gains and which objective it serves, for benefits that have both in common. */
function headingOf({ settings }: Register, { for: whom, objective }: Benefit): string {
  const title = settings.objectives.find((it) => it.number === objective)?.title
  const served = objective === undefined ? [] : [`objective ${objective}${title === undefined ? '' : `, ${title}`}`]
  const words = [...(whom === undefined ? [] : [whom]), ...served].join('; ')
  return words === '' ? 'Who gains is not stated' : capital(words)
}
