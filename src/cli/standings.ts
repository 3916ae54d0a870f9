import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { sha256 } from '../source/sha256.js'
import { standings, type Standings } from '../stamps/standing.js'
import type { Opened } from './open-register.js'

/**
 * How partnerships stand to the stamps of their reviews. The history is asked what changed only where something did; a
 * register without stamps is not gone through twice.
 * @param register the one that was opened, or what was made of it
 */
export async function standingsOf(
  opened: Opened,
  policy: PolicyAnswers,
  register: Register = opened.register,
): Promise<Standings> {
  const ground = { register, policy, hash: sha256 }
  const plain = standings(ground)
  const differing = register.partnerships.filter((it) => {
    const standing = plain.of(it)
    return standing !== undefined && (standing.changed !== undefined || standing.reasons.length > 0)
  })
  if (differing.length === 0) return plain
  const { historyOf } = await import('./stamped-history.js')
  return standings(
    ground,
    await historyOf(
      opened,
      policy,
      register,
      differing.map((it) => [it, plain.of(it)!]),
    ),
  )
}
