import { echoed } from '../../edits/echoed.js'
import { recordSelfAssessment, type Assessed } from '../../edits/record-self-assessment.js'
import { targetOf, type Target } from '../../edits/target.js'
import type { State } from '../../diff/fact.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { counted } from '../../model/words.js'
import { answerPolicy } from '../../policy/answers.js'
import { beyondLimit } from '../../rules/self-assessments.js'
import { valueOf } from '../../rules/rule.js'
import { changeRegister, changingOptions } from '../change.js'
import { argument, defineCommand, option } from '../define-command.js'
import { completedAnswers, dayOfForm, formFile } from './record-from.js'

const options = [
  option('--date <day>', 'when it was completed; by default today'),
  option('--form <text>', 'which form and version'),
  option('--source <text>', 'where the answers come from'),
  option('--answer <question=answer...>', 'the answers, such as A1=charity'),
  option('--from <file>', 'a completed form in YAML, or a CSV file with the columns question and answer'),
  ...changingOptions,
] as const

export const recordSelfAssessmentCommand = defineCommand({
  name: 'self-assessment',
  description: 'Add the governance self-assessment of a partner, or of a partnership, with its answers',
  arguments: [argument('<id>', 'an organisation or partnership, by id, name or alias')],
  options,
  notes: `partners form self-assessment prints the questions. Answers are checked against policy: those that are not acceptable, or a
concern, are shown, and still recorded. A partnership answers a form of its own, which --form names.`,
  examples: [
    'partners record self-assessment oxfordshire-mind --from mind.yaml --dry-run',
    'partners record self-assessment oxfordshire-mind --date 2019-04-01 --answer A1=charity A3=7 "C3=95%, the last two by June 2019"',
    'partners record self-assessment omhp --form "Partnership checklist, 2019" --answer aims=agreed roles=unclear',
  ],
  run: (ports, { date, form, source, answer = [], from, ...rest }, id) => {
    const typed = eachOnce(answer.map(readAnswerOption))
    const file = from === undefined ? undefined : formFile(ports, from)
    if (file !== undefined && typed.size > 0)
      throw new UsageError('--answer and --from both give answers', 'use one of the two')
    return changeRegister(
      ports,
      rest,
      async ({ register, asOf }) => {
        const target = assessedTarget(register, id)
        if (file !== undefined && target.kind === 'partnership')
          throw new UsageError(
            `${target.name} is a partnership, whose own form is not one that partners form prints`,
            'give its answers with --answer, and its name with --form',
          )
        const completed = file === undefined ? { answers: typed } : await completedAnswers(file, register, target)
        if (completed.answers.size === 0)
          throw new UsageError('no answer is given', 'write --answer A1=charity, or --from with a form')
        const read = { date: undefined, source: undefined, ...completed }
        return recordSelfAssessment(register, answerPolicy(register, asOf), target, {
          ...read,
          date: dayOfForm(register, date, read.date) ?? asOf,
          form,
          source: source ?? read.source,
        })
      },
      (after) => notedAnswers(after, id),
    )
  },
})

/** The organisation or partnership that is meant. @throws UsageError if something else is */
function assessedTarget(register: Register, id: string): Target<Assessed> {
  const target = targetOf(register, id)
  if (target.kind === 'organisation' || target.kind === 'partnership') return target as Target<Assessed>
  throw new UsageError(`${target.name} has no self-assessments`, 'name an organisation or a partnership')
}

/** @throws UsageError if a question has two answers */
function eachOnce(answers: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const twice = answers.find(([id], index) => answers.findIndex(([other]) => other === id) !== index)
  if (twice === undefined) return new Map(answers)
  throw new UsageError(`${echoed(twice[0])} is answered twice`, 'give each question one answer')
}

/** `A1=charity` as the question and its answer. @throws UsageError without an equals sign */
function readAnswerOption(text: string): [string, string] {
  const [, question, answer] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (question === undefined || answer === undefined || answer.trim() === '')
    throw new UsageError(
      `"${echoed(text)}" is no answer`,
      'write the question, an equals sign and the answer: A1=charity',
    )
  return [question.trim(), answer]
}

/** Answers that are not acceptable, or a concern, in the words of the findings about them. */
function notedAnswers({ register, policy }: State, id: string): string[] {
  const { file } = targetOf(register, id)
  const found = (level: 'error' | 'warning') =>
    [...beyondLimit({ register, policy, asOf: policy.asOf }, level)]
      .filter((it) => 'file' in it.at && it.at.file === file)
      .map((it) => valueOf(it.message))
  const [bad, doubtful] = [found('error'), found('warning')]
  const told = (what: string, texts: readonly string[]) =>
    texts.length === 0
      ? []
      : [`${counted(texts.length, 'answer')} ${texts.length === 1 ? 'is' : 'are'} ${what}: ${texts.join('; ')}.`]
  return [...told('not acceptable', bad), ...told('a concern', doubtful)]
}
