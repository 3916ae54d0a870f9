import * as z from 'zod'
import { formatShare } from '../../figures/shares.js'
import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { schemaAt } from '../../model/schema-walk.js'
import { inWords } from '../../model/words.js'
import { section } from '../define-paper.js'
import { valueDoubts } from '../rows/gaps.js'
import { nameOf } from '../phrases.js'
import { joined, phrasesOf } from '../rows/stated.js'
import { sumShape, sumsOf } from '../rows/sums.js'
import { flag, maybe, money as figure, rows, text, texts } from '../view-parts.js'
import type { About } from './about.js'
import { readerOf } from './others.js'

/** Who is in it, ourselves included, with roles and shares. */
export const partners = section(
  {
    partners: rows({ name: text, roles: maybe, share: maybe, pays: figure.nullable(), note: maybe }),
    /** Is our own organisation the only one that is stated? */
    onlyOurs: flag,
    /** Does anybody state a share or a payment? */
    hasShares: flag,
    sharesBy: maybe,
  },
  (about: About) => {
    const { register, partnership } = about
    const { partners: all } = partnership
    return {
      partners: all.map((it, index) => partnerRow(about, it, index)),
      onlyOurs: all.length > 0 && all.every((it) => it.organisation === register.settings.organisation),
      hasShares: all.some((it) => it.share !== undefined || it.pays !== undefined),
      sharesBy: partnership['shares-by'],
    }
  },
)

/** Fields of a partner that have a column; anything else is shown after its name. */
const COLUMNS = ['organisation', 'group', 'count', 'roles', 'share', 'pays']

function partnerRow(about: About, it: Partnership['partners'][number], index: number) {
  const { register, partnership } = about
  const { organisation, group = '', count, roles, share, pays } = it
  const name = organisation === undefined ? group : nameOf(register, organisation)
  const source = { name: `${partnership.name}: ${name}`, at: at(partnership, 'partners', index, 'pays') }
  return {
    name: count === undefined ? name : `${count} ${name}`,
    roles: roles.map(inWords).join(', ') || null,
    share: share === undefined ? null : formatShare(share),
    pays: pays === undefined ? null : amountFigure({ amount: pays }, register, source),
    note: joined(...phrasesOf(schemaAt(partnershipSchema, ['partners', 0])!, it, readerOf(about), COLUMNS)),
  }
}

const status = z.enum(['yearly', 'once', 'in the whole', 'not known'])

/** What it is worth, the direction of the money, doubts about these, and every other sum. */
export const money = section(
  {
    /** What it is worth a year; null where that is not known, where it comes once, and in a part that states none. */
    value: figure.nullable(),
    valueStands: status,
    direction: maybe,
    ours: figure.nullable(),
    stated: maybe,
    doubts: texts,
    /** Money beside the yearly value. */
    sums: rows(sumShape),
  },
  (about: About) => {
    const { register, partnership } = about
    const { name, value } = partnership
    const { direction, stated, ours } = value ?? {}
    const yearly = yearlyValue(register, partnership)
    const source = { name, at: at(partnership, 'value', 'ours') }
    return {
      value: yearly,
      valueStands: valueStatus(about, yearly !== undefined),
      direction,
      ours: ours === undefined ? null : amountFigure({ amount: ours }, register, source),
      stated,
      doubts: value === undefined ? [] : valueDoubts(partnership),
      sums: sumsOf(register, partnership),
    }
  },
)

function valueStatus({ partnership, whole }: About, isYearly: boolean): z.output<typeof status> {
  if (isYearly) return 'yearly'
  if (isOneOff(partnership)) return 'once'
  return whole === undefined ? 'not known' : 'in the whole'
}
