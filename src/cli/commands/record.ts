import { itemFields, type ItemField } from '../../edits/item-fields.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from '../../edits/item-kinds.js'
import { recordItem, type ItemRequest, type Filled } from '../../edits/record-item.js'
import { confirm, exactDay } from '../../edits/set-dated.js'
import { partnershipTarget } from '../../edits/target.js'
import { askItem } from '../ask/item.js'
import { changeRegister, changingOptions, type ChangeOptions, type ToChange } from '../change.js'
import { fromOption, recordReviewFrom, recordRiskProfileCommand } from './record-from.js'
import { recordRecommendationCommand } from './record-recommendation.js'
import { recordSelfAssessmentCommand } from './record-self-assessment.js'
import { recordStandardCommand } from './record-standard.js'
import { argument, defineCommand, type MakeCommand, option, type TypedOption } from '../define-command.js'
import { fieldOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import { mayAsk } from '../ask/field.js'
import type { Written } from '../../document/edit.js'
import { parseInexactDay, formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { UsageError } from '../../model/usage-error.js'
import { answerPolicy } from '../../policy/answers.js'
import { sha256 } from '../../source/sha256.js'
import { stampOf } from '../../stamps/stamp.js'

const target = argument('<partnership>', 'its id, or a name or alias that only one has')

const confirmCommand = defineCommand({
  name: 'confirm',
  description: 'Record that the lead confirms: everything here is right',
  arguments: [target],
  options: [option('--date <day>', 'the day of the confirmation; by default today'), ...changingOptions],
  examples: ['partners record confirm omhp', 'partners record confirm omhp --date 2019-04-30'],
  run: (ports, { date, ...options }, id) =>
    changeRegister(ports, options, ({ register, asOf }) =>
      confirm(register, partnershipTarget(register, id), date === undefined ? asOf : exactDay(register, date), asOf),
    ),
})

const EXAMPLES: Record<ItemKindName, readonly string[]> = {
  review: [
    'omhp --by "Quality Committee" --outcome continue',
    'omhp --date 2019-04-29 --by Board --outcome change --text "Scope to be agreed."',
  ],
  assessment: [
    'omhp --governance G --relationships A/G --outcomes A --text "Access target missed."',
    'omhp --governance G --relationships G --outcomes G',
  ],
  headline: [
    'omhp --tone good --text "A new safe haven has opened."',
    'omhp --date 2019-04-16 --text "The partners met to plan the year."',
  ],
  action: [
    'omhp --text "Agree the recovery plan" --owner "Chief Operating Officer" --due 2019-06-30',
    'omhp --text "Send the signed agreement" --due 2019-05',
  ],
  document: [
    'omhp --type agreement --signed 2019-04-01 --expires 2021-03-31',
    'omhp --type agreement --signed 2021-04-01 --expires 2023-03-31 --link https://docs.example/omhp-2021',
    'omhp --type insurance --status not-applicable --reason "Every partner is a public body."',
  ],
  risk: [
    'omhp --text "Vacancies among support workers" --category staff-wellbeing --likelihood 4 --consequence 3',
    'omhp --category finances --none "All costs are fixed until 2021."',
  ],
  milestone: ['omhp --text "First joint team in place" --due 2019-09', 'omhp --text "Lease signed" --done 2019-04-12'],
  benefit: [
    'omhp --title "Fewer nights in hospital" --measure "nights a year" --baseline 900 --target 700 --due 2020-03',
  ],
  measure: ['omhp --title Referrals --period 2018/19 --actual 15,000 --target 14,000'],
  evaluation: ['omhp --title "Two years on" --by "University of Oxford" --state planned --due 2020-06'],
  recommendation: [],
  issue: ['omhp --title "No room for the team" --owner "Chief Operating Officer" --opened 2019-03'],
  interest: ['omhp --who response --what "Its chair is a governor of the trust" --declared 2019-01'],
  amount: [
    'omhp --title "Running costs" --amount 300k --per year',
    'omhp --title "Set-up" --amount "about £25k" --per once --from response',
  ],
  partner: [
    'omhp --organisation response --roles provider --share 12.5%',
    'omhp --group "GP federations" --count 3 --roles member',
  ],
  'quality-review': [
    'omhp --text "Joint care planning" --reviewer response --due 2019-10',
    'omhp --text "Safe haven" --state done --grade good',
  ],
}

function itemCommand(name: ItemKindName): MakeCommand {
  if (name === 'recommendation') return recordRecommendationCommand // it may also belong to an audit
  const kind: ItemKind = ITEM_KINDS[name]
  const fields = itemFields(name)
  return defineCommand({
    name,
    description: kind.help,
    arguments: [target],
    options: [...fields.map(optionOf), ...shortOptions(name, kind), ...changingOptions],
    examples: EXAMPLES[name].map((it) => `partners record ${name} ${it}`),
    run: (ports, options, id) => {
      const request = requestOf(kind, fields, options)
      const { from } = options as { readonly from?: string }
      if (name !== 'quality-review' || from === undefined) return run(ports, options, name, id, request)
      refuseBesideForm(request)
      return recordReviewFrom(ports, options, from, id)
    },
  })
}

/** A form has everything in it. */
function refuseBesideForm(request: ItemRequest): void {
  const given = Object.keys(request).find((it) => request[it] !== undefined)
  if (given !== undefined) throw new UsageError(`--${given} and --from both describe the review`, 'use one of the two')
}

/** Options for the text and the day that are the same for every kind, and what only documents have. */
function* shortOptions(name: ItemKindName, { text, date }: ItemKind): Iterable<TypedOption> {
  if (text !== 'text')
    yield option('--text <text>', text === undefined ? 'the comment on the one grade below G' : `the same as --${text}`)
  if (name === 'quality-review') yield fromOption
  if (name === 'document') yield option('--replace', 'remove the old entry, instead of keeping it as superseded')
  if (date !== undefined && date !== 'date') yield option('--date <day>', `the same as --${date}`)
}

const optionOf = ({ option, meta, item, path }: ItemField): TypedOption =>
  fieldOption(option, meta, item, path[0] === 'comments' ? `why ${path.at(-1)} is what it is` : meta.help)

/** The values of options, by the names of fields. */
function requestOf(kind: ItemKind, fields: readonly ItemField[], options: Readonly<Record<string, unknown>>) {
  const given = (option: string) =>
    options[option.replace(/-(\w)/g, (_, it: string) => it.toUpperCase())] as string | undefined
  const request: Record<string, string | readonly string[] | undefined> = Object.fromEntries(
    fields.map(({ option }) => [option, given(option)]),
  )
  if (given('text') !== undefined) request['text'] = given('text')
  if (options['replace'] === true) request['replace'] = 'yes'
  if (kind.date !== undefined && kind.date !== 'date') request[kind.date] ??= given('date')
  return request
}

/** Adds an item to a partnership. */
async function run(
  ports: Ports,
  options: ChangeOptions,
  name: ItemKindName,
  id: string,
  request: ItemRequest,
): Promise<ExitCode> {
  const complete = mayAsk(ports)
    ? await askItem(ports, name, (register) => partnershipTarget(register, id), request, options)
    : request
  return changeRegister(ports, options, (opened) => {
    const target = partnershipTarget(opened.register, id)
    const { register, asOf } = opened
    const stamp = (on: string) => stampFor(opened, target.record, on)
    return recordItem(register, target, name, complete, asOf, name === 'review' ? stamp : undefined)
  })
}

export const record = defineCommand({
  name: 'record',
  description: 'Add a review, grades, a headline, a document, a form or the like, or confirm that everything is right',
  commands: [
    confirmCommand,
    ...(Object.keys(ITEM_KINDS) as ItemKindName[]).map(itemCommand),
    recordSelfAssessmentCommand,
    recordRiskProfileCommand,
    recordStandardCommand,
  ],
  notes: 'At a terminal it asks for what is missing; elsewhere everything comes from the options.',
  examples: [
    'partners record confirm omhp',
    'partners record headline omhp --tone good --text "Waiting times are the shortest for two years."',
    'partners record review omhp --by "Quality Committee" --outcome continue',
  ],
})

/**
 * The stamp of what a review has seen, which is the register at the time of recording. A review that is recorded after
 * a later one gets no stamp, as it did not see what the later one did.
 * @param date the day of the review as its field takes it
 * @throws UsageError if some of what it saw could not be read
 */
function stampFor({ register, asOf }: ToChange, partnership: Partnership, date: string): Filled {
  const day = parseInexactDay(date) as InexactDay
  const later = partnership.reviews.find((it) => it.date.first > day.last && it.date.first <= asOf)
  if (later !== undefined) {
    const note = `There is a later review, of ${formatInexactDay(later.date)}, so this one gets no stamp.`
    return { filled: {}, notes: [note] }
  }
  const stamp = stampOf(partnership, { register, policy: answerPolicy(register, asOf), hash: sha256 }) as Written
  const notes =
    day.last < asOf ? [`The stamp is of the register on ${formatDay(asOf)}, not on the day of the review.`] : []
  return { filled: { stamp }, notes }
}
