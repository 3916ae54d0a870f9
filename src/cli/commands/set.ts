import { Command, Option } from 'commander'
import { setValue } from '../../edits/set-value.js'
import { targetOf } from '../../edits/target.js'
import { UsageError } from '../../model/usage-error.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface SetOptions extends ChangeOptions {
  kind?: 'partnership' | 'organisation'
  unset?: boolean
}

export const set = (ports: Ports, exit: Exit) =>
  changing(
    new Command('set')
      .description('give a field another value; nothing else in its file moves')
      .argument('<id>', 'a partnership or organisation, an update such as 2019-04, or register for register.yaml')
      .argument('<path>', 'the field, as in value.amount or risks[workforce].owner')
      .argument('[value...]', 'the value; several for a list such as aliases')
      .option('--unset', 'take the field out')
      .addOption(
        new Option('--kind <kind>', 'which is meant, where both have the id').choices(['partnership', 'organisation']),
      ),
  )
    .addHelpText('after', HELP)
    .action(async (id: string, path: string, value: string[], options: SetOptions) =>
      exit(await runSet(ports, { id, path, value }, options)),
    )

const HELP = `
An item of a list is named by what it is known by, its position from 1, or latest. A value that begins with a hyphen
follows --.

Examples:
  $ partners set omhp lead "Service Manager, Adult Community"
  $ partners set omhp "assessments[latest].outcomes" A/G --dry-run
  $ partners set oxfordshire-mind aliases "Oxford Mind" Mind`

/** Gives a field of a record another value, or takes it out. */
export async function runSet(
  ports: Ports,
  { id, path, value }: { readonly id: string; readonly path: string; readonly value: readonly string[] },
  options: SetOptions,
): Promise<ExitCode> {
  if (options.unset && value.length > 0) throw new UsageError('--unset takes no value', 'leave the value out')
  if (!options.unset && value.length === 0)
    throw new UsageError(`${path} needs a value`, 'write it after the path, or take the field out with --unset')
  return changeRegister(ports, options, ({ register }) =>
    setValue(register, targetOf(register, id, options.kind), path, value),
  )
}
