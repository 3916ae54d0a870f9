import { requirementsOf, distinctByHolder } from '../../policy/requirements.js'
import { completenessOf } from '../completeness.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** The document of policy that is a partnership's risk profile (docs/domain.md, section 4). */
const PROFILE = 'risk-profile'

/** How the risk profiles stand that policy asks for. */
export function profiles({ policy, running }: Scope): Section<'profiles'> {
  const asked = distinctByHolder(requirementsOf(policy, running)).filter(({ duty }) => duty.type === PROFILE)
  const title = asked[0]?.duty.title
  if (title === undefined) return { profiles: null }
  const { needed, inForce, notSigned, expired, missing } = completenessOf(title, asked)
  return { profiles: needed.count === 0 ? null : { title, asked: needed, inForce, notSigned, expired, missing } }
}
