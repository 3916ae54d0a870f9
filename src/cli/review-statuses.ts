import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { answerPolicy, type PolicyAnswers } from '../policy/answers.js'
import type { Paper } from '../reports/paper.js'
import { sha256 } from '../source/sha256.js'
import { reviewStatuses, type ReviewStatuses } from '../stamps/review-status.js'
import type { Opened } from './open-register.js'

/**
 * How partnerships stand to the stamps of their reviews. The history is asked what changed only where something did; a
 * register without stamps is not gone through twice.
 * @param register the one that was opened, or what was made of it
 * @param only those that it is told of; of others the history is not asked
 */
export async function reviewStatusesOf(
  opened: Opened,
  policy: PolicyAnswers,
  register: Register = opened.register,
  only: readonly Partnership[] = register.partnerships,
): Promise<ReviewStatuses> {
  const ground = { register, policy, hash: sha256 }
  const plain = reviewStatuses(ground)
  const differing = only.filter((it) => {
    const reviewStatus = plain.of(it)
    return reviewStatus !== undefined && (reviewStatus.changed !== undefined || reviewStatus.reasons.length > 0)
  })
  if (differing.length === 0) return plain
  const { historyOf } = await import('./history/stamped-history.js')
  return reviewStatuses(ground, await historyOf(opened, ground, differing))
}

/**
 * Those that a paper tells, if any; nobody waits for others. A stamp is of what was written, aliases of roles included.
 * @param register what the paper is made from
 * @param policy its answers for that register
 */
export async function reviewStatusesFor(
  { needsReviewStatuses }: Paper,
  opened: Opened,
  { register, policy }: { readonly register: Register; readonly policy: PolicyAnswers },
  subject: Partnership | undefined,
): Promise<ReviewStatuses | undefined> {
  if (needsReviewStatuses === undefined) return undefined
  const written = new Map(opened.register.partnerships.map((it) => [it.file, it]))
  const asWritten = (it: Partnership) => written.get(it.file) ?? it
  const only = needsReviewStatuses === 'subject' && subject !== undefined ? [asWritten(subject)] : undefined
  const own = register === opened.register ? policy : answerPolicy(opened.register, policy.asOf)
  const told = await reviewStatusesOf(opened, own, opened.register, only)
  return { of: (it) => told.of(asWritten(it)) }
}
