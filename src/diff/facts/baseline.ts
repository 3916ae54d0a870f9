import { counted } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import type { Fact } from '../fact.js'
import { isIn, placesOf, type Teller } from './teller.js'

/** Entries of the baseline are told by their number: it may have hundreds. It should only shrink. */
export const baseline: Teller = {
  takes: isIn('accepted'),
  tell: (changes, pair) => {
    const told = (these: readonly FieldChange[], did: string, weight: Fact['weight']): Fact[] =>
      these.length === 0
        ? []
        : [
            {
              kind: 'baseline',
              weight,
              did: `${did} ${counted(these.length, 'finding')}`,
              ...placesOf(these[0]!, pair),
            },
          ]
    return [
      ...told(
        changes.filter((it) => it.after !== undefined),
        'accepts another',
        'worse',
      ),
      ...told(
        changes.filter((it) => it.after === undefined),
        'no longer accepts',
        'better',
      ),
    ]
  },
}
