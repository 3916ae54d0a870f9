import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { Paper } from '../reports/paper.js'
import { sha256 } from '../source/sha256.js'
import { standings, type Standings } from '../stamps/standing.js'
import type { Opened } from './open-register.js'

/**
 * How partnerships stand to the stamps of their reviews. The history is asked what changed only where something did; a
 * register without stamps is not gone through twice.
 * @param register the one that was opened, or what was made of it
 * @param only those that it is told of; of others the history is not asked
 */
export async function standingsOf(
  opened: Opened,
  policy: PolicyAnswers,
  register: Register = opened.register,
  only: readonly Partnership[] = register.partnerships,
): Promise<Standings> {
  const ground = { register, policy, hash: sha256 }
  const plain = standings(ground)
  const differing = only.filter((it) => {
    const standing = plain.of(it)
    return standing !== undefined && (standing.changed !== undefined || standing.reasons.length > 0)
  })
  if (differing.length === 0) return plain
  const { historyOf } = await import('./stamped-history.js')
  return standings(ground, await historyOf(opened, ground, differing))
}

/** Those that a paper tells, if any; nobody waits for others. */
export async function standingsToldBy(
  { tellsStandings }: Paper,
  opened: Opened,
  policy: PolicyAnswers,
  subject: Partnership | undefined,
): Promise<Standings | undefined> {
  if (tellsStandings === undefined) return undefined
  const only = tellsStandings === 'subject' && subject !== undefined ? [subject] : undefined
  return standingsOf(opened, policy, opened.register, only)
}
