import { sayWhen } from '../../model/day.js'
import { isThere } from '../../model/latest.js'
import { lookUp } from '../../model/look-up.js'
import type { Organisation } from '../../model/organisation.js'
import { at } from '../../model/place.js'
import type { Fact } from '../fact.js'
import type { State } from '../state.js'
import { tellOther } from './other.js'
import { isIn, type Teller } from './teller.js'

/** An organisation that became part of another one: status, successor and day are one fact. */
export const merged: Teller<Organisation> = {
  takes: isIn('status', 'merged'),
  tell: (changes, pair) => {
    const { earlier, now, after } = pair
    if (now.merged === undefined || earlier.merged !== undefined) return changes.map((it) => tellOther(it, pair))
    return [mergerFact(now, now.merged, after)]
  },
}

/** That an organisation went, or is to go, into another one. */
export function mergerFact(it: Organisation, { into, on }: NonNullable<Organisation['merged']>, state: State): Fact {
  const name = lookUp(state.register).organisation.get(into)?.name ?? into
  const isAhead = on !== undefined && !isThere(on, state.asOf)
  const did = `${isAhead ? 'is to be' : 'was'} merged into ${name}${on === undefined ? '' : ` ${sayWhen(on)}`}`
  return { kind: 'merged', weight: 'neutral', did, before: undefined, after: at(it, 'merged') }
}
