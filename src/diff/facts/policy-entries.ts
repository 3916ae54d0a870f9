import { isMap } from '../../model/same.js'
import { shortText } from '../say-field.js'
import { tellOther } from './other.js'
import type { Teller } from './teller.js'

/** An entry of policy that is taken out by `off`: what it asked for is asked no longer. */
export const policyEntries: Teller = {
  takes: ({ items, before, after }) => items.length === 1 && before === undefined && isMap(after) && 'off' in after,
  tell: (changes, pair) =>
    changes.map((it) => {
      const { off } = it.after as { off: string }
      return { ...tellOther(it, pair), weight: 'worse', did: `was turned off: ${shortText(off)}` }
    }),
}
