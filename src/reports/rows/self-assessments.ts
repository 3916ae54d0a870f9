import * as z from 'zod'
import { countFigure, type CountFigure, type FigureSource } from '../../figures/figure.js'
import { formatInexactDay, latestIndex } from '../../model/day.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Place } from '../../model/place.js'
import { grouped } from '../../model/order.js'
import { asKnownOn, isAccepted, isRefused, type SelfAssessment } from '../../model/self-assessment.js'
import { partnerIds, partnershipsOf } from '../../model/participation.js'
import { describeForm } from '../../policy/describe-document.js'
import { beyondLimit, type LimitFinding } from '../../rules/self-assessments.js'
import type { PaperInput } from '../paper.js'
import { count, each, rows, text, texts } from '../view-parts.js'

/** The latest self-assessment of an organisation, and which answers policy does not accept. */
export interface Form {
  readonly organisation: Organisation
  readonly form: SelfAssessment
  readonly at: Place
  readonly unacceptable: readonly LimitFinding[]
  readonly concerns: readonly LimitFinding[]
}

/** Are answers of it on file, which policy could judge? */
const answered = z.boolean()

/** A self-assessment as papers show it: that it was received says nothing about its answers. */
export const formView = rows({ name: text, day: text, stands: text, answered, unacceptable: texts, concerns: texts })

/** How many there are of each kind. */
export const formCounts = { ...each(count, 'held', 'accepted', 'waiting', 'refused', 'unanswered', 'unacceptable') }

type Input = Pick<PaperInput, 'register' | 'policy' | 'asOf'>

/** The latest self-assessments of the partners that take part in a partnership which has not ended, by name. */
export function formsOf(input: Input): readonly Form[] {
  const { register, policy, asOf } = input
  let found = known.get(policy)
  if (found === undefined) {
    const beyond = { error: byForm(input, 'error'), warning: byForm(input, 'warning') }
    found = register.organisations
      .filter(({ id, status }) => id !== register.settings.organisation && status !== 'merged' && status !== 'closed')
      .filter((it) => partnershipsOf(register, it, asOf).length > 0)
      .flatMap((organisation): Form[] => {
        const index = latestIndex(organisation['self-assessments'], asOf)
        const form = organisation['self-assessments'][index]
        if (form === undefined) return []
        const place = at(organisation, 'self-assessments', index)
        const of = (level: keyof typeof beyond) => beyond[level].get(organisation.file) ?? []
        return [
          { organisation, form: asKnownOn(form, asOf), at: place, unacceptable: of('error'), concerns: of('warning') },
        ]
      })
      .sort((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1))
    known.set(policy, found)
  }
  return found
}

/** Kept for each policy, as every partnership of a paper needs them. */
const known = new WeakMap<PaperInput['policy'], readonly Form[]>()

function byForm(input: Input, level: 'error' | 'warning'): ReadonlyMap<string, readonly LimitFinding[]> {
  return new Map(grouped([...beyondLimit(input, level)], (it) => it.at.file).map((same) => [same[0]!.at.file, same]))
}

/** Those of the partners of some partnerships. */
export function formsIn(input: Input, partnerships: readonly Partnership[]): Form[] {
  const { register, asOf } = input
  const ids = new Set(partnerships.flatMap((it) => [...partnerIds(register, it, asOf)]))
  return formsOf(input).filter(({ organisation }) => ids.has(organisation.id))
}

const isAnswered = ({ answers }: SelfAssessment) => Object.keys(answers).length > 0

export const formRow = ({ organisation, form, unacceptable, concerns }: Form) => ({
  name: organisation.name,
  day: formatInexactDay(form.date),
  stands: describeForm(form),
  answered: isAnswered(form),
  unacceptable: unacceptable.map((it) => it.message),
  concerns: concerns.map((it) => it.message),
})

/** Does the Board need to know: was it not accepted, or are answers not acceptable? */
export const isPoor = ({ form, unacceptable }: Form, asOf: PaperInput['asOf']) =>
  isRefused(form, asOf) || unacceptable.length > 0

/** Is there more than its state, which the list of documents shows? */
export const hasConcerns = ({ unacceptable, concerns }: Form) => unacceptable.length + concerns.length > 0

export function countForms(
  forms: readonly Form[],
  asOf: PaperInput['asOf'],
): Record<keyof typeof formCounts, CountFigure> {
  const source = (it: Form): FigureSource => ({ name: it.organisation.name, at: it.at })
  const counted = (how: string, is: (it: Form) => boolean) => countFigure(how, forms.filter(is).map(source))
  return {
    held: counted('latest self-assessments of partners', () => true),
    accepted: counted('latest self-assessments that were accepted', ({ form }) => isAccepted(form, asOf)),
    refused: counted('latest self-assessments that were not accepted', ({ form }) => isRefused(form, asOf)),
    waiting: counted(
      'latest self-assessments that were received and not yet accepted',
      ({ form }) => !isAccepted(form, asOf) && !isRefused(form, asOf),
    ),
    unanswered: counted('latest self-assessments without an answer on file', ({ form }) => !isAnswered(form)),
    unacceptable: countFigure(
      'answers of the latest self-assessments that policy does not accept',
      forms.flatMap((it) =>
        it.unacceptable.map(({ at: place, message }) => ({
          name: `${it.organisation.name}: ${message}`,
          at: place as Place,
        })),
      ),
    ),
  }
}
