import { formatDay, formatInexactDay } from '../../../model/day.js'
import { at } from '../../../model/place.js'
import { currentReviews, isPoorReview } from '../../../model/quality-review.js'
import { inWords } from '../../../model/words.js'
import { benefitsOf, isShortOf } from '../../rows/benefits.js'
import { formsIn, isPoor } from '../../rows/self-assessments.js'
import type { PaperInput } from '../../paper.js'
import type { Scope } from '../scope.js'
import { ofEach, type Hit, type Signals } from './signal.js'

/** Reviews, self-assessments of partners, audits, and whether what was promised was reached. */
export const fromReviews: Signals = {
  'lapsed-review': ofEach((it, { policy, asOf }) => {
    const due = policy.due('review', it)
    if (due?.day === undefined || due.day >= asOf) return []
    return [{ text: `due ${formatDay(due.day)}`, at: at(it, 'reviews') }]
  }),
  'poor-peer-review': ofEach((it) =>
    currentReviews(it)
      .filter(isPoorReview)
      .map((review) => ({
        text: `${review.title}, ${inWords(review.grade!)}`,
        at: at(it, 'quality-reviews', it['quality-reviews'].indexOf(review)),
      })),
  ),
  'unacceptable-answer': unacceptable,
  'missed-benefit': ofEach((it, { asOf }) =>
    benefitsOf(it, asOf)
      .filter(isShortOf)
      .map(({ benefit: { title, due }, source }) => ({
        text: due === undefined ? title : `${title}, due ${formatInexactDay(due)}`,
        at: source.at,
      })),
  ),
  audit: (scope) => [...auditsUnderWay(scope), ...evaluationsUnderWay(scope)],
}

/** The partner is named first: the form is its, whichever partnerships it is in. */
function unacceptable(scope: Scope): Hit[] {
  return formsIn(scope, scope.running)
    .filter((it) => isPoor(it, scope.asOf))
    .map((it) => {
      const [first, ...others] = it.unacceptable
      const more = others.length === 0 ? '' : `, and ${others.length} more`
      const what = first === undefined ? 'not accepted' : `${first.message}${more}`
      return { partnership: undefined, text: `${it.organisation.name}: ${what}`, at: it.at }
    })
}

function auditsUnderWay({ register, update }: Pick<PaperInput, 'register' | 'update'>): Hit[] {
  return [register.settings, ...(update === undefined ? [] : [update])].flatMap((record) =>
    record.audits.flatMap(({ title, state, due }, index) =>
      state === 'reported'
        ? []
        : [
            {
              partnership: undefined,
              text: due === undefined ? title : `${title}, due ${formatInexactDay(due)}`,
              at: at(record, 'audits', index),
            },
          ],
    ),
  )
}

const evaluationsUnderWay = ofEach((it) =>
  it.evaluations.flatMap(({ title, state, due }, index) =>
    state === 'reported'
      ? []
      : [
          {
            text: due === undefined ? title : `${title}, due ${formatInexactDay(due)}`,
            at: at(it, 'evaluations', index),
          },
        ],
  ),
)
