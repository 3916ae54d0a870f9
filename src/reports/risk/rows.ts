import { formatInexactDay } from '../../model/day.js'
import type { StatedShape } from '../define-paper.js'
import { maybe, text } from '../view-parts.js'
import type { NumberedRisk, Scope, ScoredRisk } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** A risk as every list names it: its number, its title, and whose it is. */
export const namedShape = { number: text, title: text, name: text }

export function named({ wholeOf }: Scope, { partnership, number, title }: NumberedRisk) {
  const whole = wholeOf(partnership)
  const name = whole === partnership ? partnership.name : `${partnership.name}, part of ${whole.name}`
  return { number, title, name }
}

/** The band's letter and the score of a risk. */
export const scoredShape = { letter: maybe, score: text }

/** Undefined, and never zero, where it has none. */
export function scoreOf({ scored }: Scope, risk: NumberedRisk) {
  const known = scored.find((it) => it.number === risk.number)
  return known && letterAndScore(known)
}

export const letterAndScore = ({ letter, score }: ScoredRisk) => ({ letter, score: String(score) })

/** Cause and effect of a risk, its mitigation, and who is responsible by when. */
export const detailsShape = { cause: maybe, effect: maybe, mitigation: maybe, answers: maybe }
type Details = StatedShape<typeof detailsShape>

export const riskDetails = ({ risk }: NumberedRisk) => ({
  ...rowFrom(risk, 'cause', 'effect', 'mitigation'),
  answers: answers(risk),
})

/** Which columns of a list of risks hold something; the paper replaces an empty column by a sentence. */
export const columnsOf = (rows: readonly (Details & { readonly category?: string | undefined })[]) => ({
  category: rows.some((it) => it.category !== undefined),
  mitigation: rows.some((it) => it.mitigation !== undefined),
  answers: rows.some((it) => it.answers !== undefined),
})

function answers({ owner, due }: NumberedRisk['risk']): string | undefined {
  if (owner === undefined && due === undefined) return undefined
  return `${owner ?? 'no role stated'}; ${due === undefined ? 'no date stated' : `by ${formatInexactDay(due)}`}`
}
