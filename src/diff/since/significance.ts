import { currencyAt } from '../../model/currency.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { sayMoneyValue } from '../say-money-value.js'
import type { State } from '../state.js'
import type { Change } from './change.js'

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

const sayValue = (partnership: Partnership, { register }: State): string =>
  partnership.value === undefined
    ? 'not known'
    : sayMoneyValue(partnership.value, currencyAt(register, at(partnership, 'value')))
