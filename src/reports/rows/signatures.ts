import { countFigure } from '../../figures/figure.js'
import { hasHappenedBy } from '../../model/day.js'
import type { Organisation } from '../../model/organisation.js'
import { partnerIds } from '../../model/participation.js'
import type { Partnership } from '../../model/partnership.js'
import { at, atKey } from '../../model/place.js'
import { canSign } from '../../policy/standard.js'
import type { PaperInput } from '../paper.js'
import { count, each, group, maybe } from '../view-parts.js'

/** Who has signed the partnership standard; null where neither policy nor the register has one that is approved. */
export const signaturesView = group({
  /** The version in force, if policy states one. */
  version: maybe,
  ...each(count, 'partners', 'partnersSigned', 'partnerships', 'partnershipsSigned'),
  /** Signatures of a version that is not the one in force. */
  older: count,
}).nullable()

type Signer = Organisation | Partnership

/**
 * Counts the signatures of the partnership standard, of any version.
 * @param partnerships those that are counted; their parts sign with them
 * @param all those and their parts, whose partners are counted
 */
export function signaturesOf(
  { register, policy, asOf }: PaperInput,
  partnerships: readonly Partnership[],
  all: readonly Partnership[],
) {
  const version = policy.policy.single('standard')?.version
  if (
    version === undefined &&
    register.settings.standards.every((it) => it.approved === undefined && it.status !== 'approved')
  )
    return null // a draft is not there to be signed
  const ids = new Set(all.flatMap((it) => [...partnerIds(register, it, asOf)]))
  const partners = register.organisations.filter((it) => ids.has(it.id) && canSign(register, it))
  const hasSigned = ({ standard }: Signer) =>
    standard !== undefined && (standard.agreed === undefined || hasHappenedBy(standard.agreed, asOf))
  const isOlder = (it: Signer) => version !== undefined && hasSigned(it) && it.standard?.version !== version
  return {
    version: version ?? null,
    partners: counted('partners of these partnerships that can sign the partnership standard', partners),
    partnersSigned: counted('partners of them that have signed the partnership standard', partners.filter(hasSigned)),
    partnerships: counted('partnerships that are agreed and have not ended, without parts', partnerships),
    partnershipsSigned: counted(
      'partnerships of them that have signed the partnership standard',
      partnerships.filter(hasSigned),
    ),
    older: counted('signatures of an older version of the partnership standard', [
      ...partners.filter(isOlder),
      ...partnerships.filter(isOlder),
    ]),
  }
}

const counted = (how: string, signers: readonly Signer[]) =>
  countFigure(
    how,
    signers.map((it) => ({
      name: it.name,
      at: it.standard === undefined ? atKey(it, 'standard') : at(it, 'standard', 'version'),
    })),
  )
