import { setFields, type FieldAnswer } from '../../edits/set-fields.js'
import { newPartnershipNotes } from '../../edits/new-partnership-notes.js'
import { confirm } from '../../edits/set-dated.js'
import type { FormFile } from '../../edits/forms/read-form.js'
import { partnershipTarget, type Target } from '../../edits/target.js'
import { chosenRecord } from '../../model/find-record.js'
import { isPlainList } from '../../edits/check-value.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { counted, formatNames, inShort, inWords } from '../../model/words.js'
import { questionRows, questionSheet, type Asked } from '../../output/question-rows.js'
import { rowFormats } from '../../output/rows/index.js'
import { answerPolicy, type PolicyAnswers } from '../../policy/answers.js'
import { isSure } from '../../policy/documents.js'
import { openQuestionsOf, SCREENING } from '../../policy/screening.js'
import { openComplete, writeRows, type Complete } from '../answer.js'
import { mayAsk } from '../ask/field.js'
import { askScreening, meantBy } from '../ask/screening.js'
import { changeRegister } from '../change.js'
import { completedForm, formFile } from './record-from.js'
import { argument, choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { answeringOptions, dryRunOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'

const options = [
  option('--answer <field=value...>', 'answers without being asked, such as data.level=none'),
  option('--from <file>', 'answers in a completed form, as partners form screening --format yaml prints it', {
    conflicts: ['answer'],
  }),
  option('--alive', 'it is still alive, and all else in its entry is right: confirm it'),
  option('--list', 'list the questions, at a terminal as well'),
  dryRunOption,
  optionWithDefault('--format <format>', 'output format', 'table', { choices: choicesOf(rowFormats) }),
  ...answeringOptions,
] as const
type Options = OptionsOf<typeof options>

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask the few questions that decide which documents a partnership needs, and write the answers',
  arguments: [argument('[partnership]', 'its id, or a name or alias that only one has; by default, all are listed')],
  options,
  notes: `Every question says how many documents its answer settles, the most first. At a terminal it asks them; elsewhere it
lists them, and takes answers from --answer. Nothing else in the file moves.`,
  examples: [
    'partners ask                                        every open question, and what it would settle',
    'partners ask omhp',
    'partners form screening --for omhp --out omhp.html    the same as a page for its lead',
    'partners ask omhp --answer data.level=none value.amount=nil --alive --dry-run',
    'partners ask omhp --answer "partners[elmore].roles=provider" --dry-run',
  ],
  run,
})

async function run(ports: Ports, options: Options, id: string | undefined): Promise<ExitCode> {
  const given = (options.answer ?? []).map(readAnswer)
  const isAnswered = given.length > 0 || options.alive === true || options.from !== undefined
  if (id === undefined) {
    if (isAnswered) throw new UsageError('an answer needs a partnership', 'partners ask ID --answer field=value')
    await list(ports, options, undefined)
    return 0
  }
  if (isAnswered) return answer(ports, options, id, given, options.alive === true)
  if (options.list !== true && mayAsk(ports) && options.out === undefined) return askAtTerminal(ports, options, id)
  await list(ports, options, id)
  return 0
}

const ASKED = SCREENING.flatMap(({ fields }) => fields.map((it) => it.join('.')))

/** `data.level=none` as a field and its values. @throws UsageError without an equals sign, or of another field */
function readAnswer(text: string): FieldAnswer {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (path === undefined || value === undefined)
    throw new UsageError(
      `"${inShort(text, 60)}" is no answer`,
      'write the field, an equals sign and the value: data.level=none',
    )
  if (!ASKED.includes(path.trim()) && !/^partners\[[^\]]+\]\.roles$/.test(path.trim()))
    throw new UsageError(
      `"${inShort(path, 60)}" is not one of the fields that are asked`,
      `they are ${ASKED.join(', ')} and partners[ORGANISATION].roles; partners set changes any other`,
    )
  return answerOf(path, value)
}

async function askAtTerminal(ports: Ports, options: Options, id: string): Promise<ExitCode> {
  const { partnership, questions, opened } = await questionsFor(ports, options, id)
  const tell = (line: string) => ports.stdout.write(`${line}\n`)
  if (questions.length === 0) tell(`${partnership.name}: every document is decided.`)
  const { answers, isAlive } = await askScreening(opened.register, partnership, questions, tell)
  if (answers.length === 0 && !isAlive) {
    tell('Nothing was written.')
    return 0
  }
  return answer(ports, options, partnership.id, answers, isAlive)
}

/** Writes answers, and a confirmation if it is still alive. */
function answer(ports: Ports, options: Options, id: string, typed: readonly FieldAnswer[], isAlive: boolean) {
  const format = options.format === 'json' ? 'json' : 'text'
  const file = options.from === undefined ? undefined : formFile(ports, options.from)
  return changeRegister(
    ports,
    { ...options, format },
    async ({ register, asOf }) => {
      const target = partnershipTarget(register, id)
      const answers = file === undefined ? typed : await answersIn(file, register, target)
      const change = setFields(
        register,
        target,
        answers,
        `${target.name}: ${counted(answers.length, 'answer')} recorded`,
      )
      if (!isAlive) return change
      const confirmed = confirm(register, target, asOf, asOf)
      if (answers.length === 0) return confirmed
      return { ...change, edits: [...change.edits, ...confirmed.edits], sentence: `${change.sentence}, and confirmed` }
    },
    ({ register, policy }) =>
      newPartnershipNotes(register, policy, chosenRecord(register, id, 'partnership').record.id),
  )
}

/** A field with its answer; of a list several answers stand between commas, and yes or no is meant by a flag. */
function answerOf(written: string, value: string): FieldAnswer {
  const path = written.trim()
  const isList = isPlainList(partnershipSchema, path.split('.'))
  if (isList) return { path, values: value.split(/[,;]/).flatMap((it) => it.trim() || []) }
  return { path, values: [meantBy(path.split('.'), value) ?? value] }
}

/** The answers of a completed form. @throws UsageError with every mistake in it, or if it is of another partnership */
async function answersIn(file: FormFile, register: Register, target: Target): Promise<FieldAnswer[]> {
  const { data, refuseMistakes } = await completedForm('screening', file, register, target)
  refuseMistakes()
  return Object.entries(data.answers).map(([path, value]) => answerOf(path, value))
}

async function questionsFor(ports: Ports, options: Options, id: string) {
  const opened = await openComplete(ports, options)
  const policy = answerPolicy(opened.register, opened.asOf)
  const partnership = chosenRecord(opened.register, id, 'partnership').record as Partnership
  return { opened, partnership, questions: openQuestionsOf(policy, partnership) }
}

/** Lists the open questions of one partnership, or of all that have not ended. */
async function list(ports: Ports, options: Options, id: string | undefined): Promise<void> {
  const opened = await openComplete(ports, options)
  const { register, asOf } = opened
  const policy = answerPolicy(register, asOf)
  const chosen =
    id === undefined ? register.partnerships : [chosenRecord(register, id, 'partnership').record as Partnership]
  const asked = chosen
    .map((partnership): Asked => ({ partnership, questions: openQuestionsOf(policy, partnership) }))
    .filter((it) => it.questions.length > 0)
  await writeRows(ports, options, {
    tables: () => (asked.length === 0 ? [] : [questionRows(asked, id !== undefined)]),
    below: asked.length === 0 ? describeNone(policy, chosen) : describe(asked, id),
    sheet: () => questionSheet(asked),
    json: () => asJson(opened, asked),
  })
}

/** Where no question is open: is every document decided, or do some wait for a fact that is not among the questions? */
function describeNone(policy: PolicyAnswers, partnerships: readonly Partnership[]): string {
  const waiting = partnerships.flatMap((it) => policy.documents(it).filter((duty) => !isSure(duty)))
  if (waiting.length === 0) return 'There is no open question: what is recorded decides every document.'
  const facts = [...new Set(waiting.flatMap((it) => it.unknown))].sort()
  return `There is no open question, but ${counted(waiting.length, 'document')} ${waiting.length === 1 ? 'waits' : 'wait'} for what no question asks: ${formatNames(facts.map(inWords))}.`
}

/** How much the answers would settle, and how to give them. */
function describe(asked: readonly Asked[], id: string | undefined): string {
  const questions = asked.flatMap((it) => it.questions)
  const waiting = new Set(questions.flatMap((it) => [...it.settles, ...it.helps]))
  const of = id === undefined ? 'ID' : asked[0]!.partnership.id
  const [field] = questions[0]!.question.fields
  const wait = `for which ${counted(waiting.size, 'document')} ${waiting.size === 1 ? 'waits' : 'wait'}`
  return `${counted(questions.length, 'open question')}, ${wait}. At a terminal partners ask ${of} asks; elsewhere, as in partners ask ${of} --answer ${field!.join('.')}=…`
}

const asJson = ({ asOf, missing }: Complete, asked: readonly Asked[]) => ({
  asOf,
  incomplete: missing,
  partnerships: asked.map(({ partnership, questions }) => ({
    record: partnership.id,
    name: partnership.name,
    questions: questions.map(({ question, settles, helps }) => ({
      id: question.id,
      text: question.text,
      fields: question.fields.map((it) => it.join('.')),
      settles: settles.map((it) => it.type),
      helps: helps.map((it) => it.type),
    })),
  })),
})
