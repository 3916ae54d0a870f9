import { type Day, hasHappenedBy } from './day.js'
import type { Organisation } from './organisation.js'

/** One round of the governance self-assessment of an organisation. */
export type SelfAssessment = Organisation['self-assessments'][number]

/** Was it accepted by the day? One that was only received is not evidence. */
export const isAccepted = (form: SelfAssessment, asOf: Day): boolean =>
  (form.status === 'accepted' || form.status === 'accepted-with-actions') && isDecided(form, asOf)

/** Was it refused by the day? */
export const isRefused = (form: SelfAssessment, asOf: Day): boolean =>
  form.status === 'not-accepted' && isDecided(form, asOf)

const isDecided = ({ 'decided-on': day }: SelfAssessment, asOf: Day) => day === undefined || hasHappenedBy(day, asOf)

/** A form as it was known on a day, without a later decision. */
export function asKnownOn(form: SelfAssessment, asOf: Day): SelfAssessment {
  if (isDecided(form, asOf)) return form
  const { status: _status, 'decided-by': _by, 'decided-on': _on, ...received } = form
  return received
}
