import { sayInexactDay } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import type { Organisation } from '../../model/organisation.js'
import { at } from '../../model/place.js'
import { isIn, type Teller } from './teller.js'
import { tellOther } from './other.js'

/** An organisation that became part of another one: status, successor and day are one fact. */
export const merged: Teller<Organisation> = {
  takes: isIn('status', 'merged'),
  tell: (changes, pair) => {
    const { earlier, now, after } = pair
    if (now.merged === undefined || earlier.merged !== undefined) return changes.map((it) => tellOther(it, pair))
    const { into, on } = now.merged
    const name = lookUp(after.register).organisation.get(into)?.name ?? into
    const day = on === undefined ? '' : ` ${on.first === on.last ? 'on' : 'in'} ${sayInexactDay(on)}`
    return [
      {
        kind: 'merged',
        weight: 'neutral',
        did: `was merged into ${name}${day}`,
        before: undefined,
        after: at(now, 'merged'),
      },
    ]
  },
}
