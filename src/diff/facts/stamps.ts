import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import type { Fact } from '../fact.js'
import { formatItem } from '../format-field.js'
import { placesOf, type Pair, type PartnershipDescriber } from './change-describer.js'

/**
 * The stamp of a review was added, removed or altered; its fingerprints mean nothing to people. Removing or altering it is
 * reported, as it hides changes after the review.
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
      ? 'was stamped: later changes are reported'
      : is === undefined
        ? 'has no stamp any more: later changes are no longer reported'
        : 'has another stamp: changes before it are no longer reported'
  const what = capital(formatItem(item, 'review', pair.after))
  return { kind: 'review', weight: was === undefined ? 'neutral' : 'worse', what, did, ...placesOf(change, pair) }
}
