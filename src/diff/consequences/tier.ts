import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { counted } from '../../model/words.js'
import type { TierAnswer } from '../../policy/tier.js'
import type { Fact, Pair } from '../fact.js'

/** The tier that a partnership moved to, with the points that moved it. */
export function tierFacts({ earlier, now, before, after }: Pair<Partnership>): Fact[] {
  if (now.status === 'ended') return []
  const [from, to] = [before.policy.tier(earlier), after.policy.tier(now)]
  if (from.id === to.id) return []
  const rose = after.policy.rank(to.id) > after.policy.rank(from.id)
  return [
    {
      kind: 'tier',
      weight: 'neutral',
      what: 'Tier',
      did: `${rose ? 'rose' : 'fell'} from ${from.id} to ${to.id}${formatPoints(from, to)}`,
      ...movedReasons(from, to),
      before: at(earlier, 'name'),
      after: at(now, 'name'),
    },
  ]
}

const formatPoints = (from: TierAnswer, to: TierAnswer) =>
  from.points === to.points
    ? ` with ${counted(to.points, 'point')}`
    : ` with ${counted(to.points, 'point')} instead of ${from.points}`

/** The new reasons, and those that no longer apply. */
function movedReasons(from: TierAnswer, to: TierAnswer): Pick<Fact, 'because' | 'becauseBefore'> {
  const texts = (answer: TierAnswer) => new Set(answer.because.map((it) => it.text))
  const [was, is] = [texts(from), texts(to)]
  return {
    because: to.because.filter((it) => !was.has(it.text)),
    becauseBefore: from.because.filter((it) => !is.has(it.text)),
  }
}
