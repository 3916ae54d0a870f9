import { describeWhen } from '../../model/day.js'
import { hasHappenedBy } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { inWords } from '../../model/words.js'
import { inBrief } from '../coming.js'
import type { Fact } from '../fact.js'
import { describeOther } from './other.js'
import { isIn, type Pair, type PartnershipDescriber } from './change-describer.js'

/** The status of a partnership, together with the day of its end. */
export const status: PartnershipDescriber = {
  handles: isIn('status', 'end'),
  describe: (changes, pair) => {
    const moved = changes.some(({ keys }) => keys[0] === 'status')
    if (!moved) return changes.map((it) => describeOther(it, pair))
    const hasEnded = pair.now.status === 'ended'
    const rest = hasEnded ? [] : changes.filter(({ keys }) => keys[0] !== 'status')
    return [hasEnded ? ended(pair) : statusChange(pair), ...rest.map((it) => describeOther(it, pair))]
  },
}

const placesOfStatus = ({ earlier, now }: Pair) => ({ before: at(earlier, 'status'), after: at(now, 'status') })

function ended(pair: Pair<Partnership>): Fact {
  const { end } = pair.now
  const was = `it was ${inWords(pair.earlier.status)} (${inBrief(pair.earlier, pair.before)})`
  const isDated = end !== undefined && end !== 'none'
  const isAhead = isDated && !hasHappenedBy(end, pair.after.asOf)
  const dated = isDated ? describeWhen(end) : 'on a day that is not stated'
  const did = isAhead ? `is recorded as ended ${dated}, which is still to come` : `has ended ${dated}`
  return { kind: 'ended', weight: 'neutral', did: `${did}; ${was}`, ...placesOfStatus(pair) }
}

function statusChange(pair: Pair<Partnership>): Fact {
  const { earlier, now } = pair
  const again = earlier.status === 'ended' ? ', although it had ended' : `; it was ${inWords(earlier.status)}`
  const weight = earlier.status === 'ended' ? 'worse' : 'neutral'
  return { kind: 'status', weight, did: `is ${inWords(now.status)}${again}`, ...placesOfStatus(pair) }
}
