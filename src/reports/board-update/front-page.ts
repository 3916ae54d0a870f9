import { formatDay } from '../../model/day.js'
import { bodyName, countPartnerships, nameOf, formatOptionalDay } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** What the paper is, who gets it and what for; the objectives that it speaks to. */
export function frontPage(
  scope: Scope,
): Section<
  | 'title'
  | 'organisation'
  | 'asOf'
  | 'period'
  | 'for'
  | 'to'
  | 'previous'
  | 'next'
  | 'recommendation'
  | 'governanceRoute'
  | 'statutoryResponsibilities'
  | 'author'
  | 'leadExecutive'
  | 'objectives'
  | 'served'
> {
  const { register, update, asOf } = scope
  return {
    title: update?.title ?? 'Partnerships update',
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    period: formatOptionalDay(update?.period),
    for: update?.for ?? null,
    to: bodyName(register, update?.to),
    previous: formatOptionalDay(update?.previous),
    next: formatOptionalDay(update?.next),
    recommendation: update?.recommendation ?? null,
    governanceRoute: update?.['governance-route'] ?? null,
    statutoryResponsibilities: update?.['statutory-responsibilities'] ?? null,
    author: [...(update?.author ?? [])],
    leadExecutive: update?.['lead-executive'] ?? null,
    ...objectives(scope),
  }
}

/** Those that the update names, all of the register's where it names none; one count where the same serve all of them. */
function objectives({ register, update, top }: Scope): Section<'objectives' | 'served'> {
  const named = update?.objectives ?? []
  const objectives = register.settings.objectives
    .filter((it) => named.length === 0 || named.includes(it.number))
    .map(({ number, title, goals }) => ({
      number: String(number),
      title,
      goals,
      partnerships: countPartnerships(
        `partnerships that are recorded under objective ${number}`,
        top.filter((it) => it.objectives.includes(number)),
      ),
    }))
  const first = objectives[0]?.partnerships
  const sets = new Set(objectives.map((it) => JSON.stringify(it.partnerships.sources)))
  const isOnce = objectives.length > 1 && sets.size === 1
  const served = isOnce ? { ...first!, how: 'partnerships that are recorded under each of these' } : null
  return { objectives, served }
}
