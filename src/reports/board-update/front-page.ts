import { lowerFirst } from '../../model/words.js'
import { section } from '../define-paper.js'
import { bodyName, formatOptionalDay } from '../phrases.js'
import { each, maybe, text, texts } from '../view-parts.js'
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
    recommendation: askedOf(update?.recommendation),
    governanceRoute: update?.['governance-route'],
    statutoryResponsibilities: update?.['statutory-responsibilities'],
    author: update?.author ?? [],
    leadExecutive: update?.['lead-executive'],
  }),
)

/** What is recommended, as a sentence on what the Board is asked to do. */
const askedOf = (recommendation: string | undefined) =>
  recommendation === undefined || /^the .* (?:is|are) asked /i.test(recommendation)
    ? recommendation
    : `The Board is asked to ${lowerFirst(recommendation)}`
