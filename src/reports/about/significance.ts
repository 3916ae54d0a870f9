import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** How significant it is, with every point and floor that makes it so. */
export function significance({ policy, partnership, where }: About): AboutPart<'tier' | 'points' | 'reasons'> {
  const { id, points, because } = policy.tier(partnership)
  return { tier: id, points: String(points), reasons: because.map(({ text, at }) => ({ text, where: where(at) })) }
}
