import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { formatNames, inWords } from '../model/words.js'
import { nameOf, formatOptionalDay } from './phrases.js'

/** A figure of activity, as papers show it. */
export interface MeasureRow {
  readonly title: string
  readonly actual: string
  readonly target: string | null
}

/** Figures of activity that have a result. */
export function measureRows({ measures }: Partnership): MeasureRow[] {
  return measures.flatMap(({ title, period, actual, target }) => {
    if (actual === undefined) return []
    return [
      {
        title: period === undefined ? title : `${title}, ${formatOptionalDay(period)}`,
        actual,
        target: target ?? null,
      },
    ]
  })
}

/** A quality review, evaluation or milestone, as papers show it. */
export interface LookRow {
  readonly title: string
  readonly state: string | null
  readonly when: string | null
  /** The overall word that was given. */
  readonly verdict: string | null
  readonly detail: string | null
}

/** Quality reviews and evaluations: how far each is, and what was found. */
export function lookRows(register: Register, partnership: Partnership): LookRow[] {
  const state = (code: string | undefined) => (code === undefined ? null : inWords(code))
  const reviews = partnership['quality-reviews'].map((it) => ({
    title: it.title,
    state: state(it.state),
    when: formatOptionalDay(it.period ?? it.due),
    verdict: state(it.grade),
    detail: it.finding ?? null,
  }))
  const evaluations = partnership.evaluations.map((it) => ({
    title: it.title,
    state: state(it.state),
    when: it.due === undefined ? formatOptionalDay(it.period) : `report due ${formatOptionalDay(it.due)}`,
    verdict: it.grade ?? null,
    detail: [byWhom(register, it.by), it.finding ?? ''].filter((text) => text !== '').join(' ') || null,
  }))
  return [...reviews, ...evaluations]
}

const byWhom = (register: Register, ids: readonly string[]) =>
  ids.length === 0 ? '' : `By ${formatNames(ids.map((id) => nameOf(register, id)))}.`
