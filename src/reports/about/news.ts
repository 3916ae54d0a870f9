import { formatInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isHeldReview } from '../../model/quality-review.js'
import { lookRows, measureRows } from '../progress.js'
import { shortened, type About } from './about.js'
import type { AboutPart } from './view.js'

/** How it stands, its news with the latest first, its figures, and what peers and evaluations found. */
export function news(about: About): AboutPart<'position' | 'headlines' | 'measures' | 'planned'> {
  const { register, partnership, asOf, most } = about
  const known = partnership.headlines
    .map((headline, index) => ({ headline, name: headline.text, at: at(partnership, 'headlines', index) }))
    .filter(({ headline }) => headline.date.first <= asOf)
    .sort((a, b) =>
      a.headline.date.last < b.headline.date.last ? 1 : a.headline.date.last > b.headline.date.last ? -1 : 0,
    )
  const { list, more } = shortened(known, most, 'headlines', (it) => it)
  return {
    position: partnership.position ?? null,
    headlines: {
      list: list.map(({ headline: { text, date, tone } }) => ({
        text,
        day: formatInexactDay(date),
        tone: tone ?? 'neutral',
      })),
      more,
    },
    measures: measureRows(partnership),
    planned: lookRows(register, withoutDue(partnership)),
  }
}

/** What has a day to come stands with the duties. */
function withoutDue(partnership: Partnership): Partnership {
  return {
    ...partnership,
    evaluations: partnership.evaluations.filter((it) => it.state === 'reported' || it.due === undefined),
    'quality-reviews': partnership['quality-reviews'].filter((it) => isHeldReview(it) || it.due === undefined),
  }
}
