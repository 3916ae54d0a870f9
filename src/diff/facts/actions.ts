import { describeWhen, type InexactDay } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Fact } from '../fact.js'
import { formatItem } from '../format-field.js'
import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import { describeOther } from './other.js'
import { placesOf, type Pair, type ChangeDescriber } from './change-describer.js'

/** Fields whose day ends an item, and the word for that. */
const ENDS: Readonly<Record<string, string>> = { done: 'done', closed: 'closed' }

/** Actions, milestones, recommendations and issues, in any list, that were done or closed, or are open again. */
export const actions: ChangeDescriber = {
  handles: ({ keys, before, after }) =>
    Object.hasOwn(ENDS, keys.at(-1)!) && (before === undefined) !== (after === undefined),
  describe: (changes, pair) => changes.map((it) => describeEnd(it, pair)),
}

function describeEnd(change: FieldChange, pair: Pair): Fact {
  const { keys, labels, items, after } = change
  const item = items.at(-1)
  if (item === undefined) return describeOther(change, pair)
  const end = ENDS[keys.at(-1)!]!
  const state = after === undefined ? pair.before : pair.after
  const common = {
    kind: 'action',
    what: capital(formatItem(item, labels.at(-2) ?? '', state)),
    ...placesOf(change, pair),
  } as const
  if (after === undefined) return { ...common, weight: 'worse', did: `is open again; it was ${end}` }
  const day = after as InexactDay
  return hasHappenedBy(day, pair.after.asOf)
    ? { ...common, weight: 'better', did: `was ${end} ${describeWhen(day)}` }
    : { ...common, weight: 'neutral', did: `is recorded as ${end} ${describeWhen(day)}, which is still to come` }
}
