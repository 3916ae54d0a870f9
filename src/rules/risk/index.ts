import { formatInexactDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { openRisks, type OpenRisk, type Risk } from '../../model/risk.js'
import { extremeFrom } from '../../policy/risk-bands.js'
import { definePartnershipRule, type Checked, type Rule, type RuleText } from '../rule.js'
import { categoryBlank } from './category-blank.js'
import { outsideMatrix } from './outside-matrix.js'
import { sameText } from './same-text.js'

interface RiskRule extends Omit<RuleText, 'cause'>, Partial<Pick<RuleText, 'cause'>> {
  /** What is wrong with an open risk: the message, and the field it is about unless it is about the risk. */
  find(risk: OpenRisk, checked: Checked): { readonly field?: keyof Risk; readonly message: string } | false
}

/** A rule about the open risks of a partnership, one at a time. */
const riskRule = ({ find, ...rule }: RiskRule): Rule =>
  definePartnershipRule({
    ...rule,
    *check(partnership, checked) {
      for (const risk of openRisks(partnership)) {
        const found = find(risk, checked)
        if (found === false) continue
        const path = found.field === undefined ? [risk.index] : [risk.index, found.field]
        yield { at: at(partnership, 'risks', ...path), key: risk.key, message: found.message }
      }
    },
  })

export const riskRules: readonly Rule[] = [
  riskRule({
    code: 'risk/accepted-by-nobody',
    severity: 'warning',
    summary: 'A risk is accepted, without the role that accepted it.',
    source: 'A risk is accepted by a role that may do so',
    why: 'A risk that nobody accepted by name is a risk that was forgotten.',
    remedy: 'Add `accepted-by`, the role that accepted it, or set its status to open.',
    find: ({ risk }) =>
      risk.status === 'accepted' &&
      risk['accepted-by'] === undefined && {
        field: 'status',
        message: 'this risk is accepted, but not by a named role',
      },
  }),
  categoryBlank,
  riskRule({
    code: 'risk/extreme-without-mitigation',
    severity: 'error',
    summary: 'An extreme risk has no mitigation.',
    source: 'policy.yaml: risk-bands; 15 to 25 is extreme',
    why: 'An extreme risk without mitigation has been accepted without anybody saying so.',
    remedy: 'Add `mitigation`, or have the risk accepted by a named role.',
    find: ({ risk, score = 0 }, { policy }) =>
      risk.mitigation === undefined &&
      risk.status !== 'accepted' &&
      score >= extremeFrom(policy.policy) && { message: `this risk scores ${score} and has no mitigation` },
  }),
  riskRule({
    code: 'risk/no-owner',
    severity: 'warning',
    summary: 'A risk has no owner.',
    source: 'A risk belongs to a role',
    why: 'Nobody watches what belongs to nobody.',
    remedy: 'Add `owner`: a role of register.yaml.',
    find: ({ risk, score }) => risk.owner === undefined && score !== undefined && { message: 'this risk has no owner' },
  }),
  outsideMatrix,
  riskRule({
    code: 'risk/past-due',
    severity: 'warning',
    cause: 'time',
    summary: 'The mitigation of a risk is overdue.',
    source: 'Mitigations have a day',
    why: 'A mitigation that is late is not a control.',
    remedy: 'Finish it, or write a new day.',
    find: ({ risk: { due } }, { asOf }) =>
      due !== undefined &&
      due.last < asOf && { field: 'due', message: `its mitigation was due ${formatInexactDay(due)}` },
  }),
  sameText,
  riskRule({
    code: 'risk/target-above-current',
    severity: 'error',
    summary: 'The target of a risk is above its current score.',
    source: 'Target must not exceed current',
    why: 'A target above the current score calls for more risk.',
    remedy: 'Correct the target or the scores.',
    find: ({ risk: { target }, score }) =>
      target !== undefined &&
      score !== undefined &&
      target > score && { field: 'target', message: `the target ${target} is above today’s score ${score}` },
  }),
]
