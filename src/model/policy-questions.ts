import { condition } from './condition.js'
import { appliesOn, grounds } from './grounds.js'
import { choice, duration, group, id, list, mapOf, number, text } from './fields.js'

/** The questions of forms; for self-assessments also which answers are reported. docs/domain.md, section 7a. */

const limit = (label: string, help: string) =>
  group(label, `${help} All conditions here must hold.`, () => ({
    when: condition('When', 'For which partnerships and partners; any that uses the organisation.').optional(),
    is: list('Is', 'The answer is one of these words.', text('Word', 'One answer.')),
    below: number('Below', 'The number is below this one.').optional(),
    above: number('Above', 'The number is above this one.').optional(),
    'older-than': duration('Older than', 'The day is longer ago than this; none and no count as well.').optional(),
    'ends-within': duration(
      'Ends within',
      'The day is nearer than this, or past; none and no count as well.',
    ).optional(),
    'not-in': choice('Not in', 'The answer is not among these.', {
      organisations: 'organisations of the register, by id, name or alias',
      identifiers: 'identifiers of the organisation in the register',
      standard: 'the version of the partnership standard in force',
    }).optional(),
    detail: choice('Detail', 'The detail after the answer itself.', {
      given: 'some',
      missing: 'none',
      undated: 'none, or none with a year',
    }).optional(),
  })).optional()

const question = group('Question', 'One question.', () => ({
  off: text('Off', 'Removes the inherited question; the reason why.').optional(),
  area: text('Area', 'The heading under which forms have it.').optional(),
  title: text('Title', 'The question in a few words.').optional(),
  answer: choice('Answer', 'The kind of answer; text where left out.', {
    'yes-no': 'yes or no',
    number: 'a number; a per cent sign may follow',
    day: 'a day as exact as it is known, or none',
    text: 'any words',
    choice: 'one of the values',
    document: 'yes, no, or the day of the document',
  }).optional(),
  values: list('Values', 'What may be chosen.', text('Value', 'One answer.')),
  document: id('Document', 'Id of the document that shows it.', { names: 'document-type' }).optional(),
  when: condition('When', 'Which partners it is for; all where left out.').optional(),
  error: limit('Error', 'Which answers are not acceptable.'),
  warning: limit('Warning', 'Which answers are a concern.'),
  ...grounds,
  ...appliesOn,
}))

export const questions = mapOf('Self-assessment', 'Questions of the governance self-assessment, by id.', question)

export const qualityQuestions = mapOf(
  'Quality review',
  'Questions of a peer quality review, by id, each under its area.',
  question,
)
