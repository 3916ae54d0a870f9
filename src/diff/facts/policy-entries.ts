import { shortText } from '../../model/words.js'
import { isMap } from '../../model/same.js'
import { describeOther } from './other.js'
import type { ChangeDescriber } from './change-describer.js'

/** An entry of policy that is taken out by `off`: its requirement no longer applies. */
export const policyEntries: ChangeDescriber = {
  handles: ({ items, before, after }) => items.length === 1 && before === undefined && isMap(after) && 'off' in after,
  describe: (changes, pair) =>
    changes.map((it) => {
      const { off } = it.after as { off: string }
      return { ...describeOther(it, pair), weight: 'worse', did: `was turned off: ${shortText(off)}` }
    }),
}
