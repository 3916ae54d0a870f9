import { amountFigure, isOneOff, yearlyValue } from '../../figures/yearly.js'
import { at } from '../../model/place.js'
import { valueDoubts } from '../gaps.js'
import { sumsOf } from '../sums-of.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** What it is worth, which way the money goes, what is doubtful about that, and every other sum. */
export function money(
  about: About,
): AboutPart<'value' | 'valueStands' | 'direction' | 'ours' | 'stated' | 'doubts' | 'sums'> {
  const { register, partnership } = about
  const { name, value } = partnership
  const ours = value?.ours
  const yearly = yearlyValue(register, partnership) ?? null
  return {
    value: yearly,
    valueStands: stands(about, yearly !== null),
    direction: value?.direction ?? null,
    ours:
      ours === undefined
        ? null
        : amountFigure({ amount: ours }, register, { name, at: at(partnership, 'value', 'ours') }),
    stated: value?.stated ?? null,
    doubts: value === undefined ? [] : valueDoubts(partnership),
    sums: sumsOf(register, partnership),
  }
}

function stands({ partnership, whole }: About, isYearly: boolean): AboutPart<'valueStands'>['valueStands'] {
  if (isYearly) return 'yearly'
  if (isOneOff(partnership)) return 'once'
  return whole === undefined ? 'not known' : 'in the whole'
}
