import { currencyOf } from '../../model/money.js'
import { defineRegisterRule } from '../rule.js'
import { spelt } from '../spelt.js'

export const otherCurrency = defineRegisterRule({
  code: 'value/other-currency',
  severity: 'error',
  summary: 'A sum has the sign of a currency that is not the register’s.',
  source: 'register.yaml: currency; sums of two currencies cannot be added',
  why: 'It is in no total and gives no points towards a tier, as it cannot be added to the rest.',
  remedy: 'Convert it, and keep the original in `stated` or a comment; the register has one currency.',
  *check({ register }) {
    const { currency = 'GBP' } = register.settings
    for (const { at, text } of spelt(register, 'currency')) {
      const other = currencyOf(text) ?? currency
      if (other === currency) continue
      yield {
        at,
        key: text,
        message: `"${text}" is in ${other}, and the register counts in ${currency}`,
        hint: `write what it is in ${currency}; value has stated for the words of the paper`,
      }
    }
  },
})
