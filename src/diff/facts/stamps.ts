import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import type { Fact } from '../fact.js'
import { formatItem } from '../format-field.js'
import { placesOf, type Pair, type PartnershipDescriber } from './change-describer.js'

/**
 * That the stamp of a review came, went or is another one; its fingerprints say nothing to people. Without it, or with
 * another one, what changed after the review is told no longer, so whoever does that by hand is told.
 */
export const stamps: PartnershipDescriber = {
  handles: ({ keys }) => keys[0] === 'reviews' && keys[1] === 'stamp',
  describe: (changes, pair) => {
    const reviews = new Map(changes.map((it) => [it.items[0], it]))
    return [...reviews.values()].map((it) => describeStamp(it, pair))
  },
}

/** @param change one of those of the stamp of a review */
function describeStamp(change: FieldChange, pair: Pair): Fact {
  const item = change.items[0]!
  const stampIn = (review: unknown) => (review as { readonly stamp?: object }).stamp
  const [was, is] = [stampIn(item.before), stampIn(item.after)]
  const did =
    was === undefined
      ? 'was stamped: what changes after it is told'
      : is === undefined
        ? 'bears no stamp any more: what changes after it is told no longer'
        : 'bears another stamp: what changed before that is told no longer'
  const what = capital(formatItem(item, 'review', pair.after))
  return { kind: 'review', weight: was === undefined ? 'neutral' : 'worse', what, did, ...placesOf(change, pair) }
}
