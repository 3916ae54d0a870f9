import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from './answers.js'

/**
 * Must a partnership sign the partnership standard? It must if it began on or after the day of the standard, or is of a
 * tier that signs it whenever it began.
 */
export function mustSign(partnership: Partnership, policy: PolicyAnswers): boolean {
  const standard = policy.policy.single('standard')
  if (standard === undefined) return false
  const { start } = partnership
  return (
    (start !== undefined && start.first >= standard.from.first) || standard.tiers.includes(policy.tier(partnership).id)
  )
}

/** Kinds of bodies that sign no pledge. */
const SIGN_NOTHING: readonly string[] = ['regulator', 'network', 'government', 'ics', 'unknown']

/** Can another organisation than ours be asked to sign the standard? */
export const canSign = ({ settings }: Register, { id, kind, status }: Organisation): boolean =>
  id !== settings.organisation && status !== 'merged' && status !== 'closed' && !SIGN_NOTHING.includes(kind)
