import { sayWhen, type InexactDay } from '../../model/day.js'
import { isThere } from '../../model/latest.js'
import type { Fact } from '../fact.js'
import { sayItem } from '../say-field.js'
import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import { tellOther } from './other.js'
import { placesOf, type Pair, type Teller } from './teller.js'

/** What the day of which field says of what was promised, or was wrong. */
const ENDS: Readonly<Record<string, string>> = { done: 'done', closed: 'closed' }

/** What was promised and is done, or was wrong and is over: actions, milestones, recommendations, issues, wherever they stand. */
export const actions: Teller = {
  takes: ({ keys, before, after }) =>
    Object.hasOwn(ENDS, keys.at(-1)!) && (before === undefined) !== (after === undefined),
  tell: (changes, pair) => changes.map((it) => tellEnd(it, pair)),
}

function tellEnd(change: FieldChange, pair: Pair): Fact {
  const { keys, labels, items, after } = change
  const item = items.at(-1)
  if (item === undefined) return tellOther(change, pair)
  const end = ENDS[keys.at(-1)!]!
  const state = after === undefined ? pair.before : pair.after
  const common = {
    kind: 'action',
    what: capital(sayItem(item, labels.at(-2) ?? '', state)),
    ...placesOf(change, pair),
  } as const
  if (after === undefined) return { ...common, weight: 'worse', did: `is open again; it was ${end}` }
  const day = after as InexactDay
  return isThere(day, pair.after.asOf)
    ? { ...common, weight: 'better', did: `was ${end} ${sayWhen(day)}` }
    : { ...common, weight: 'neutral', did: `is written down as ${end}, to be so ${sayWhen(day)}` }
}
