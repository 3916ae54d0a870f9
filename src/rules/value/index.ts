import { at } from '../../model/place.js'
import { definePartnershipRule, type Rule, type RuleText } from '../rule.js'
import { contributions } from './contributions.js'
import { notStated } from './not-stated.js'
import { otherCurrency } from './other-currency.js'
import { totalWithoutTerm } from './total-without-term.js'
import { withoutProcurement } from './without-procurement.js'

/** A value lacks one of the fields without which its amount cannot be read. */
const fieldMissing = (
  field: 'direction' | 'per',
  message: string,
  rule: Pick<RuleText, 'severity' | 'summary' | 'source' | 'why' | 'remedy'>,
): Rule =>
  definePartnershipRule({
    ...rule,
    code: `value/${field}-missing`,
    *check(partnership) {
      const { value, unknown } = partnership
      if (value !== undefined && value[field] === undefined && !(`value.${field}` in unknown))
        yield { at: at(partnership, 'value'), message }
    },
  })

export const valueRules: readonly Rule[] = [
  contributions,
  fieldMissing('direction', 'the value does not say which way the money goes', {
    severity: 'info',
    summary: 'A value does not say which way the money goes.',
    source: 'Money in and money out are never added up',
    why: 'Income and payments in one total mean nothing.',
    remedy: 'Add `direction`: income, spend or pooled; or list `value.direction` under `unknown` with the reason.',
  }),
  notStated,
  otherCurrency,
  fieldMissing('per', 'the value does not say whether it is for a year or in all; it counts as a year’s', {
    severity: 'warning',
    summary: 'A value does not say whether it is for a year or in all.',
    source: '`per` is required: the forensic network’s £65m is called contractual value under a heading of yearly ones',
    why: 'The same number can be ten times too large.',
    remedy: 'Add `per: year` or `per: total`.',
  }),
  totalWithoutTerm,
  withoutProcurement,
]
