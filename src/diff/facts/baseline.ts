import { counted } from '../../model/words.js'
import type { Fact } from '../fact.js'
import { isIn, placesOf, type ChangeDescriber } from './change-describer.js'

/**
 * Entries of the baseline are summed up by their number: it may have hundreds. It should only shrink. An entry in which
 * something else stands is another one; the sentence beside it is for its readers only.
 */
export const baseline: ChangeDescriber = {
  handles: isIn('accepted'),
  describe: (changes, pair) => {
    const others = changes.filter(({ keys }) => keys.length === 1 || KNOWN_BY.includes(keys[1]!))
    const entries = (side: 'before' | 'after', did: string, weight: Fact['weight']): Fact[] => {
      const these = others.filter(({ items }) => items[0]![side] !== undefined)
      const count = new Set(these.map(({ items }) => items[0])).size
      return count === 0
        ? []
        : [{ kind: 'baseline', weight, did: `${did} ${counted(count, 'finding')}`, ...placesOf(these[0]!, pair) }]
    }
    return [...entries('after', 'accepts another', 'worse'), ...entries('before', 'no longer accepts', 'better')]
  },
}

const KNOWN_BY: readonly string[] = ['rule', 'file', 'at', 'key']
