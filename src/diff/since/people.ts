import { leadOf } from '../../duties/lead.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { titleOf } from '../../model/role.js'
import type { State } from '../state.js'
import type { Change } from './change.js'

/** Another lead or sponsor, or none any more; one that is only named otherwise, by alias or title, is the same. */
export function peopleChanges(earlier: Partnership, now: Partnership, before: State, after: State): Change[] {
  return (['lead', 'sponsor'] as const).flatMap((role): Change[] => {
    if (role === 'lead' && isToldOfWhole(earlier, now)) return []
    const [from, to] = [holderOf(earlier, role, before), holderOf(now, role, after)]
    // each by the roles of its own state and by those of today: a role may have been listed, or renamed, since
    if (from === to || titleOf(after.register, from) === to) return []
    return [
      {
        kind: 'lead',
        partnerships: [now],
        text: `${role}: ${to ?? 'none is named'}; it was ${from ?? 'not named'}`,
        course: to === undefined ? 'worse' : from === undefined ? 'better' : undefined,
        before: at(earlier, role),
        after: at(now, role),
      },
    ]
  })
}

/** A part that names no lead, then or now, has that of its whole, of which it is told once. */
const isToldOfWhole = (earlier: Partnership, now: Partnership): boolean =>
  earlier.lead === undefined && now.lead === undefined && earlier.parent !== undefined && earlier.parent === now.parent

/** The title of who holds a role; a part that names no lead has that of its whole. */
const holderOf = (partnership: Partnership, role: 'lead' | 'sponsor', { register }: State): string | undefined =>
  titleOf(register, role === 'lead' ? leadOf(register, partnership) : partnership.sponsor)
