import { Command, Option } from 'commander'
import { rename } from '../../edits/rename.js'
import { targetOf } from '../../edits/target.js'
import { changeFormatOption, changeRegister, dryRunOption, type ChangeOptions } from '../change.js'
import { colourOptions, noCacheOption, registerOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface RenameOptions extends ChangeOptions {
  kind?: 'partnership' | 'organisation'
}

export const renameCommand = (ports: Ports, exit: Exit) =>
  colourOptions(
    new Command('rename')
      .description('give a partnership or organisation another id: its file, and every value that names it')
      .argument('<id>', 'its id now')
      .argument('<new-id>', 'its new id: small letters, digits and hyphens')
      .addOption(
        new Option('--kind <kind>', 'which is meant, where both have the id').choices(['partnership', 'organisation']),
      )
      .addOption(registerOption())
      .addOption(noCacheOption())
      .addOption(dryRunOption())
      .addOption(changeFormatOption()),
  )
    .addHelpText('after', HELP)
    .action(async (id: string, newId: string, options: RenameOptions) =>
      exit(await runRename(ports, id, newId, options)),
    )

const HELP = `
What the baseline accepts of it stays accepted. Its name is another matter: partners set ID name "…".

Examples:
  $ partners rename omhp oxfordshire-mental-health
  $ partners rename omhp oxfordshire-mental-health --dry-run`

/** Gives a record another id. */
export const runRename = (ports: Ports, id: string, newId: string, options: RenameOptions): Promise<ExitCode> =>
  changeRegister(ports, options, ({ register }) => rename(register, targetOf(register, id, options.kind), newId))
