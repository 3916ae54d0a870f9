import { isMap } from '../../model/same.js'
import { counted, shortText } from '../../model/words.js'
import type { Fact } from '../fact.js'
import { isIn, placesOf, type ChangeDescriber } from './change-describer.js'
import { describeOther } from './other.js'

/** An entry of policy that is switched off: its requirement no longer applies. */
export const policyEntries: ChangeDescriber = {
  handles: ({ items, before, after }) => items.length === 1 && before === undefined && isMap(after) && 'off' in after,
  describe: (changes, pair) =>
    changes.map((it) => {
      const { off } = it.after as { off: string }
      return { ...describeOther(it, pair), weight: 'worse', did: `was turned off: ${shortText(off)}` }
    }),
}

/** The severity of a rule. It is worse if a rule is turned off, as its findings then look fixed. */
export const severities: ChangeDescriber = {
  handles: isIn('severities'),
  describe: (changes, pair) =>
    changes.map((it) => ({ ...describeOther(it, pair), weight: it.after === 'off' ? 'worse' : 'neutral' })),
}

/**
 * Entries of the baseline are only counted, as there may be hundreds. It should only shrink. An entry that was altered is
 * another one, apart from its message, which is for readers only.
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
