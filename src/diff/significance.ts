import { PER, sayMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Change, State } from './change.js'

/** Another sum, or another basis or time of the same sum. */
export function valueChanges(earlier: Partnership, now: Partnership, before: State, after: State): Change[] {
  const [from, to] = [sayValue(earlier, before), sayValue(now, after)]
  if (from === to) return []
  return [
    {
      kind: 'value',
      partnerships: [now],
      text: `value: ${to}; it was ${from}`,
      course: undefined,
      before: at(earlier, 'value'),
      after: at(now, 'value'),
    },
  ]
}

/** Another tier, and so another rhythm of reviews and other documents. */
export function tierChanges(earlier: Partnership, now: Partnership, before: State, after: State): Change[] {
  const [from, to] = [before.policy.tier(earlier).id, after.policy.tier(now).id]
  if (from === to) return []
  return [
    {
      kind: 'tier',
      partnerships: [now],
      text: `is ${to}; it was ${from}`,
      course: undefined,
      before: at(earlier, 'name'),
      after: at(now, 'name'),
    },
  ]
}

const BASIS = {
  exact: '',
  approximate: 'about ',
  'just-under': 'nearly ',
  'at-least': 'at least ',
  'up-to': 'up to ',
} as const

function sayValue({ value }: Partnership, { register }: State): string {
  if (value === undefined) return 'not known'
  const { amount, basis = 'exact', per, direction } = value
  const currency = register.settings.currency ?? 'GBP'
  return `${BASIS[basis]}${sayMoney(amount, currency)}${per === undefined ? '' : ` ${PER[per]}`}${direction === undefined ? '' : `, ${direction}`}`
}
