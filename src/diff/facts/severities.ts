import { tellOther } from './other.js'
import { isIn, type Teller } from './teller.js'

/** How grave a rule is; one that is turned off says nothing any more, and what it found looks mended. */
export const severities: Teller = {
  takes: isIn('severities'),
  tell: (changes, pair) =>
    changes.map((it) => ({ ...tellOther(it, pair), weight: it.after === 'off' ? 'worse' : 'neutral' })),
}
