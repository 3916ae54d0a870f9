import { formatOptionalDay } from '../phrases.js'
import type { NumberedRisk, Scope, ScoredRisk } from './scope.js'

/** A risk as every list names it: its number, its title, and whose it is. */
export function named({ wholeOf }: Scope, { partnership, number, title }: NumberedRisk) {
  const whole = wholeOf(partnership)
  const name = whole === partnership ? partnership.name : `${partnership.name}, part of ${whole.name}`
  return { number, title, name }
}

/** The band's letter and the score of a risk; null, and never zero, where it has none. */
export function scoreOf({ scored }: Scope, risk: NumberedRisk) {
  const known = scored.find((it) => it.number === risk.number)
  return known === undefined ? null : letterAndScore(known)
}

export const letterAndScore = ({ letter, score }: ScoredRisk) => ({ letter, score: String(score) })

/** What may bring a risk about and what it would do; what is done about it, and who does that by when. */
export const riskDetails = ({ risk }: NumberedRisk) => ({
  cause: risk.cause ?? null,
  effect: risk.effect ?? null,
  mitigation: risk.mitigation ?? null,
  answers: answers(risk),
})

/** Which columns of a list of risks hold something: one that is empty throughout is said in a sentence. */
export const columnsOf = (
  rows: readonly (ReturnType<typeof riskDetails> & { readonly category?: string | null })[],
) => ({
  category: rows.some((it) => (it.category ?? null) !== null),
  mitigation: rows.some((it) => it.mitigation !== null),
  answers: rows.some((it) => it.answers !== null),
})

function answers({ owner, due }: NumberedRisk['risk']): string | null {
  if (owner === undefined && due === undefined) return null
  return `${owner ?? 'no role stated'}; ${due === undefined ? 'no day stated' : `by ${formatOptionalDay(due)}`}`
}
