import { addDuration, exactly, formatDay, formatInexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Register } from '../model/register.js'
import { WHOLE_REGISTER, type Duty } from './duty.js'
import { leadOf } from '../model/hierarchy.js'

/** Notice days and end dates, and the last days of exceptions and decided tiers, without ended partnerships. */
export function* termDuties(register: Register): Iterable<Duty> {
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  for (const partnership of running) {
    const role = leadOf(register, partnership)
    yield* endDuties(partnership, role)
    const { tier } = partnership
    if (tier?.until !== undefined)
      yield {
        kind: 'decision',
        key: 'tier',
        what: `Tier set to ${tier.at}`,
        about: partnership,
        due: tier.until,
        role: tier.by ?? role,
        why: `the decision holds until ${formatInexactDay(tier.until)}`,
        because: [],
        at: at(partnership, 'tier', 'until'),
      }
  }
  yield* exceptionDuties({ ...register, partnerships: running })
}

function* endDuties(partnership: Partnership, role: string | undefined): Iterable<Duty> {
  const { end, notice, status } = partnership
  const extendable = partnership['extendable-to']
  if (end === undefined || end === 'none') return
  const because = [{ text: `its end is ${formatInexactDay(end)}`, at: at(partnership, 'end') }]
  if (notice !== undefined && (status === 'active' || status === 'under-review'))
    yield {
      kind: 'term',
      key: 'notice',
      what: 'Decide whether to go on, and give notice if not',
      about: partnership,
      due: exactly(addDuration(end.last, notice, -1)),
      role,
      why: `notice is ${notice.written} before its end on ${formatDay(end.last)}`,
      because: [...because, { text: `notice is ${notice.written}`, at: at(partnership, 'notice') }],
      at: at(partnership, 'notice'),
    }
  yield {
    kind: 'term',
    key: 'end',
    what: 'End: renew it, extend it or wind it up',
    about: partnership,
    due: exactly(end.last),
    role,
    why:
      extendable === undefined ? 'its last day' : `its last day; it can be extended to ${formatInexactDay(extendable)}`,
    because,
    at: at(partnership, 'end'),
  }
}

function* exceptionDuties(register: Register): Iterable<Duty> {
  const { partnerships, organisations, settings } = register
  for (const record of [...partnerships, ...organisations, settings]) {
    const about = record === settings ? WHOLE_REGISTER : (record as Duty['about'])
    for (const [index, it] of record.exceptions.entries())
      yield {
        kind: 'decision',
        key: `exception ${it.rule} ${it.about ?? ''}`.trim(),
        what: `Exception from ${it.rule}`,
        about,
        due: it.until,
        role: it.by,
        why: it.reason,
        because: [],
        at: at(record, 'exceptions', index, 'until'),
      }
  }
}
