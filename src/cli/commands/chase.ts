import { join } from 'node:path'
import type { Duty } from '../../duties/duty.js'
import { dutiesOf } from '../../duties/index.js'
import { inNoLetter, lettersOf, nameOf, type Addressee, type Letter } from '../../duties/letters.js'
import { roleNamed } from '../../duties/role-named.js'
import { clean } from '../../model/clean.js'
import { chosenRecord } from '../../model/find-record.js'
import { formatDay, type Day } from '../../model/day.js'
import type { Organisation } from '../../model/organisation.js'
import { successorOf } from '../../model/participation.js'
import { withRoleTitles } from '../../model/role-titles.js'
import { allOf, UsageError } from '../../model/usage-error.js'
import { counted } from '../../model/words.js'
import { letterRows } from '../../output/letter-rows.js'
import { answerPolicy } from '../../policy/answers.js'
import { openComplete, write, writeRows } from '../answer.js'
import { readContacts } from '../chase/contacts.js'
import { letterJson } from '../chase/letter-json.js'
import type { Chase } from '../chase/chase.js'
import { LETTER_FORMATS, lettersJson, wordLetter, type Written } from '../chase/written-letters.js'
import { fileNames, writeLetters } from '../chase/write-letters.js'
import { choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { asOfOption } from '../as-of.js'
import { colourOptions, dryRunOption, incompleteOption, statesOptions } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import { remark } from '../report-error.js'

const options = [
  ...statesOptions,
  option('--lead <role>', 'the letter to this role (its title or an alias)'),
  option('--partner <organisation>', 'the letter to this partner', { completes: { names: 'organisation' } }),
  option('--all', 'every letter that there is today', { conflicts: ['lead', 'partner'] }),
  optionWithDefault('--format <format>', 'output format; eml is a draft that mail programs open', 'text', {
    choices: choicesOf(LETTER_FORMATS),
  }),
  option('--out <dir>', 'write a file for each letter into this folder, over none that is there', {
    completes: 'folders',
  }),
  dryRunOption,
  asOfOption,
  incompleteOption,
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const chase = defineCommand({
  name: 'chase',
  description: 'Write reminders of what is due, to roles and to partners; nothing is sent',
  options,
  notes: `Without --lead, --partner or --all: which letters there would be.

A letter says what is overdue, what is due soon and what is needed now, why, and what to send back. A partner is only written to about its own documents. Where a self-assessment or a risk profile is due, its form follows the letter. The texts are templates/letter-lead.md.hbs and templates/letter-partner.md.hbs, which a register can replace in its own templates folder.

Addresses come from contacts.local.yaml beside register.yaml, if it is there, and are never committed:

    roles:
      Chief Nurse: chief.nurse@example.nhs.uk
    organisations:
      town-mind: office@example.org`,
  examples: [
    'partners chase                                      which letters there would be',
    'partners chase --lead "Chief Nurse"',
    'partners chase --partner elmore --format eml --out letters',
    'partners chase --all --format eml --out letters/december',
  ],
  run,
})

/** Writes the letters that were chosen, or lists those that there would be. */
async function run(ports: Ports, options: Options): Promise<ExitCode> {
  const opened = await openComplete(ports, options)
  const register = withRoleTitles(opened.register)
  const policy = answerPolicy(register, opened.asOf)
  const duties = dutiesOf(register, policy)
  const every = lettersOf(duties, opened.asOf, policy.soon)
  const roles = every.flatMap(({ to }) => (to.kind === 'lead' ? to.role : []))
  const contacts = await readContacts({ ...opened, register }, roles)
  for (const it of contacts.unknown) remark(ports, it)
  const chase: Chase = { ...opened, register, policy, contacts }
  const leaderless = inNoLetter(duties, opened.asOf, policy.soon).length
  if (options.all) {
    const code = await writeChosen(ports, options, chase, every)
    if (every.length === 0 && leaderless === 0) remark(ports, describeNone(policy.soon))
    if (leaderless > 0) remark(ports, describeLeaderless(leaderless))
    return code
  }
  const wanted = wantedBy(options, chase, duties)
  if (wanted.length === 0) return list(ports, options, chase, every, leaderless)
  const found = wanted.map((to) => ({ to, letter: every.find((it) => isTo(it, to)) }))
  for (const { to, letter } of found)
    if (letter === undefined)
      remark(ports, `${nameOf(to)} has nothing due by ${formatDay(policy.soon)}, so there is no letter`)
  return writeChosen(
    ports,
    options,
    chase,
    found.flatMap(({ letter }) => letter ?? []),
  )
}

/**
 * The role and the partner that were named.
 * @throws UsageError if there is no such role or organisation, with the one that was probably meant
 */
function wantedBy({ lead, partner }: Options, chase: Chase, duties: readonly Duty[]): Addressee[] {
  return allOf<Addressee>([
    ...(lead === undefined ? [] : [() => ({ kind: 'lead' as const, role: roleNamed(chase.register, duties, lead) })]),
    ...(partner === undefined
      ? []
      : [() => ({ kind: 'partner' as const, organisation: partnerNamed(chase, partner) })]),
  ])
}

/** The organisation that was named, or what it has become by mergers: that one has to send the documents. */
function partnerNamed({ register, asOf }: Chase, written: string): Organisation {
  const named = chosenRecord(register, written, 'organisation').record as Organisation
  const id = successorOf(register, named.id, asOf)
  const organisation = register.organisations.find((it) => it.id === id) ?? named
  if (id !== successorOf(register, register.settings.organisation, asOf)) return organisation
  throw new UsageError(`${organisation.name} keeps this register`, 'name one of its partners, or a role with --lead')
}

const isTo = ({ to }: Letter, wanted: Addressee): boolean =>
  to.kind === 'lead'
    ? wanted.kind === 'lead' && to.role === wanted.role
    : wanted.kind === 'partner' && to.organisation === wanted.organisation

/** Lists the letters that there would be, and how they are written. */
async function list(
  ports: Ports,
  options: Options,
  chase: Chase,
  every: readonly Letter[],
  leaderless: number,
): Promise<ExitCode> {
  const { format, out, color } = options
  if (out !== undefined || format === 'eml')
    throw new UsageError('no letter was chosen', 'name --lead, --partner or --all; partners chase lists the letters')
  if (format === 'json') {
    const listed = every.map((it) => letterJson(chase, it))
    write(ports, undefined, lettersJson(chase, listed))
    return 0
  }
  const listed = every.map((letter) => ({ letter, isAddressed: chase.contacts.addressesOf(letter.to).length > 0 }))
  await writeRows(
    ports,
    { color, format: format === 'text' ? 'table' : format },
    { tables: () => [letterRows(listed)], below: describeList(chase, every.length, leaderless), json: () => ({}) },
  )
  return 0
}

function describeList({ asOf, policy }: Chase, count: number, leaderless: number): string {
  if (count === 0 && leaderless === 0) return describeNone(policy.soon)
  const how = `${counted(count, 'letter')}, as of ${formatDay(asOf)}; nothing is sent.
partners chase --lead ROLE or --partner ID prints one, and --all prints all of them;
--format eml --out DIR writes drafts for a mail program.`
  return [...(count === 0 ? [] : [how]), ...(leaderless === 0 ? [] : [describeLeaderless(leaderless)])].join('\n')
}

const describeNone = (soon: Day) => `Nobody has anything due by ${formatDay(soon)}, so there is no letter.`
const describeLeaderless = (count: number) =>
  `${counted(count, 'duty')} ${count === 1 ? 'has' : 'have'} no role to write to; partners due lists ${count === 1 ? 'it' : 'them'}.`

/** Prints letters, or writes a file for each. */
async function writeChosen(ports: Ports, options: Options, chase: Chase, chosen: readonly Letter[]): Promise<ExitCode> {
  refuseUnwritable(options, chosen.length)
  const written: Written[] = []
  for (const letter of chosen) {
    const one = await wordLetter(ports, chase, letter)
    if (one === undefined) return 2
    written.push(one)
  }
  const { textOf } = LETTER_FORMATS[options.format]
  if (options.out !== undefined) await writeFiles(ports, options, chase, written)
  else if (written.length > 0 || options.format === 'json')
    write(ports, undefined, await textOf(written, chase, ports.stdout.width))
  return 0
}

/** @throws UsageError where letters do not go where they should */
function refuseUnwritable({ format, out, dryRun }: Options, count: number): void {
  if (out !== undefined) return
  if (dryRun) throw new UsageError('--dry-run writes no files, and none were asked for', 'add --out DIR')
  if (format === 'eml' && count > 1)
    throw new UsageError(`${count} letters do not fit into one .eml file`, 'write them with --out DIR')
}

/** Writes each letter into a file of the folder, and reports its name. */
async function writeFiles(ports: Ports, options: Options, chase: Chase, written: readonly Written[]): Promise<void> {
  const { out = '', dryRun = false } = options
  const { ending, textOf } = LETTER_FORMATS[options.format]
  const texts = await Promise.all(written.map((it) => textOf([it], chase, FILE_WIDTH)))
  const names = fileNames(
    written.map((it) => it.letter.to),
    ending,
  )
  const files = names.map((name, index) => ({ name, text: texts[index]! }))
  const made = writeLetters(ports, out, files, dryRun)
  for (const name of names) {
    const what = !made.includes(name) ? 'the same' : dryRun ? 'would write' : 'written'
    ports.stdout.write(`${what} ${clean(join(out, name))}\n`)
  }
  remark(ports, 'nothing was sent')
}

/** The width of letters in files, whatever the terminal is. */
const FILE_WIDTH = 80
