import { sayWhen, type Day, type InexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { inWords } from '../../model/words.js'
import type { State } from '../state.js'
import type { Change } from './change.js'
import { gradeChanges } from './grades.js'

/**
 * What dated entries tell of the time after a day, where no earlier state of the register is kept: beginnings, ends,
 * grades, reviews and signatures. What has no day, such as a value or a lead, cannot be told this way.
 */
export function datedChanges({ register, asOf }: State, day: Day): Change[] {
  // an inexact day that reaches over either end is told: rather twice in two papers than never
  const isSince = (it: InexactDay | undefined): it is InexactDay =>
    it !== undefined && it.last > day && it.first <= asOf
  return register.partnerships.flatMap((partnership): Change[] => {
    const { status, start, end, reviews, documents, assessments } = partnership
    const tell = (kind: Change['kind'], text: string, ...path: (string | number)[]): Change => ({
      kind,
      partnerships: [partnership],
      text,
      course: undefined,
      before: undefined,
      after: at(partnership, ...path),
    })
    const earlier: Partnership = { ...partnership, assessments: assessments.filter((it) => !isSince(it.date)) }
    return [
      ...(isSince(start) && status !== 'proposed' ? [tell('new', `began ${sayWhen(start)}`, 'start')] : []),
      ...(status === 'ended' && end !== 'none' && isSince(end) ? [tell('ended', `ended ${sayWhen(end)}`, 'end')] : []),
      ...gradeChanges(earlier, partnership, asOf, asOf),
      ...reviews.flatMap(({ date, outcome }, index) =>
        isSince(date)
          ? [
              tell(
                'status',
                `was reviewed ${sayWhen(date)}${outcome === undefined ? '' : `: ${outcome}`}`,
                'reviews',
                index,
              ),
            ]
          : [],
      ),
      ...documents.flatMap(({ type, title, signed }, index) =>
        isSince(signed)
          ? [tell('document', `${title ?? inWords(type)}: signed ${sayWhen(signed)}`, 'documents', index)]
          : [],
      ),
    ]
  })
}
