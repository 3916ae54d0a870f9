import { finishRename, renameRecord, renameRole } from '../../edits/rename.js'
import { targetOf } from '../../edits/target.js'
import type { Register } from '../../model/register.js'
import { changeRegister, changingOptions } from '../change.js'
import { argument, defineCommand, option } from '../define-command.js'

export const renameCommand = defineCommand({
  name: 'rename',
  description: 'Change an id, or the title of a role; every value that names it follows',
  arguments: [
    argument('<id>', 'the present id, or the present title of a role'),
    argument('<new-id>', 'the new id: lower-case letters, digits and hyphens; or the new title'),
  ],
  options: [
    option('--kind <kind>', 'which one, if both have the id; role for a title in register.yaml', {
      choices: ['partnership', 'organisation', 'role'],
    }),
    ...changingOptions,
  ],
  notes: `What the baseline accepts stays accepted. If you have already renamed the file by hand, the rest follows. To change
the name rather than the id: partners set ID name "…".`,
  examples: [
    'partners rename omhp oxfordshire-mental-health',
    'partners rename omhp oxfordshire-mental-health --dry-run',
    'partners rename --kind role "Director of Corporate Affairs" "Director of Governance"',
  ],
  run: (ports, { kind, ...options }, id, newId) =>
    changeRegister(ports, options, ({ register }) =>
      kind === 'role'
        ? renameRole(register, id, newId)
        : (finishedByHand(register, id, newId, kind) ?? renameRecord(register, targetOf(register, id, kind), newId)),
    ),
})

/** The rest of a rename, if the file already has the new name. */
function finishedByHand(register: Register, id: string, newId: string, kind?: 'partnership' | 'organisation') {
  const exists = [...register.partnerships, ...register.organisations].some((it) => it.id === newId.trim())
  return exists ? finishRename(register, id, targetOf(register, newId.trim(), kind)) : undefined
}
