import { end, exactDay } from '../../edits/set-dated.js'
import { partnershipTarget } from '../../edits/target.js'
import { changeRegister, changingOptions } from '../change.js'
import { argument, defineCommand, requiredOption } from '../define-command.js'

export const endCommand = defineCommand({
  name: 'end',
  description: 'End a partnership, and list what is left open',
  arguments: [argument('<partnership>', 'its id, or a name or alias that only one has')],
  options: [requiredOption('--on <day>', 'its last day; until then the partnership is ending'), ...changingOptions],
  notes: 'The file stays, with its history; papers no longer count it among the running partnerships.',
  examples: [
    'partners end community-diabetes-service --on 2019-04-30',
    'partners end community-diabetes-service --on 2019-04-30 --dry-run',
  ],
  run: (ports, options, id) =>
    changeRegister(ports, options, ({ register, asOf }) =>
      end(register, partnershipTarget(register, id), exactDay(register, options.on), asOf),
    ),
})
