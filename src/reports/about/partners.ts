import { formatShare } from '../../figures/shares.js'
import { amountFigure } from '../../figures/yearly.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { inWords } from '../../model/words.js'
import { nameOf } from '../phrases.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** Who is in it, ourselves included, with roles and shares. */
export function partners(about: About): AboutPart<'partners' | 'onlyOurs' | 'hasShares' | 'sharesBy'> {
  const { register, partnership } = about
  return {
    partners: partnership.partners.map((it, index) => partnerRow(about, it, index)),
    onlyOurs:
      partnership.partners.length > 0 &&
      partnership.partners.every((it) => it.organisation === register.settings.organisation),
    hasShares: partnership.partners.some((it) => it.share !== undefined || it.pays !== undefined),
    sharesBy: partnership['shares-by'] ?? null,
  }
}

function partnerRow(
  { register, partnership }: About,
  { organisation, group = '', count, roles, share, pays, note }: Partnership['partners'][number],
  index: number,
): AboutPart<'partners'>['partners'][number] {
  const name = organisation === undefined ? group : nameOf(register, organisation)
  const source = { name: `${partnership.name}: ${name}`, at: at(partnership, 'partners', index, 'pays') }
  return {
    name: count === undefined ? name : `${count} ${name}`,
    roles: roles.map(inWords).join(', ') || null,
    share: share === undefined ? null : formatShare(share),
    pays: pays === undefined ? null : amountFigure({ amount: pays }, register, source),
    note: note ?? null,
  }
}
