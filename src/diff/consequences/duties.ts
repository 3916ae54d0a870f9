import type { Partnership } from '../../model/partnership.js'
import { formatNames } from '../../model/words.js'
import type { Fact, Pair, State } from '../fact.js'
import type { IdRenames } from '../../model/renamed-ids.js'
import {
  requirementsOf,
  changedDuties,
  listed,
  nameOfDuty,
  PERHAPS,
  describeRequirementChange,
} from './requirements.js'

/**
 * Duties that a partnership gained or lost, each with the policy entry that requires it.
 * @param renames organisations with a new id, which keep their documents
 */
export function dutyFacts({ earlier, now, before, after }: Pair<Partnership>, renames: IdRenames): Fact[] {
  if (now.status === 'ended') return [] // the fact that it ended implies this
  return changedDuties(requirementsOf(earlier, before, renames), requirementsOf(now, after)).map((change): Fact => {
    const { was, is } = change
    return {
      kind: 'duty',
      weight: 'neutral',
      what: nameOfDuty(change),
      did: describeRequirementChange(change),
      ...(is === undefined ? { becauseBefore: was!.because } : { because: is.because }),
      before: was?.at,
      after: is?.at,
    }
  })
}

/** The duties of a new partnership, in one line. */
export function dutiesOfNew(partnership: Partnership, state: State): Fact[] {
  const required = [...requirementsOf(partnership, state).values()]
  const names = listed(required)
  if (names.length === 0) return []
  const first = required.find((it) => it.how !== PERHAPS)!
  return [
    {
      kind: 'duty',
      weight: 'neutral',
      did: `must now have ${formatNames(names)}`,
      because: [],
      before: undefined,
      after: first.at,
    },
  ]
}
