import type { Day } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { DocumentDuty } from './documents.js'

/** The earliest end that any partnership requires of a partner's document, and which partnership that is. */
interface End {
  readonly until: Day
  readonly duty: DocumentDuty
  readonly partnership: Partnership
}

/** Ends of the documents of one organisation, by place. */
export type Ends = ReadonlyMap<string, End>

/**
 * The ends of an organisation's documents: for each, the earliest that a partnership which uses it requires.
 * @param partnerships those that the organisation takes part in
 */
export function earliestEnds(
  organisation: Organisation,
  partnerships: readonly Partnership[],
  documents: (partnership: Partnership) => readonly DocumentDuty[],
): Ends {
  const ends = new Map<string, End>()
  for (const partnership of partnerships)
    for (const duty of documents(partnership)) {
      const { until } = duty
      if (duty.organisation !== organisation || until === undefined) continue
      const known = ends.get(placeOf(duty))
      if (known === undefined || until < known.until) ends.set(placeOf(duty), { until, duty, partnership })
    }
  return ends
}

/** A duty with the earliest end of its document, and the reasons of the partnership that requires it. */
export function endingFirst(duty: DocumentDuty, ends: Ends): DocumentDuty {
  const first = ends.get(placeOf(duty))
  if (first === undefined || !COUNTS.has(duty.state) || (duty.until !== undefined && duty.until <= first.until))
    return duty
  const { type, title, organisation, at, document, form, isProfile, servedBy, unsure } = duty
  const { state, until } = first.duty
  return {
    type,
    title,
    organisation,
    at,
    document,
    form,
    isProfile,
    servedBy,
    unsure,
    state,
    until,
    get reasons() {
      return duty.reasons
    },
    get because() {
      const [own, ...others] = first.duty.because
      const why = others.length > 0 ? others : [own!]
      return [
        ...duty.because.slice(0, 1),
        ...why.map((it) => ({ ...it, text: `${first.partnership.name} needs it sooner: ${it.text}` })),
      ]
    },
  }
}

/** States that depend on the end of a document. */
const COUNTS: ReadonlySet<DocumentDuty['state']> = new Set(['held', 'expiring', 'expired'])

const placeOf = ({ at: { file, path } }: DocumentDuty) => `${file} ${path.join(' ')}`
