import { section } from '../define-paper.js'
import { bodyName, countPartnerships, formatOptionalDay } from '../phrases.js'
import { count, each, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

/** What the paper is, who gets it and for what purpose. */
export const frontPage = section(
  {
    title: text,
    /** The time that it covers. */
    period: maybe,
    ...each(maybe, 'for', 'to', 'previous', 'next', 'recommendation', 'governanceRoute', 'statutoryResponsibilities'),
    author: texts,
    leadExecutive: maybe,
  },
  ({ register, update }: Scope) => ({
    title: update?.title ?? 'Partnerships update',
    period: formatOptionalDay(update?.period),
    for: update?.for,
    to: bodyName(register, update?.to),
    previous: formatOptionalDay(update?.previous),
    next: formatOptionalDay(update?.next),
    recommendation: update?.recommendation,
    governanceRoute: update?.['governance-route'],
    statutoryResponsibilities: update?.['statutory-responsibilities'],
    author: update?.author ?? [],
    leadExecutive: update?.['lead-executive'],
  }),
)

const objectivesShape = {
  objectives: rows({ number: text, title: text, goals: texts, partnerships: count }),
  /** How many serve each of them, where the same serve all; null otherwise. */
  served: count.nullable(),
}

/** Those that the update names, all of the register's where it names none; one count where the same serve all of them. */
export const objectives = section(objectivesShape, ({ register, update, top }: Scope) => {
  const named = update?.objectives ?? []
  const objectives = register.settings.objectives
    .filter((it) => named.length === 0 || named.includes(it.number))
    .map(({ number, title, goals }) => ({
      number: String(number),
      title,
      goals,
      partnerships: countPartnerships(`partnerships that are recorded under objective ${number}`, top, (it) =>
        it.objectives.includes(number),
      ),
    }))
  const first = objectives[0]?.partnerships
  const sets = new Set(objectives.map((it) => JSON.stringify(it.partnerships.sources)))
  const isOnce = objectives.length > 1 && sets.size === 1
  const served = isOnce ? { ...first!, how: 'partnerships that are recorded under each of these' } : undefined
  return { objectives, served }
})
