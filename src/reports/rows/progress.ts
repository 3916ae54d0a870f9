import type { Partnership } from '../../model/partnership.js'
import { formatInexactDay } from '../../model/day.js'
import type { Register } from '../../model/register.js'
import { wordsOf } from '../../model/source-words.js'
import { formatNames, inWords } from '../../model/words.js'
import { nameOf, formatOptionalDay } from '../phrases.js'
import { maybe, text } from '../view-parts.js'

/** A figure of activity, as papers show it. */
export const measureShape = { title: text, actual: text, target: maybe }

/** Figures of activity that have a result. */
export function measureRows({ measures }: Partnership) {
  return measures.flatMap(({ title, period, actual, target }) => {
    if (actual === undefined) return []
    return [{ title: period === undefined ? title : `${title}, ${formatInexactDay(period)}`, actual, target }]
  })
}

/** A quality review, evaluation or milestone, as papers show it. */
export const lookShape = {
  title: text,
  state: maybe,
  when: maybe,
  /** The overall word that was given. */
  verdict: maybe,
  detail: maybe,
}

/** Quality reviews and evaluations: how far each is, and what was found. */
export function lookRows(register: Register, partnership: Partnership) {
  const state = (code: string | undefined) => code && inWords(code)
  const reviews = partnership['quality-reviews'].map((it) => ({
    title: it.title,
    state: state(it.state),
    when: formatOptionalDay(it.period ?? it.due),
    verdict: state(it.grade),
    detail: wordsOf(it, 'finding'),
  }))
  const evaluations = partnership.evaluations.map((it) => ({
    title: it.title,
    state: state(it.state),
    when: it.due === undefined ? formatOptionalDay(it.period) : `report due ${formatOptionalDay(it.due)}`,
    verdict: it.grade,
    detail:
      [byWhom(register, it.by), wordsOf(it, 'finding') ?? ''].filter((text) => text !== '').join(' ') || undefined,
  }))
  return [...reviews, ...evaluations]
}

const byWhom = (register: Register, ids: readonly string[]) =>
  ids.length === 0 ? '' : `By ${formatNames(ids.map((id) => nameOf(register, id)))}.`
