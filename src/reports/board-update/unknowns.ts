import { partnershipSchema } from '../../model/partnership.js'
import { settingsSchema } from '../../model/settings.js'
import { updateSchema } from '../../model/update.js'
import { DOUBTS, gapsIn } from '../rows/gaps.js'
import { by, grouped } from '../../model/order.js'
import { describeSelection } from '../phrases.js'
import { section } from '../define-paper.js'
import { rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = { unknowns: rows({ what: text, why: text, of: text }) }

/** What the keepers wrote under `unknown`, one row for each gap and reason, the most common first, where the paper does not say it itself. */
export const unknowns = section(shape, ({ register, update, running, over }: Scope) => {
  const named = over.map((it) => it.partnership)
  const gaps = [
    ...gapsIn('the register', settingsSchema, register.settings.unknown),
    ...gapsIn('this paper', updateSchema, update?.unknown ?? {}),
    ...running
      .toSorted(by((it) => it.name))
      .flatMap((it) => gapsIn(it.name, partnershipSchema, it.unknown, named.includes(it) ? DOUBTS : [])),
  ]
  const all = running.map((it) => it.name)
  const unknowns = grouped(
    gaps.filter(({ why }) => !ONLY_NOT_THERE.test(why)),
    ({ what, why }) => `${what}: ${why}`,
  )
    .sort((a, b) => b.length - a.length)
    .map((same) => {
      const { what, why } = same[0]!
      return {
        what,
        why,
        of: describeSelection(
          same.map((it) => it.of),
          all,
        ),
      }
    })
  return { unknowns }
})

/** Says no more than that there is a gap, which the paper counts. */
const ONLY_NOT_THERE =
  /^not (?:stated|named|given|listed|recorded|known)(?: in (?:the|its|this|either) (?:sources?|papers?|review))?\.?$/i
