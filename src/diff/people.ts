import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Change } from './change.js'

/** Another lead or sponsor, or none any more. */
export function peopleChanges(earlier: Partnership, now: Partnership): Change[] {
  return (['lead', 'sponsor'] as const).flatMap((role): Change[] => {
    const [from, to] = [earlier[role], now[role]]
    if (from === to) return []
    return [
      {
        kind: 'lead',
        partnership: now,
        text: `${role}: ${to ?? 'none is named'}; it was ${from ?? 'not named'}`,
        course: to === undefined ? 'worse' : from === undefined ? 'better' : undefined,
        before: at(earlier, role),
        after: at(now, role),
      },
    ]
  })
}
