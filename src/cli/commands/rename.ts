import { Command, Option } from 'commander'
import { finishRename, renameRecord, renameRole } from '../../edits/rename.js'
import { targetOf } from '../../edits/target.js'
import type { Register } from '../../model/register.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface RenameOptions extends ChangeOptions {
  kind?: 'partnership' | 'organisation' | 'role'
}

export const renameCommand = (ports: Ports, exit: Exit) =>
  changing(
    new Command('rename')
      .description(
        'give a partnership or organisation another id, or a role another title; every value that names it follows',
      )
      .argument('<id>', 'its id now, or the title of a role')
      .argument('<new-id>', 'its new id: small letters, digits and hyphens; or the new title')
      .addOption(
        new Option(
          '--kind <kind>',
          'which is meant, where both have the id; role for a title in register.yaml',
        ).choices(['partnership', 'organisation', 'role']),
      ),
  )
    .addHelpText('after', HELP)
    .action(async (id: string, newId: string, options: RenameOptions) =>
      exit(await runRename(ports, id, newId, options)),
    )

const HELP = `
What the baseline accepts of it stays accepted. Where its file was given the new name by hand, the rest follows. Its name is another matter: partners set ID name "…".

Examples:
  $ partners rename omhp oxfordshire-mental-health
  $ partners rename omhp oxfordshire-mental-health --dry-run
  $ partners rename --kind role "Director of Corporate Affairs" "Director of Governance"`

/** Gives a record another id, or a role another title. */
export const runRename = (
  ports: Ports,
  id: string,
  newId: string,
  { kind, ...options }: RenameOptions,
): Promise<ExitCode> =>
  changeRegister(ports, options, ({ register }) =>
    kind === 'role'
      ? renameRole(register, id, newId)
      : (finishedByHand(register, id, newId, kind) ?? renameRecord(register, targetOf(register, id, kind), newId)),
  )

/** Its file may have the new name already. */
function finishedByHand(
  register: Register,
  id: string,
  newId: string,
  kind: 'partnership' | 'organisation' | undefined,
) {
  const isThere = [...register.partnerships, ...register.organisations].some((it) => it.id === newId.trim())
  return isThere ? finishRename(register, id, targetOf(register, newId.trim(), kind)) : undefined
}
