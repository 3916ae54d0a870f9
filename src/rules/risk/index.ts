import { formatInexactDay } from '../../model/day.js'
import { slug } from '../../model/id.js'
import { at, atKey } from '../../model/place.js'
import { openRisks, type OpenRisk, type Risk, riskMatrix } from '../../model/risk.js'
import { lowerFirst } from '../../model/words.js'
import { extremeFrom, blankCategories } from '../../policy/risk-bands.js'
import { definePartnershipRule, type Checked, type Rule, type RuleText, defineRecordRule } from '../rule.js'

const categoryBlank = definePartnershipRule({
  code: 'risk/category-blank',
  severity: 'info',
  summary: 'A risk profile leaves out a category.',
  source: 'Risk profile: every category, or “no risk above 3, because…”',
  why: 'A category that nobody filled in was not considered.',
  remedy: 'Add a risk of that category, or one with `none` and the reason.',
  *check(partnership, { policy }) {
    if (partnership.risks.length < 3 || partnership.status === 'ended') return // fewer risks are notes, not a profile
    for (const { id, title } of blankCategories(policy.policy, partnership))
      yield {
        at: atKey(partnership, 'risks'),
        key: id,
        message: `the risk profile does not cover ${lowerFirst(title)}`,
        hint: `add a risk with category: ${id}, or one with none: the reason`,
      }
  },
})

const outsideMatrix = defineRecordRule({
  code: 'risk/outside-matrix',
  severity: 'error',
  summary: 'A risk is scored on a step that the risk matrix of register.yaml does not have.',
  source: '`risk-matrix` in register.yaml; five by five where it has none',
  why: 'A score that the matrix does not have is in no row of the risk paper, and in a band that is not meant.',
  remedy: 'Correct the score, or add the step to `risk-matrix`.',
  records: ['partnership'],
  *check(partnership, { register }) {
    const { likelihoods, consequences } = riskMatrix(register.settings)
    for (const { index, risk, key } of openRisks(partnership))
      for (const [scale, words] of [
        ['likelihood', likelihoods],
        ['consequence', consequences],
      ] as const) {
        const step = risk[scale]
        if (step !== undefined && step > words.length)
          yield {
            at: at(partnership, 'risks', index, scale),
            key: `${key} ${scale}`,
            message: `${scale} is ${step}, and the risk matrix of register.yaml has ${words.length} steps for it`,
            hint: `write 1 ${words[0]} to ${words.length} ${words.at(-1)}`,
          }
      }
  },
})

const sameText = definePartnershipRule({
  code: 'risk/same-text',
  severity: 'warning',
  summary: 'Two categories of a risk profile have the same text.',
  source: 'Risk profile: the worst credible event of each category',
  why: 'A text that fits two categories was written once, and copied.',
  remedy: 'Say what could go wrong in each category, or remove one of them.',
  *check(partnership) {
    const first = new Map<string, number>()
    for (const { index, risk, key } of openRisks(partnership)) {
      const { category, title = '', cause = '', effect = '' } = risk
      const text = slug(`${title} ${cause} ${effect}`)
      if (category === undefined || text === '') continue
      const earlier = first.get(text)
      if (earlier === undefined) first.set(text, index)
      else if (partnership.risks[earlier]!.category !== category)
        yield {
          at: at(partnership, 'risks', index, 'category'),
          key,
          message: `${category} and ${partnership.risks[earlier]!.category} have the same text`,
          related: [{ at: at(partnership, 'risks', earlier, 'category'), message: 'the same text' }],
        }
    }
  },
})

interface RiskRule extends RuleText {
  /** What is wrong with an open risk: the message, and the field that it is about, if it is about one. */
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
    why: 'An extreme risk without mitigation is accepted in practice, but nobody has decided to accept it.',
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
