import { sayInexactDay, type InexactDay } from '../../model/day.js'
import { tellOther } from './other.js'
import type { Teller } from './teller.js'

/** What was promised and is done: actions, milestones, recommendations, wherever they stand. */
export const actions: Teller = {
  takes: ({ keys, before, after }) => keys.at(-1) === 'done' && before === undefined && after !== undefined,
  tell: (changes, pair) =>
    changes.map((change) => {
      const fact = tellOther(change, pair)
      const done = change.after as InexactDay
      const what = (fact.what ?? '').replace(/^Done of (.)/, (_all, first: string) => first.toUpperCase())
      const day = `${done.first === done.last ? 'on' : 'in'} ${sayInexactDay(done)}`
      return { ...fact, kind: 'action', weight: 'better', what, did: `was done ${day}` }
    }),
}
