import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { answerPolicy, type PolicyAnswers } from '../policy/answers.js'
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

/**
 * Those that a paper tells, if any; nobody waits for others. A stamp is of what was written, aliases of roles included.
 * @param register what the paper is made from
 * @param policy its answers for that register
 */
export async function standingsToldBy(
  { tellsStandings }: Paper,
  opened: Opened,
  { register, policy }: { readonly register: Register; readonly policy: PolicyAnswers },
  subject: Partnership | undefined,
): Promise<Standings | undefined> {
  if (tellsStandings === undefined) return undefined
  const written = new Map(opened.register.partnerships.map((it) => [it.file, it]))
  const asWritten = (it: Partnership) => written.get(it.file) ?? it
  const only = tellsStandings === 'subject' && subject !== undefined ? [asWritten(subject)] : undefined
  const own = register === opened.register ? policy : answerPolicy(opened.register, policy.asOf)
  const told = await standingsOf(opened, own, opened.register, only)
  return { of: (it) => told.of(asWritten(it)) }
}
