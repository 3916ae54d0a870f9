import { Argument, Command, Option } from 'commander'
import { itemFields, type ItemField } from '../../edits/item-fields.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from '../../edits/item-kinds.js'
import { recordItem, type ItemRequest } from '../../edits/record-item.js'
import { confirm, exactDay } from '../../edits/set-dated.js'
import { partnershipTarget } from '../../edits/target.js'
import { askItem } from '../ask-item.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import { fieldOption } from '../field-option.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { mayAsk } from '../questions.js'
import { stampFor } from '../stamp.js'

export const record = (ports: Ports, exit: Exit) => {
  const command = new Command('record')
    .description(
      'add what is new of a partnership: a review, grades, a headline, a document; or confirm that all is right',
    )
    .addHelpText('after', HELP)
  command.addCommand(confirmCommand(ports, exit))
  for (const name of Object.keys(ITEM_KINDS) as ItemKindName[]) command.addCommand(itemCommand(ports, exit, name))
  return command
}

const HELP = `
What is missing is asked for at a terminal; elsewhere everything comes from the flags.

Examples:
  $ partners record confirm omhp
  $ partners record headline omhp --tone good --text "Waiting times are the shortest for two years."
  $ partners record review omhp --by "Quality Committee" --outcome continue`

const confirmCommand = (ports: Ports, exit: Exit) =>
  changing(
    new Command('confirm')
      .description('a lead says: all here is right, nothing has changed')
      .argument('<partnership>', 'its id; a name or alias will do, where only one has it')
      .option('--date <day>', 'the day on which the lead said so; today unless given'),
  )
    .addHelpText(
      'after',
      `\nExamples:\n  $ partners record confirm omhp\n  $ partners record confirm omhp --date 2019-04-30`,
    )
    .action(async (id: string, options: ChangeOptions & { date?: string }) =>
      exit(
        await changeRegister(ports, options, ({ register, asOf }) =>
          confirm(
            register,
            partnershipTarget(register, id),
            options.date === undefined ? asOf : exactDay(register, options.date),
            asOf,
          ),
        ),
      ),
    )

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

function itemCommand(ports: Ports, exit: Exit, name: ItemKindName): Command {
  const kind: ItemKind = ITEM_KINDS[name]
  const command = new Command(name)
    .description(kind.help)
    .addArgument(new Argument('<partnership>', 'its id; a name or alias will do, where only one has it'))
  const fields = itemFields(name)
  for (const field of fields) command.addOption(optionOf(field))
  if (kind.text !== 'text')
    command.option(
      '--text <text>',
      kind.text === undefined ? 'the comment on the one grade below G' : `the same as --${kind.text}`,
    )
  if (name === 'document')
    command.option('--replace', 'take the entry of the old one out, instead of keeping it as superseded')
  if (kind.date !== undefined && kind.date !== 'date') command.option('--date <day>', `the same as --${kind.date}`)
  return changing(command)
    .addHelpText('after', `\nExamples:\n${EXAMPLES[name].map((it) => `  $ partners record ${name} ${it}`).join('\n')}`)
    .action(async (id: string, options: Record<string, unknown>) =>
      exit(await runRecord(ports, name, id, requestOf(kind, fields, options), options as ChangeOptions)),
    )
}

const optionOf = ({ option, meta, item, path }: ItemField): Option =>
  fieldOption(option, meta, item, path.length > 1 ? `why ${path.at(-1)} is what it is` : meta.help)

/** Options by the names of fields. */
function requestOf(kind: ItemKind, fields: readonly ItemField[], options: Record<string, unknown>): ItemRequest {
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
export async function runRecord(
  ports: Ports,
  name: ItemKindName,
  id: string,
  request: ItemRequest,
  options: ChangeOptions,
): Promise<ExitCode> {
  const whole = mayAsk(ports) ? await askItem(ports, name, id, request, options) : request
  return changeRegister(ports, options, (opened) => {
    const target = partnershipTarget(opened.register, id)
    const { register, asOf } = opened
    const stamp = (on: string) => stampFor(opened, target.record, on)
    return recordItem(register, target, name, whole, asOf, name === 'review' ? stamp : undefined)
  })
}
