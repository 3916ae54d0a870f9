import type { Path } from '../../document/node.js'
import { hasParent } from '../../model/hierarchy.js'
import { formatMoney, formatSpread, currencyOf as currencyIn } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { at, atKey } from '../../model/place.js'
import { currencyOf, isOtherCurrency } from '../../model/register-currency.js'
import { isSpread, yearlySum, annualValue } from '../../policy/facts.js'
import type { Register } from '../../model/register.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { definePartnershipRule, type Rule, type RuleText, defineRegisterRule, isRunning, spelt } from '../rule.js'

const contributions = definePartnershipRule({
  code: 'value/contributions',
  severity: 'error',
  summary: 'The partners’ payments do not add up to the value, or ours is not our share of it.',
  source:
    'Contributions of one year make up the yearly value; 0.1% is allowed for rounding, 5% where the value is approximate',
  why: 'Somebody’s payment is missing or counted twice, or one of the sums is for another year.',
  remedy: 'Correct `pays`, `value.amount` or `value.ours`.',
  *check(partnership, { register }) {
    const { value, partners } = partnership
    const sum = yearlySum(partnership)
    const paying = partners.flatMap(({ pays }, index) => (pays === undefined ? [] : [{ pays, index }]))
    const places = [at(partnership, 'value'), ...paying.map(({ index }) => at(partnership, 'partners', index, 'pays'))]
    const isLost = register.unreadable.some(({ file, lost }) => file === partnership.file && lost.some(isOfMoney))
    if (isLost || value === undefined || sum === undefined || value.per === 'once' || paying.length === 0) return
    if (places.some((it) => isOtherCurrency(register, it))) return
    const format = (pence: number) => formatMoney(pence, currencyOf(register))
    const stated = isSpread(partnership) ? formatSpread(sum, currencyOf(register)) : format(sum)
    const payment = ({ index, pays }: (typeof paying)[number]) => ({
      at: at(partnership, 'partners', index, 'pays'),
      message: `${format(pays)} a year`,
    })
    const all = paying.reduce((total, it) => total + it.pays, 0)
    if (differs(all, sum, value.basis, paying.length === partners.length))
      yield {
        at: at(partnership, 'partners', paying[0]!.index, 'pays'),
        key: 'sum',
        message: `what the partners pay comes to ${format(all)} a year, and the value is ${stated}`,
        hint: 'correct pays of the partners, or the value; a payment that is not recorded is not taken as zero, nor as the rest',
        related: paying.map(payment),
      }
    const own = paying.filter(({ index }) => partners[index]!.organisation === register.settings.organisation)
    const ours = own.reduce((total, it) => total + it.pays, 0)
    if (own.length > 0 && value.ours !== undefined && value.per !== 'total' && ours !== value.ours)
      yield {
        at: at(partnership, 'value', 'ours'),
        key: 'ours',
        message: `our share is ${format(value.ours)}, and we pay ${format(ours)} a year`,
        hint: 'correct ours, or pays of our own organisation among the partners',
        related: own.map(payment),
      }
  },
})

/** @param isAll are the payments of all partners recorded? If not, they may come to less, but never to more */
function differs(paid: number, value: number, basis: NonNullable<Partnership['value']>['basis'], isAll: boolean) {
  const slack = value * (basis === 'approximate' || basis === 'just-under' ? 0.05 : 0.001)
  const isMore = basis !== 'at-least' && paid > value + slack
  const isLess = basis !== 'up-to' && isAll && paid < value - slack
  return isMore || isLess
}

/** Where one of these could not be read, the sum of the others means nothing. */
const isOfMoney = ([first, , key]: Path) =>
  first === 'value' || (first === 'partners' && (key === undefined || key === 'pays'))

const notStated = definePartnershipRule({
  code: 'value/not-stated',
  severity: 'info',
  summary: 'Neither the value nor the reason why it is unknown is stated.',
  source: 'Unknown counts as a point and at least standard',
  why: 'Unknown must not look like zero.',
  remedy: 'Add `value`, or list it under `unknown` with the reason.',
  *check(partnership, { register, policy }) {
    if (
      hasParent(register, partnership) ||
      !isRunning(partnership) ||
      partnership.value !== undefined ||
      policy.facts(partnership)['annual-value'] !== undefined ||
      'value' in partnership.unknown
    )
      return
    yield { at: atKey(partnership, 'value'), message: 'no value is stated' }
  },
})

const otherCurrency = defineRegisterRule({
  code: 'value/other-currency',
  severity: 'error',
  summary: 'A sum has the sign of a currency that is not the register’s.',
  source: 'register.yaml: currency; sums of two currencies cannot be added',
  why: 'It is in no total and gives no points towards a tier, as it cannot be added to the rest.',
  remedy: 'Convert it, and keep the original in `stated` or a comment; the register has one currency.',
  *check({ register }) {
    const { currency = 'GBP' } = register.settings
    for (const { at, text } of spelt(register, 'currency')) {
      const other = currencyIn(text) ?? currency
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

const totalWithoutTerm = definePartnershipRule({
  code: 'value/total-without-term',
  severity: 'warning',
  summary: 'A total is given without the time that it is for.',
  source: 'A total is spread over its years: those of its period, or else those of the term',
  why: 'Only the term distinguishes £65m in all from £65m a year; the whole sum counts as one year’s.',
  remedy: 'Add `period` to the value, or `start` and `end` to the partnership, or give the sum per year.',
  *check(partnership) {
    const { value, start, end } = partnership
    const hasTerm = start !== undefined && end !== undefined && end !== 'none'
    if (value?.per !== 'total' || value.period !== undefined || hasTerm) return
    yield {
      at: at(partnership, 'value', 'per'),
      message: 'this is a total, but start or end is not known, so all of it counts as one year’s',
    }
  },
})

const withoutProcurement = definePartnershipRule({
  code: 'value/without-procurement',
  severity: 'warning',
  summary: 'A contract over the limit has no procurement.',
  source:
    'policy.yaml: limits, whole-life-procurement and procurement-value; procurement law, standing financial instructions',
  why: 'How it was let has to be lawful, and shown to be. A waiver of our own instructions sets no law aside.',
  remedy:
    'Add `procurement` (competitive, framework or direct-award) and `procurement-regime`. A single-action-waiver sets aside our own instructions, and no law: what procurement law demands, such as a notice, is still due.',
  *check(partnership, { register, policy }) {
    const { kind, procurement, unknown } = partnership
    const isStated = (procurement !== undefined && procurement !== 'none') || 'procurement' in unknown
    if (kind !== 'contract' || isStated) return
    const over = overLimit(partnership, register, policy)
    if (over === undefined) return
    yield {
      at: atKey(partnership, procurement === undefined ? 'value' : 'procurement'),
      message: `a contract of ${over.sum} has no procurement, which is needed from ${formatMoney(over.limit, register.settings.currency)}`,
    }
  },
})

/** The sum by which a contract is over a limit, in words: over its whole life as the law counts, or else a year's. */
function overLimit(partnership: Partnership, register: Register, policy: PolicyAnswers) {
  const { currency } = register.settings
  const limits = policy.policy.single('limits') ?? {}
  const annual = annualValue(register, partnership)
  const [life] = policy.facts(partnership)['whole-life-value'] ?? []
  const [lifeLimit, annualLimit] = [limits['whole-life-procurement'], limits['procurement-value']]
  const isPaidToUs = partnership.value?.direction === 'income'
  if (lifeLimit !== undefined && typeof life === 'number' && life >= lifeLimit && !isPaidToUs)
    return { sum: `${formatMoney(life, currency)} over its whole life`, limit: lifeLimit }
  const limit = annualLimit ?? (isPaidToUs || life !== undefined ? undefined : lifeLimit)
  if (limit === undefined || annual === undefined || annual < limit) return undefined
  const sum = isSpread(partnership) ? formatSpread(annual, currency) : formatMoney(annual, currency)
  return { sum: `${sum}${partnership.value?.per === 'once' ? '' : ' a year'}`, limit }
}

/** A value lacks a field without which its amount means little. */
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
      // nothing has neither a direction nor a period
      if (value !== undefined && value.amount !== 0 && value[field] === undefined && !(`value.${field}` in unknown))
        yield { at: at(partnership, 'value'), message }
    },
  })

export const valueRules: readonly Rule[] = [
  contributions,
  fieldMissing('direction', 'the value does not state its funding direction', {
    severity: 'info',
    summary: 'A value does not state its funding direction.',
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
