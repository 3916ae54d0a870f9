import { formatShare } from '../../figures/shares.js'
import { totalsByDirection } from '../../figures/totals.js'
import { yearlyValue } from '../../figures/yearly.js'
import { outermost, runningPartnerships } from '../../model/hierarchy.js'
import { entriesOf } from '../../model/participation.js'
import type { Partnership } from '../../model/partnership.js'
import { inWords } from '../../model/words.js'
import { section } from '../define-paper.js'
import { countPartnerships, partnershipName } from '../phrases.js'
import { count, flag, maybe, money, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** Those that it takes part in and that have not ended, including parts. */
  partnerships: count,
  list: rows({ name: text, id: text, partOf: maybe, roles: maybe, share: maybe, value: money.nullable(), tier: text }),
  /** Is its share of any of them stated? */
  hasShares: flag,
  ended: texts,
  /** Their yearly values: each whole counts once, and in full. */
  totals: rows({ direction: text, total: money }),
}

/** Its partnerships and what they are worth; money in and out are never added up. */
export const partnerships = section(shape, ({ register, policy, asOf, organisation, running }: Scope) => {
  const { name } = organisation
  const parts = (it: Partnership) => entriesOf(register, it, organisation, asOf)
  const sharesOf = (it: Partnership) =>
    parts(it).flatMap(({ share }) => (share === undefined ? [] : formatShare(share)))
  return {
    partnerships: countPartnerships(`partnerships that have not ended, and that ${name} takes part in`, running),
    list: running.map((it) => ({
      name: it.name,
      id: it.id,
      partOf: it.parent && partnershipName(register, it.parent),
      roles: [...new Set(parts(it).flatMap(({ roles }) => roles))].map(inWords).join(', ') || undefined,
      share: sharesOf(it).join(', ') || undefined,
      value: yearlyValue(register, it),
      tier: policy.tier(it).id,
    })),
    hasShares: running.some((it) => sharesOf(it).length > 0),
    ended: register.partnerships.filter((it) => it.status === 'ended' && parts(it).length > 0).map((it) => it.name),
    totals: totalsByDirection(
      `the yearly values of agreed partnerships that ${name} takes part in`,
      outermost(
        register,
        running.filter((it) => runningPartnerships(register).wholeOf(it).status !== 'proposed'),
      ),
      register,
    ),
  }
})
