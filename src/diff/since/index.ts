import type { Partnership } from '../../model/partnership.js'
import { by } from '../../model/order.js'
import { at } from '../../model/place.js'
import { inWords } from '../../model/words.js'
import { pairRecords } from '../pairs.js'
import type { State } from '../state.js'
import { isUnreadable } from '../unreadable.js'
import type { Change } from './change.js'
import { documentChanges } from './documents.js'
import { gradeChanges } from './grades.js'
import { peopleChanges } from './people.js'
import { tierChanges, valueChanges } from './significance.js'

/** What changed between two states of a register, of each kind by name of partnership; what is new or gone first. */
export function changesBetween(before: State, after: State): Change[] {
  const pairs = pairRecords(before.register.partnerships, after.register.partnerships)
  const both = pairs.both.toSorted(by(({ now }) => now.name))
  const byName = by<Partnership>(({ name }) => name)
  return [
    ...pairs.added
      .filter((it) => !isUnreadable(before, 'partnership', it))
      .toSorted(byName)
      .map(added),
    ...pairs.removed
      .filter((it) => !isUnreadable(after, 'partnership', it))
      .toSorted(byName)
      .map(removed),
    ...both.flatMap(({ earlier, now }) => changesOf(earlier, now, before, after)),
    ...documentChanges(
      both.filter(({ now }) => now.status !== 'ended'),
      before,
      after,
    ),
  ]
}

const added = (it: Partnership): Change => ({
  kind: 'new',
  partnerships: [it],
  text: it.status === 'proposed' ? 'is new in the register, as a proposal' : 'is new in the register',
  course: undefined,
  before: undefined,
  after: at(it, 'name'),
})

const removed = (it: Partnership): Change => ({
  kind: 'ended',
  partnerships: [it],
  text: 'is no longer in the register',
  course: undefined,
  before: at(it, 'name'),
  after: undefined,
})

function changesOf(earlier: Partnership, now: Partnership, before: State, after: State): Change[] {
  if (now.status === 'ended') return earlier.status === 'ended' ? [] : [statusChange(earlier, now)]
  return [
    ...(earlier.status === now.status ? [] : [statusChange(earlier, now)]),
    ...valueChanges(earlier, now, before, after),
    ...tierChanges(earlier, now, before, after),
    ...gradeChanges(earlier, now, before.asOf, after.asOf),
    ...peopleChanges(earlier, now, before, after),
  ]
}

const statusChange = (earlier: Partnership, now: Partnership): Change => ({
  kind: now.status === 'ended' ? 'ended' : 'status',
  partnerships: [now],
  text: `${now.status === 'ended' ? 'has' : 'is'} ${inWords(now.status)}; it was ${inWords(earlier.status)}`,
  course: undefined,
  before: at(earlier, 'status'),
  after: at(now, 'status'),
})
