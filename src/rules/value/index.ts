import type { Rule } from '../rule.js'
import { contributions } from './contributions.js'
import { directionMissing } from './direction-missing.js'
import { notStated } from './not-stated.js'
import { otherCurrency } from './other-currency.js'
import { perMissing } from './per-missing.js'
import { totalWithoutTerm } from './total-without-term.js'
import { withoutProcurement } from './without-procurement.js'

export const valueRules: readonly Rule[] = [
  contributions,
  directionMissing,
  notStated,
  otherCurrency,
  perMissing,
  totalWithoutTerm,
  withoutProcurement,
]
