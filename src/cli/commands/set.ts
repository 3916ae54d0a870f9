import { setValue } from '../../edits/set-value.js'
import { targetOf } from '../../edits/target.js'
import { UsageError } from '../../model/usage-error.js'
import { changeRegister, changingOptions } from '../change.js'
import { argument, defineCommand, option, type OptionsOf } from '../define-command.js'
import type { Ports } from '../ports.js'

const options = [
  option('--unset', 'remove the field'),
  option('--kind <kind>', 'which one, if both have the id', { choices: ['partnership', 'organisation'] }),
  ...changingOptions,
] as const
type Options = OptionsOf<typeof options>

export const set = defineCommand({
  name: 'set',
  description: 'Change one field; nothing else in its file moves',
  arguments: [
    argument('<id>', 'a partnership or organisation, an update such as 2019-04, or register for register.yaml'),
    argument('<path>', 'the field, as in value.amount or risks[workforce].owner'),
    argument('[value...]', 'the value; several for a list such as aliases'),
  ],
  options,
  notes: `An item of a list is named by its id or title, its position from 1, or latest. A value that begins with a hyphen
follows --.`,
  examples: [
    'partners set omhp lead "Service Manager, Adult Community"',
    'partners set omhp "assessments[latest].outcomes" A/G --dry-run',
    'partners set oxfordshire-mind aliases "Oxford Mind" Mind',
  ],
  run,
})

/** Gives a field of a record another value, or removes it. */
async function run(ports: Ports, options: Options, id: string, path: string, value: readonly string[]) {
  if (options.unset && value.length > 0) throw new UsageError('--unset takes no value', 'leave the value out')
  if (!options.unset && value.length === 0)
    throw new UsageError(`${path} needs a value`, 'write it after the path, or remove the field with --unset')
  return changeRegister(ports, options, ({ register }) =>
    setValue(register, targetOf(register, id, options.kind), path, value),
  )
}
