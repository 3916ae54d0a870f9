import { Command } from 'commander'
import { mergeOrganisations } from '../../edits/merge-organisations.js'
import { newOrganisation } from '../../edits/new-organisation.js'
import { exactDay } from '../../edits/set-dated.js'
import { targetOf, type Target } from '../../edits/target.js'
import { organisationSchema, type Organisation } from '../../model/organisation.js'
import { metaAt } from '../../model/schema-walk.js'
import type { Register } from '../../model/register.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import { fieldOption } from '../field-option.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface MergeOptions extends ChangeOptions {
  into: string
  on: string
}

interface NewOptions extends ChangeOptions {
  id?: string
  kind?: string
  alias?: string[]
  other?: boolean
}

export const organisation = (ports: Ports, exit: Exit) =>
  new Command('organisation')
    .description('add an organisation, or merge some into another')
    .addCommand(newCommand(ports, exit))
    .addCommand(mergeCommand(ports, exit))
    .addHelpText('after', HELP)

const HELP = `
Examples:
  $ partners organisation new "Riverside Mind" --kind third-sector
  $ partners organisation merge oxfordshire-ccg --into bob-icb --on 2022-07-01 --dry-run`

const newCommand = (ports: Ports, exit: Exit) =>
  changing(
    new Command('new')
      .description('add an organisation')
      .argument('<name>', 'its full name')
      .option('--id <new-id>', 'its id; made of the name otherwise')
      .addOption(fieldOption('kind', metaAt(organisationSchema, ['kind'])!))
      .option('--alias <names...>', 'other names in use')
      .option('--other', 'it is another one than those that look like it'),
  )
    .addHelpText('after', NEW_HELP)
    .action(async (name: string, options: NewOptions) => exit(await runNewOrganisation(ports, name, options)))

const NEW_HELP = `
Examples:
  $ partners organisation new "Riverside Mind" --kind third-sector
  $ partners organisation new "NHS Riverside ICB" --id riverside-icb --kind icb --alias "Riverside ICB"`

const mergeCommand = (ports: Ports, exit: Exit) =>
  changing(
    new Command('merge')
      .description('say that organisations went into another one; partnerships that go on name the successor')
      .argument('<organisations...>', 'those that are no more, by id, name or alias')
      .requiredOption('--into <organisation>', 'what they became')
      .requiredOption('--on <day>', 'the day on which they did'),
  )
    .addHelpText('after', MERGE_HELP)
    .action(async (names: string[], options: MergeOptions) => exit(await runMerge(ports, names, options)))

const MERGE_HELP = `
Each keeps its file, names and documents. What was signed or decided before keeps the name of the time, as do
partnerships that had ended by then.

Examples:
  $ partners organisation merge oxfordshire-ccg --into bob-icb --on 2022-07-01 --dry-run
  $ partners organisation merge brent-ccg harrow-ccg ealing-ccg --into nwl-icb --on 2022-07-01`

/** Adds an organisation. */
export const runNewOrganisation = (ports: Ports, name: string, options: NewOptions): Promise<ExitCode> =>
  changeRegister(ports, options, ({ register }) => {
    const { id, kind, alias: aliases, other = false } = options
    return newOrganisation(register, { name, id, kind, aliases }, other)
  })

/** Merges organisations into another one. */
export const runMerge = (ports: Ports, names: readonly string[], options: MergeOptions): Promise<ExitCode> =>
  changeRegister(ports, options, ({ register, asOf }) => {
    const old = [...new Map(names.map((it) => targetIn(register, it)).map((it) => [it.id, it])).values()]
    return mergeOrganisations(register, old, targetIn(register, options.into), {
      on: exactDay(register, options.on),
      asOf,
    })
  })

const targetIn = (register: Register, name: string) =>
  targetOf(register, name, 'organisation') as Target & { readonly record: Organisation }
