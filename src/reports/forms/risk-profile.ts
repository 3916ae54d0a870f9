import type { InexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { isOpenRisk, riskMatrix, riskName, type Risk, type RiskMatrix } from '../../model/risk.js'
import { capital, inWords } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { riskBands, riskCategories } from '../../policy/risk-bands.js'
import { confidentialNote } from './confidential-note.js'
import type { Form, FormField, FormQuestion, FormSection } from './form.js'

/** The risk profile: every category of the policy with the open risks of a partnership, or the reason why the category has no risk. */
export function riskProfileForm(register: Register, policy: PolicyAnswers, partnership?: Partnership): Form {
  const matrix = riskMatrix(register.settings)
  const categories = riskCategories(policy.policy)
  const known = partnership?.risks.filter((it) => isOpenRisk(it) || it.none !== undefined) ?? []
  const others = known.filter(({ category }) => !categories.some((it) => it.id === category))
  return {
    name: 'risk-profile',
    title: partnership === undefined ? 'Risk profile' : `Risk profile: ${partnership.name}`,
    for: partnership && `partnerships/${partnership.id}`,
    about: [
      'What could go wrong in this partnership, how likely is it, and what is done about it? Score each risk as it is now, with what is done today.',
      'For each kind of risk, write down those that matter. If no risk scores above 3, say why. Risks that are no longer there get the status closed; they are not deleted.',
      ...confidentialNote(register, partnership),
      ...(known.length > 0 ? ['What is on record is filled in. Check it, and change what is no longer right.'] : []),
    ],
    head: [{ key: 'date', label: 'Completed on' }],
    sections: [
      scale('Likelihood', 'How likely is it, with today’s controls?', matrix.likelihoods),
      scale('Consequence', 'How bad would it be?', matrix.consequences),
      bands(policy, matrix),
      ...categories.map(({ id, title }) =>
        section(
          title,
          id,
          known.filter((it) => it.category === id),
        ),
      ),
      ...(others.length === 0 ? [] : [{ title: 'Other risks', questions: others.map((it) => asked(it, it.category)) }]),
    ],
  }
}

const scale = (title: string, text: string, words: readonly string[]): FormSection => ({
  title,
  text,
  table: { head: ['Score', title], rows: words.map((word, index) => [String(index + 1), capital(word)]) },
  questions: [],
})

const bands = (policy: PolicyAnswers, matrix: RiskMatrix): FormSection => ({
  title: 'What the score means',
  text: 'The score of a risk is its likelihood times its consequence.',
  table: {
    head: ['Score', 'Risk'],
    rows: riskBands(policy.policy, matrix).map(({ id, from, to }) => [
      from === to ? String(from) : `${from} to ${to}`,
      capital(inWords(id)),
    ]),
  },
  questions: [],
})

/** The risks of a category, and room for another one, or for the reason why the category has no risk. */
function section(title: string, category: string, risks: readonly Risk[]): FormSection {
  const isNone = risks.length > 0 && risks.every((it) => it.none !== undefined)
  return {
    title,
    text:
      risks.length === 0 ? 'Nothing is on record yet. Write down a risk, or why no risk scores above 3.' : undefined,
    questions: [...risks.map((it) => asked(it, category)), ...(isNone ? [] : [blank(category, risks.length === 0)])],
  }
}

function asked(risk: Risk, category: string | undefined): FormQuestion {
  if (risk.none !== undefined)
    return {
      in: 'risks',
      text: 'No risk above 3',
      notes: [],
      fields: [...fixed(category), { key: 'none', label: 'Why there is none', last: risk.none }],
    }
  return {
    in: 'risks',
    text: capital(riskName(risk)),
    notes: [],
    fields: [
      ...(risk.id === undefined ? [] : [{ key: 'id', label: 'Id', last: risk.id, isFixed: true } as const]),
      ...fixed(category),
      ...FIELDS.map((it) => ({ ...it, last: lastOf(risk, it.key) })),
      { key: 'status', label: 'Status', help: 'open, accepted or closed', last: risk.status },
    ],
  }
}

const blank = (category: string, isFirst: boolean): FormQuestion => ({
  in: 'risks',
  text: isFirst ? 'A risk' : 'Another risk',
  notes: [],
  fields: [
    ...fixed(category),
    ...FIELDS,
    ...(isFirst ? [{ key: 'none', label: 'Or: why there is no risk above 3' }] : []),
  ],
})

const fixed = (category: string | undefined): FormField[] =>
  category === undefined ? [] : [{ key: 'category', label: 'Category', last: category, isFixed: true }]

const FIELDS: readonly FormField[] = [
  { key: 'title', label: 'Risk, in a few words' },
  { key: 'cause', label: 'Because of' },
  { key: 'effect', label: 'Leading to' },
  { key: 'likelihood', label: 'Likelihood', help: 'its score from the scale' },
  { key: 'consequence', label: 'Consequence', help: 'its score from the scale' },
  { key: 'mitigation', label: 'What is done about it' },
  { key: 'owner', label: 'Risk owner', help: 'a role' },
  { key: 'due', label: 'In place by' },
]

/** A value as it is written in a file. */
function lastOf(risk: Risk, key: string): string | undefined {
  const value = risk[key as keyof Risk]
  if (value === undefined || typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : (value as InexactDay).written
}
