import type * as z from 'zod'
import { isAnyKnown, totalsByDirection } from '../../figures/totals.js'
import type { Register } from '../../model/register.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import { countPartnerships } from '../phrases.js'
import { count, group, money, rows, text } from '../view-parts.js'

/** The totals of each way that money goes. */
export const totals = rows({ direction: text, total: money })

/** What is only proposed, and in no count or total: how many partnerships, and what they would be worth a year. */
export const proposals = group({ count, totals })

/** @param among those that the paper may name, where it leaves some out */
export function proposalsOf(
  register: Register,
  among: (it: Register['partnerships'][number]) => boolean = () => true,
): z.output<typeof proposals> {
  const all = runningPartnerships(register).proposals.filter(among)
  return {
    count: countPartnerships('partnerships that are only proposed, without the parts of others', all),
    totals: totalsByDirection('the yearly values of partnerships that are only proposed', all, register).filter((it) =>
      isAnyKnown(it.total),
    ),
  }
}
