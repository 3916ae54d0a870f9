import type { Path } from '../../document/node.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { childOf, metaAt } from '../../model/schema-walk.js'
import { capital, counted } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { openQuestionsOf, SCREENING } from '../../policy/screening.js'
import { confidentialNote } from './confidential-note.js'
import type { Form, FormQuestion } from './form.js'

/**
 * The questions that decide which documents a partnership needs, those that settle most first; a blank form has all five.
 * Fields that are stated already are not asked again.
 */
export function screeningForm(register: Register, policy: PolicyAnswers, partnership?: Partnership): Form {
  const open =
    partnership === undefined
      ? SCREENING.map((question) => ({ question, use: undefined }))
      : openQuestionsOf(policy, partnership).map((it) => ({ question: it.question, use: describeUse(it) }))
  return {
    name: 'screening',
    title: partnership === undefined ? 'Five questions' : `Questions about ${partnership.name}`,
    for: partnership && `partnerships/${partnership.id}`,
    about: [
      open.length === 0
        ? 'What is on record decides which papers this partnership needs. There is nothing to answer.'
        : 'The answers decide which papers this partnership needs, and most need few. Leave blank what you do not know; nobody minds a “not known yet”.',
      ...confidentialNote(register, partnership),
    ],
    head: [{ key: 'date', label: 'Answered on' }],
    sections: open.map(({ question, use }) => ({
      title: question.text,
      text: use,
      questions: question.fields.filter((path) => !isStated(partnership, path)).map(asked),
    })),
  }
}

/** What an answer is good for: `It settles 4 documents, and helps with 2.`; undefined where it settles none. */
export function describeUse({
  settles,
  helps,
}: Pick<ReturnType<typeof openQuestionsOf>[number], 'settles' | 'helps'>): string | undefined {
  const parts = [
    ...(settles.length > 0 ? [`settles ${counted(settles.length, 'document')}`] : []),
    ...(helps.length > 0
      ? [`helps with ${settles.length > 0 ? helps.length : counted(helps.length, 'document')}`]
      : []),
  ]
  return parts.length === 0 ? undefined : `It ${parts.join(', and ')}.`
}

/** Does a partnership state a field already? */
export function isStated(partnership: Partnership | undefined, path: Path): boolean {
  const value = path.reduce<unknown>((it, key) => childOf(it, key), partnership)
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}

function asked(path: Path): FormQuestion {
  const meta = metaAt(partnershipSchema, [...path])!
  const values = meta.kind === 'list' ? metaAt(partnershipSchema, [...path, 0])! : meta
  const { enum: names = [], enumDescriptions: meanings = [] } = values.json as {
    readonly enum?: readonly string[]
    readonly enumDescriptions?: readonly string[]
  }
  return {
    in: 'answers',
    text: capital(meta.reader ?? meta.label),
    notes: [
      meta.help,
      ...(names.length === 0
        ? []
        : [
            `Answer with one of: ${names.map((it, index) => (meanings[index] ? `${it} (${meanings[index]})` : it)).join('; ')}.`,
          ]),
      ...(meta.kind === 'flag' ? ['Answer yes or no.'] : []),
    ],
    fields: [{ key: path.join('.'), label: 'Answer' }],
  }
}
