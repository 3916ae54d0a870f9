import { currencyAt } from '../model/register-currency.js'
import { at } from '../model/place.js'
import type { Partnership } from '../model/partnership.js'
import type { RecordKind } from '../model/record-kinds.js'
import { titleOf } from '../model/role.js'
import { inWords } from '../model/words.js'
import type { Fact, State } from './fact.js'
import type { Named } from './pairs.js'
import { formatMoneyValue } from './format-field.js'

/** A record that is new. */
export function comingFacts(kind: RecordKind, it: Named, state: State): Fact[] {
  const common = { kind: 'added', weight: 'neutral', before: undefined, after: at(it, 'name') } as const
  if (kind !== 'partnership') return [{ ...common, did: 'is new in the register' }]
  const partnership = it as Named & Partnership
  const how = partnership.status === 'proposed' ? ', as a proposal' : ''
  return [{ ...common, did: `is new in the register${how} (${inBrief(partnership, state)})` }]
}

/** A record that was removed. A partnership should not be: its file should say that it has ended. */
export function goingFacts(kind: RecordKind, it: Named, state: State): Fact[] {
  const common = { kind: 'removed', before: at(it, 'name'), after: undefined } as const
  const did = 'was removed from the register'
  if (kind !== 'partnership') return [{ ...common, weight: 'neutral', did }]
  const partnership = it as Named & Partnership
  if (partnership.status === 'ended') return [{ ...common, weight: 'neutral', did: `${did}; it had ended` }]
  const was = `${inWords(partnership.status)} (${inBrief(partnership, state)})`
  return [{ ...common, weight: 'alarm', did: `${did} without being ended first; it was ${was}` }]
}

/** A record that has another id now. */
export const renamingFacts = (earlier: Named, now: Named): Fact[] =>
  earlier.id === now.id
    ? []
    : [
        {
          kind: 'renamed',
          weight: 'neutral',
          did: `has another id: ${now.id}; it was ${earlier.id}`,
          before: at(earlier, 'name'),
          after: at(now, 'name'),
        },
      ]

/** A partnership in brief: its kind, its money and its lead. */
export function inBrief(partnership: Partnership, { register }: State): string {
  const { kind, value, lead } = partnership
  const money =
    value === undefined ? 'value not stated' : formatMoneyValue(value, currencyAt(register, at(partnership, 'value')))
  const led = titleOf(register, lead)
  return [...(kind === undefined ? [] : [inWords(kind)]), money, ...(led === undefined ? [] : [`led by ${led}`])].join(
    ', ',
  )
}
