import { capital } from '../../model/words.js'
import { labelledPath } from '../say-field.js'
import { tellOther } from './other.js'
import { isIn, placesOf, type Teller } from './teller.js'

/** What is listed as not known, and what no longer is. */
export const unknown: Teller = {
  takes: isIn('unknown'),
  tell: (changes, pair) =>
    changes.map((change) => {
      const { before, after, items } = change
      const what = capital(labelledPath(items[0]!.name!))
      const common = { kind: 'other', what, ...placesOf(change, pair) } as const
      if (before === undefined)
        return { ...common, weight: 'worse', did: `is now listed as not known: ${String(after)}` }
      if (after === undefined) return { ...common, weight: 'neutral', did: 'is no longer listed as not known' }
      return { ...tellOther(change, pair), what: `Reason why ${labelledPath(items[0]!.name!)} is not known` }
    }),
}
