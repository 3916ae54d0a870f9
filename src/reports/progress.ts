import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { sayNames, inWords } from '../model/words.js'
import { nameOf, said } from './say.js'

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
    return [{ title: period === undefined ? title : `${title}, ${said(period)}`, actual, target: target ?? null }]
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
    when: said(it.period ?? it.due),
    verdict: state(it.grade),
    detail: it.finding ?? null,
  }))
  const evaluations = partnership.evaluations.map((it) => ({
    title: it.title,
    state: state(it.state),
    when: it.due === undefined ? said(it.period) : `report due ${said(it.due)}`,
    verdict: it.grade ?? null,
    detail: [byWhom(register, it.by), it.finding ?? ''].filter((text) => text !== '').join(' ') || null,
  }))
  return [...reviews, ...evaluations]
}

const byWhom = (register: Register, ids: readonly string[]) =>
  ids.length === 0 ? '' : `By ${sayNames(ids.map((id) => nameOf(register, id)))}.`
