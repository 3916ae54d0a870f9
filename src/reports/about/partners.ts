import { formatShare } from '../../figures/shares.js'
import { amountFigure } from '../../figures/yearly.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { schemaAt } from '../../model/schema-walk.js'
import { inWords } from '../../model/words.js'
import { nameOf } from '../phrases.js'
import { joined, phrasesOf } from '../stated.js'
import type { About } from './about.js'
import { readerOf } from './others.js'
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

const PRINTED = ['organisation', 'group', 'count', 'roles', 'share', 'pays']

function partnerRow(
  about: About,
  it: Partnership['partners'][number],
  index: number,
): AboutPart<'partners'>['partners'][number] {
  const { register, partnership } = about
  const { organisation, group = '', count, roles, share, pays } = it
  const name = organisation === undefined ? group : nameOf(register, organisation)
  const source = { name: `${partnership.name}: ${name}`, at: at(partnership, 'partners', index, 'pays') }
  return {
    name: count === undefined ? name : `${count} ${name}`,
    roles: roles.map(inWords).join(', ') || null,
    share: share === undefined ? null : formatShare(share),
    pays: pays === undefined ? null : amountFigure({ amount: pays }, register, source),
    note: joined(...phrasesOf(schemaAt(partnershipSchema, ['partners', 0])!, it, readerOf(about), PRINTED)),
  }
}
