import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { Hash } from './fingerprint.js'
import { printOf } from './parts.js'
import { groundLost, isPartLostIn, isOrganisationLost, parentOf, partnersOf } from './rests-on.js'
import { SCHEME } from './scheme.js'

/** What is needed to make and compare stamps. */
export interface StampGround {
  readonly register: Register
  readonly policy: PolicyAnswers
  /** SHA-256 in hexadecimal digits. */
  readonly hash: Hash
}

/** A stamp as it is written under `reviews[].stamp`: texts in this order, without keys for what does not exist. */
export type WrittenStamp = {
  readonly scheme: string
  readonly reviewed: string
  readonly tier: string
  readonly agreement?: string
  readonly parent?: string
  /** Fingerprints by the ids of organisations, in alphabetical order. */
  readonly partners?: Readonly<Record<string, string>>
}

/**
 * The stamp of a partnership and what it rests on, as they are now.
 * @throws UsageError when some of that could not be read, as it would seem not to be stated
 */
export function stampOf(partnership: Partnership, ground: StampGround): WrittenStamp {
  const { register, policy, hash } = ground
  refuseLost(partnership, register)
  const ours = register.settings.organisation
  const agreement = printOf('agreement', partnership, ours, hash)
  const parent = parentOf(register, partnership)
  const partners = partnersOf(register, partnership).map((it) => [it.id, printOf('partner', it, ours, hash)!] as const)
  return {
    scheme: String(SCHEME),
    reviewed: printOf('reviewed', partnership, ours, hash)!, // a partnership has at least its name
    tier: policy.tier(partnership).id,
    ...(agreement !== undefined && { agreement }),
    ...(parent !== undefined && { parent: printOf('parent', parent, ours, hash)! }),
    ...(partners.length > 0 && { partners: Object.fromEntries(partners) }),
  }
}

function refuseLost(partnership: Partnership, register: Register): void {
  const parent = parentOf(register, partnership)
  const file =
    groundLost(register) ??
    [partnership, ...(parent === undefined ? [] : [parent])].find((it) => isPartLostIn(register, it.file))?.file ??
    partnersOf(register, partnership).find((it) => isOrganisationLost(register, it))?.file ??
    unreadableOrganisation(partnership, register)
  if (file !== undefined)
    throw new UsageError(
      `what was reviewed of ${partnership.id} cannot be stamped, as ${file} could not be read in full`,
      'fix it first: partners validate shows what is wrong with it',
    )
}

/** The file of a partner organisation, or of the parent, that is wholly unreadable. */
function unreadableOrganisation({ partners, parent }: Partnership, { unreadable }: Register): string | undefined {
  const ids = partners.map((it) => it.organisation)
  return unreadable.find(
    ({ kind, id, lost }) =>
      lost.some((path) => path.length === 0) &&
      ((kind === 'organisation' && ids.includes(id)) || (kind === 'partnership' && parent === id)),
  )?.file
}
