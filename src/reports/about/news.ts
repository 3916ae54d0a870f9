import * as z from 'zod'
import { formatInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isHeldReview } from '../../model/quality-review.js'
import { wordsOf } from '../../model/source-words.js'
import { benefitRow, benefitsOf, benefitView, canBeJudged } from '../rows/benefits.js'
import { section } from '../define-paper.js'
import { latestFirst } from '../rows/latest-first.js'
import { lookRows, lookShape, measureRows, measureShape } from '../rows/progress.js'
import { count, group, maybe, rows, text } from '../view-parts.js'
import { shortened, type About } from './about.js'

/** Its position, its news with the latest first, its figures and benefits, and what peers and evaluations found. */
export const news = section(
  {
    position: maybe,
    headlines: group({
      list: rows({ text, day: text, tone: z.enum(['good', 'neutral', 'concern']) }),
      more: count,
    }),
    measures: rows(measureShape),
    planned: rows(lookShape),
    /** Benefits due by a date, or achieved. */
    benefits: benefitView,
  },
  ({ register, partnership, asOf, most }: About) => {
    const known = partnership.headlines
      .map((it, index) => ({ ...it, name: wordsOf(it, 'text')!, at: at(partnership, 'headlines', index) }))
      .filter((it) => it.date.first <= asOf)
    const { list, more } = shortened(latestFirst(known), most, 'headlines', (it) => it)
    return {
      position: wordsOf(partnership, 'position'),
      headlines: {
        list: list.map(({ name: text, date, tone = 'neutral' }) => ({ text, day: formatInexactDay(date), tone })),
        more,
      },
      measures: measureRows(partnership),
      planned: lookRows(register, withoutDue(partnership)),
      benefits: benefitsOf(partnership, asOf).filter(canBeJudged).map(benefitRow),
    }
  },
)

/** What is still due is listed with the duties. */
function withoutDue(partnership: Partnership): Partnership {
  return {
    ...partnership,
    evaluations: partnership.evaluations.filter((it) => it.state === 'reported' || it.due === undefined),
    'quality-reviews': partnership['quality-reviews'].filter((it) => isHeldReview(it) || it.due === undefined),
  }
}
