import { describeOther } from './other.js'
import { isIn, type ChangeDescriber } from './change-describer.js'

/** How grave a rule is; one that is turned off reports nothing any more, and what it found looks fixed. */
export const severities: ChangeDescriber = {
  handles: isIn('severities'),
  describe: (changes, pair) =>
    changes.map((it) => ({ ...describeOther(it, pair), weight: it.after === 'off' ? 'worse' : 'neutral' })),
}
