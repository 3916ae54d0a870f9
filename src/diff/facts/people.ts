import { leadOf } from '../../duties/lead.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { titleOf } from '../../model/role.js'
import type { Fact } from '../fact.js'
import { isIn, type Pair, type PartnershipDescriber } from './change-describer.js'

/** A new, changed or removed lead or sponsor; an alias and a title of one role are the same. */
export const people: PartnershipDescriber = {
  handles: isIn('lead', 'sponsor'),
  describe: (changes, pair) => changes.flatMap(({ keys }) => describeRole(keys[0] as 'lead' | 'sponsor', pair)),
}

function describeRole(role: 'lead' | 'sponsor', { earlier, now, before, after }: Pair<Partnership>): Fact[] {
  const [from, to] = [titleOf(before.register, earlier[role]), titleOf(after.register, now[role])]
  if (from === to || titleOf(after.register, from) === to) return []
  const whole = role === 'lead' && to === undefined ? titleOf(after.register, leadOf(after.register, now)) : undefined
  const did =
    to === undefined
      ? `${whole === undefined ? 'is named no longer' : `is now that of its whole, ${whole}`}; it was ${from}`
      : from === undefined
        ? `is now ${to}; none was named`
        : `changed from ${from} to ${to}`
  return [
    {
      kind: 'people',
      weight: to === undefined && whole === undefined ? 'worse' : from === undefined ? 'better' : 'neutral',
      what: role === 'lead' ? 'Lead' : 'Sponsor',
      did,
      before: from === undefined ? undefined : at(earlier, role),
      after: to === undefined ? undefined : at(now, role),
    },
  ]
}
