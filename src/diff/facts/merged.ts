import { describeWhen } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import { lookUp } from '../../model/look-up.js'
import type { Organisation } from '../../model/organisation.js'
import { at } from '../../model/place.js'
import type { Fact } from '../fact.js'
import type { State } from '../state.js'
import { describeOther } from './other.js'
import { isIn, type ChangeDescriber } from './change-describer.js'

/** An organisation that became part of another one: status, successor and day are one fact. */
export const merged: ChangeDescriber<Organisation> = {
  handles: isIn('status', 'merged'),
  describe: (changes, pair) => {
    const { earlier, now, after } = pair
    if (now.merged === undefined || earlier.merged !== undefined) return changes.map((it) => describeOther(it, pair))
    return [mergerFact(now, now.merged, after)]
  },
}

/** That an organisation was, or is to be, merged into another one. */
export function mergerFact(it: Organisation, { into, on }: NonNullable<Organisation['merged']>, state: State): Fact {
  const name = lookUp(state.register).organisation.get(into)?.name ?? into
  const isAhead = on !== undefined && !hasHappenedBy(on, state.asOf)
  const did = `${isAhead ? 'is to be' : 'was'} merged into ${name}${on === undefined ? '' : ` ${describeWhen(on)}`}`
  return { kind: 'merged', weight: 'neutral', did, before: undefined, after: at(it, 'merged') }
}
