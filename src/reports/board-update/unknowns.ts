import { partnershipSchema } from '../../model/partnership.js'
import { settingsSchema } from '../../model/settings.js'
import { updateSchema } from '../../model/update.js'
import { DOUBTS, gapsIn } from '../gaps.js'
import { by, grouped } from '../../model/order.js'
import { describeSelection } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** What the keepers wrote under `unknown`, one row for each gap and reason, the most common first, where the summary does not tell it. */
export function unknowns({ register, update, running, over }: Scope): Section<'unknowns'>['unknowns'] {
  const named = over.map((it) => it.partnership)
  const gaps = [
    ...gapsIn('the register', settingsSchema, register.settings.unknown),
    ...gapsIn('this paper', updateSchema, update?.unknown ?? {}),
    ...running
      .toSorted(by((it) => it.name))
      .flatMap((it) => gapsIn(it.name, partnershipSchema, it.unknown, named.includes(it) ? DOUBTS : [])),
  ]
  const all = running.map((it) => it.name)
  return grouped(gaps, ({ what, why }) => `${what}: ${why}`)
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
}
