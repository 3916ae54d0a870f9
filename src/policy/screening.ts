import type { FactName } from '../model/condition.js'
import type { Path } from '../document/node.js'
import type { Partnership } from '../model/partnership.js'
import type { PolicyAnswers } from './answers.js'
import { isUnscreened } from './unscreened.js'
import { isSure, type DocumentDuty } from './documents.js'

/** A question whose answer shows which documents a partnership needs. */
export interface ScreeningQuestion {
  readonly id: string
  /** As a person is asked it. */
  readonly text: string
  /** The facts that an answer decides. */
  readonly facts: readonly FactName[]
  /** The fields of a partnership that hold the answer, the main one first. */
  readonly fields: readonly Path[]
}

/** The facts about the data that pass. */
export const DATA_FACTS: readonly FactName[] = [
  'data',
  'information-level',
  'data-direction',
  'shared-record',
  'processor',
  'controllership',
  'high-risk-data',
  'patient-data',
]

/** Five questions that decide every document of the released policies; docs/domain.md, section 4. */
export const SCREENING: readonly ScreeningQuestion[] = [
  {
    id: 'bond',
    text: 'What binds the partners, and who pays and who provides?',
    facts: ['kind', 'statutory', 'has', 'partner-kind', 'partner-role', 'our-role'],
    fields: [['kind']],
  },
  {
    id: 'money',
    text: 'Does money pass, how much, for how long and in which direction?',
    facts: ['annual-value', 'whole-life-value', 'value-direction', 'start', 'term-years', 'contributors'],
    fields: [['value', 'amount'], ['value', 'per'], ['value', 'direction'], ['start'], ['end']],
  },
  {
    id: 'data',
    text: 'Do personal data pass, who decides about them, and could their use harm people?',
    facts: DATA_FACTS,
    fields: [
      ['data', 'level'],
      ['data', 'controllership'],
      ['data', 'high-risk'],
      ['data', 'patient-data'],
    ],
  },
  { id: 'care', text: 'Is care or support delivered through it?', facts: ['care'], fields: [['care']] },
  {
    id: 'purchase',
    text: 'Was it bought, how was it let, and under which law?',
    facts: ['procurement', 'procurement-regime'],
    fields: [['procurement'], ['procurement-regime']],
  },
]

/** An open question of a partnership, with the documents that wait for its answer. */
export interface OpenQuestion {
  readonly question: ScreeningQuestion
  /** Those that its answer alone decides. */
  readonly settles: readonly DocumentDuty[]
  /** Those for which another answer is missing as well. */
  readonly helps: readonly DocumentDuty[]
}

/** The questions that are open for a partnership; those that settle most documents come first. */
export function openQuestionsOf(policy: PolicyAnswers, partnership: Partnership): OpenQuestion[] {
  const waiting = policy
    .documents(partnership)
    .filter((it) => !isSure(it))
    .map((duty) => ({ duty, facts: duty.unknown }))
  const isFirst = isUnscreened(policy.policy, partnership, policy.facts(partnership), policy.rank)
  return SCREENING.map((question): OpenQuestion => {
    const concerned = waiting.filter(({ facts }) => facts.some((it) => question.facts.includes(it)))
    const alone = concerned.filter(({ facts }) => facts.every((it) => question.facts.includes(it)))
    return {
      question,
      settles: alone.map((it) => it.duty),
      helps: concerned.filter((it) => !alone.includes(it)).map((it) => it.duty),
    }
  })
    .filter((it) => it.settles.length + it.helps.length > 0 || (isFirst && ASKED_FIRST.includes(it.question.id)))
    .sort((a, b) => b.settles.length - a.settles.length || b.helps.length - a.helps.length)
}

/** What is asked of a partnership about which nothing is recorded. */
const ASKED_FIRST: readonly string[] = ['money', 'data']
