import { allParts } from '../../model/hierarchy.js'
import { section } from '../define-paper.js'
import { countPartnerships } from '../phrases.js'
import { count, each, flag, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

/** Which partnerships are reviewed, and in what order. */
export const extent = section(
  {
    /** Partnerships that have not ended; their parts are described inside them. */
    held: count,
    /** Is there more than one, so that the order matters? */
    several: flag,
    /** Are they, or some of them, in an order that the register gives them? */
    ...each(flag, 'isPlaced', 'isPartlyPlaced'),
    /** If not, do the more significant come first? Otherwise they are listed by name. */
    isRanked: flag,
    /** Those of them that are only proposed. */
    proposed: texts,
    leadless: count,
    /** Has any of them a lead? */
    hasLead: flag,
    parts: count,
    ended: texts,
  },
  ({ register, wholes, placed, isRanked }: Scope) => {
    const tops = wholes.map((it) => it.partnership)
    return {
      held: countPartnerships('partnerships that have not ended, without the parts of others', tops),
      several: tops.length > 1,
      isPlaced: placed === 'all',
      isPartlyPlaced: placed === 'some',
      isRanked,
      proposed: tops.filter((it) => it.status === 'proposed').map((it) => it.name),
      leadless: countPartnerships('partnerships without a stated lead', tops, (it) => it.lead === undefined),
      hasLead: tops.some((it) => it.lead !== undefined),
      parts: countPartnerships(
        'parts of other partnerships',
        wholes.flatMap(allParts).map((it) => it.partnership),
      ),
      ended: register.partnerships.filter((it) => it.status === 'ended').map((it) => it.name),
    }
  },
)
