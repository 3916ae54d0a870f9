import type { Partnership } from '../../model/partnership.js'
import { sayNames } from '../../model/words.js'
import type { Fact } from '../fact.js'
import type { Pair } from '../facts/teller.js'
import type { State } from '../state.js'
import { askedOf, changedDuties, listed, nameOfDuty, PERHAPS, sayAsked, type AskedChange } from './asked.js'

/** Duties that a partnership gained or lost, each with the policy entry that asks. */
export function dutyFacts({ earlier, now, before, after }: Pair<Partnership>): Fact[] {
  if (now.status === 'ended') return [] // that it ended says it
  return changedDuties(askedOf(earlier, before), askedOf(now, after)).map((change): Fact => {
    const { was, is } = change
    return {
      kind: 'duty',
      weight: 'neutral',
      what: nameOfDuty(change),
      did: sayAsked(change),
      because: (is ?? was)!.because,
      before: was?.at,
      after: is?.at,
    }
  })
}

/** What is asked of a partnership that is new, in one line. */
export function dutiesOfNew(partnership: Partnership, state: State): Fact[] {
  const asked = [...askedOf(partnership, state).values()]
  const names = listed(asked)
  if (names.length === 0) return []
  const first = asked.find((it) => it.how !== PERHAPS)!
  return [
    {
      kind: 'duty',
      weight: 'neutral',
      did: `is asked for ${sayNames(names)}`,
      because: [],
      before: undefined,
      after: first.at,
    },
  ]
}

/** Did somebody gain a duty by a change, lose it, or is it only asked otherwise? */
export const courseOfDuty = ({ was, is }: AskedChange): 'gained' | 'lost' | 'changed' =>
  was === undefined ? 'gained' : is === undefined ? 'lost' : 'changed'
