import type { CheckedState } from '../diff/consequences/findings.js'
import type { Day } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { answerPolicy, type PolicyAnswers } from '../policy/answers.js'
import type { Paper } from '../reports/paper.js'
import { checkRegister } from '../rules/check.js'
import type { Focus } from '../rules/depends-on.js'
import { rules } from '../rules/index.js'
import { sha256 } from '../source/sha256.js'
import { reviewStatuses, type ReviewStatuses } from '../stamps/review-status.js'
import { dayOf } from './as-of.js'
import { openRegister, type Opened, type Which } from './open-register.js'
import type { Ports } from './ports.js'
import { withTemplateProblems } from './templates.js'

/** An opened register, with everything that is found in it as of a day. */
export interface Checked extends CheckedState {
  readonly opened: Opened
  readonly reviewStatuses: ReviewStatuses
}

/**
 * Opens a register and checks all of it.
 * @param world the clock and environment that the day comes from; the baseline ignores the environment
 */
export async function openChecked(
  ports: Ports,
  options: Which & { readonly asOf?: string | undefined; readonly within?: number | undefined },
  world: Pick<Ports, 'clock' | 'env'> = ports,
): Promise<Checked> {
  const opened = await openRegister(ports, options)
  const asOf = await dayOf(world, opened, options.asOf)
  ports.progress?.checking(opened.register.partnerships.length)
  return { opened, ...(await checkOpened(opened, asOf, { within: options.within })) }
}

interface Scope {
  /** How many days ahead count as soon, instead of the policy's number. */
  readonly within?: number | undefined
  /** What to check, if only the difference between two states matters. */
  readonly focus?: Focus
  /** The review statuses of partnerships, if they are known already. */
  readonly reviewStatuses?: ReviewStatuses | undefined
  /** Is the history searched for what changed since reviews? It takes time, and does not matter to a comparison. */
  readonly history?: boolean
}

/** Checks an opened register, with its templates. Every command that runs the rules uses this. */
export async function checkOpened(
  opened: Opened,
  asOf: Day,
  { within, focus, history = true, ...known }: Scope = {},
): Promise<Omit<Checked, 'opened'>> {
  const register = await withTemplateProblems(opened)
  const policy = answerPolicy(register, asOf, within)
  const statuses =
    known.reviewStatuses ??
    (history ? await reviewStatusesOf(opened, policy, register) : reviewStatuses({ register, policy, hash: sha256 }))
  const check = checkRegister({ register, policy, asOf, reviewStatuses: statuses }, rules, focus)
  return { register, policy, asOf, reviewStatuses: statuses, check }
}

/**
 * The review statuses of partnerships. The history is searched only if something differs from a stamp.
 * @param register the opened one, or what was made of it
 * @param only the partnerships to search the history for
 */
async function reviewStatusesOf(
  opened: Opened,
  policy: PolicyAnswers,
  register: Register = opened.register,
  only: readonly Partnership[] = register.partnerships,
): Promise<ReviewStatuses> {
  const ground = { register, policy, hash: sha256 }
  const plain = reviewStatuses(ground)
  const differing = only.filter((it) => {
    const { changed, reasons = [] } = plain.of(it) ?? {}
    return changed !== undefined || reasons.length > 0
  })
  if (differing.length === 0) return plain
  const { historyOf } = await import('./history/stamped-history.js')
  return reviewStatuses(ground, await historyOf(opened, ground, differing))
}

/**
 * The review statuses that a paper shows, if any. A stamp is of the register as written, before aliases of roles are
 * replaced by titles.
 * @param register the register that the paper is made from
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
  const statuses = await reviewStatusesOf(opened, own, opened.register, only)
  return { of: (it) => statuses.of(asWritten(it)) }
}
