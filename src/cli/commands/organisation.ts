import { mergeOrganisations } from '../../edits/merge-organisations.js'
import { newOrganisation } from '../../edits/new-organisation.js'
import { exactDay } from '../../edits/set-dated.js'
import { targetOf, type Target } from '../../edits/target.js'
import { organisationSchema, type Organisation } from '../../model/organisation.js'
import { metaAt } from '../../model/schema-walk.js'
import type { Register } from '../../model/register.js'
import { changeRegister, changingOptions } from '../change.js'
import { fieldOption } from '../options.js'
import { argument, defineCommand, option, requiredOption, type TypedOption } from '../define-command.js'

const kind: TypedOption<'kind', string | undefined> = fieldOption('kind', metaAt(organisationSchema, ['kind'])!)

const newCommand = defineCommand({
  name: 'new',
  description: 'Add an organisation',
  arguments: [argument('<name>', 'its full name')],
  options: [
    option('--id <new-id>', 'its id; by default made from the name'),
    kind,
    option('--alias <names...>', 'other names in use'),
    option('--other', 'it is not one of those that look like it'),
    ...changingOptions,
  ],
  examples: [
    'partners organisation new "Riverside Mind" --kind third-sector',
    'partners organisation new "NHS Riverside ICB" --id riverside-icb --kind icb --alias "Riverside ICB"',
  ],
  run: (ports, options, name) =>
    changeRegister(ports, options, ({ register }) => {
      const { id, kind, alias: aliases, other = false } = options
      return newOrganisation(register, { name, id, kind, aliases }, other)
    }),
})

const mergeCommand = defineCommand({
  name: 'merge',
  description: 'Record that organisations became part of another; partnerships that continue name the successor',
  arguments: [argument('<organisations...>', 'those that no longer exist, by id, name or alias')],
  options: [
    requiredOption('--into <organisation>', 'what they became'),
    requiredOption('--on <day>', 'the day of the merger'),
    ...changingOptions,
  ],
  notes: `Each keeps its file, names and documents. What was signed or decided before keeps the name of the time, as do
partnerships that had ended by then.`,
  examples: [
    'partners organisation merge oxfordshire-ccg --into bob-icb --on 2022-07-01 --dry-run',
    'partners organisation merge brent-ccg harrow-ccg ealing-ccg --into nwl-icb --on 2022-07-01',
  ],
  run: (ports, options, names) =>
    changeRegister(ports, options, ({ register, asOf }) => {
      const old = [...new Map(names.map((it) => targetIn(register, it)).map((it) => [it.id, it])).values()]
      return mergeOrganisations(register, old, targetIn(register, options.into), exactDay(register, options.on), asOf)
    }),
})

export const organisation = defineCommand({
  name: 'organisation',
  description: 'Add an organisation, or merge several into another',
  commands: [newCommand, mergeCommand],
  examples: [
    'partners organisation new "Riverside Mind" --kind third-sector',
    'partners organisation merge oxfordshire-ccg --into bob-icb --on 2022-07-01 --dry-run',
  ],
})

const targetIn = (register: Register, name: string) => targetOf(register, name, 'organisation') as Target<Organisation>
