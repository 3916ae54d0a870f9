import { requirementsOf, distinctByHolder } from '../../policy/requirements.js'
import { completenessOf, stateCounts } from '../rows/completeness.js'
import { section } from '../define-paper.js'
import { count, flag, group, text } from '../view-parts.js'
import type { Scope } from './scope.js'

/** The document of policy that is a partnership's risk profile (docs/domain.md, section 4). */
const PROFILE = 'risk-profile'

const shape = { profiles: group({ title: text, asked: count, hasAny: flag, ...stateCounts }).nullable() }

/** The state of the risk profiles that policy requires; null where it requires none. */
export const profiles = section(shape, ({ policy, running }: Scope) => {
  const asked = distinctByHolder(requirementsOf(policy, running)).filter(({ duty }) => duty.type === PROFILE)
  const title = asked[0]?.duty.title
  if (title === undefined) return {}
  const { needed, inForce, notSigned, expired, missing } = completenessOf(title, asked)
  return needed.count === 0
    ? {}
    : { profiles: { title, asked: needed, hasAny: missing.count < needed.count, inForce, notSigned, expired, missing } }
})
