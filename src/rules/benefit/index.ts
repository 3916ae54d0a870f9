import { benefitState, BENEFIT_WORDS, isShort, describeReached } from '../../model/benefit.js'
import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { type Rule, definePartnershipRule } from '../rule.js'

const missed = definePartnershipRule({
  code: 'benefit/missed',
  severity: 'warning',
  cause: 'time',
  summary: 'A benefit was not achieved as planned, or it is not recorded whether it was.',
  source: 'Benefits have a target and a day',
  why: 'How partnerships add value is the first question that an auditor asks.',
  remedy:
    'Decide what follows: a new target or day, or `outcome: given-up` with a note. Where the figures do not decide it, add `baseline` or `outcome`.',
  *check(partnership, { asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, benefit] of partnership.benefits.entries()) {
      const state = benefitState(benefit, asOf)
      if (!isShort(state) || state === 'past-due') continue
      const reached = describeReached(benefit)
      yield {
        at: at(partnership, 'benefits', index, benefit.outcome === undefined ? 'actual' : 'outcome'),
        key: benefit.id ?? benefit.title,
        message: `"${benefit.title}": ${BENEFIT_WORDS[state]}${reached === '' ? '' : `; ${reached}`}`,
        hint:
          state === 'unclear'
            ? 'add baseline as a number, which shows what is better, or outcome: met, partly-met or missed'
            : 'decide what follows: a new target and day, or outcome: given-up with a note',
      }
    }
  },
})

const pastDue = definePartnershipRule({
  code: 'benefit/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'A benefit is past its day, and no result is recorded.',
  source: 'Benefits have a day',
  why: 'Partnerships are entered into for their benefits; a benefit that is not measured may never have been achieved.',
  remedy: 'Add `actual`, or `outcome` where there is no figure; or write a new day.',
  *check(partnership, { asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, benefit] of partnership.benefits.entries())
      if (benefitState(benefit, asOf) === 'past-due')
        yield {
          at: at(partnership, 'benefits', index, 'due'),
          key: `${benefit.id ?? benefit.title} ${benefit.due!.last}`,
          message: `"${benefit.title}" was expected by ${formatInexactDay(benefit.due!)}, and no result is recorded`,
        }
  },
})

export const benefitRules: readonly Rule[] = [missed, pastDue]
