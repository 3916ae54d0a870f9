import { Command } from 'commander'
import { end, exactDay } from '../../edits/set-dated.js'
import { partnershipTarget } from '../../edits/target.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface EndOptions extends ChangeOptions {
  on: string
}

export const endCommand = (ports: Ports, exit: Exit) =>
  changing(
    new Command('end')
      .description('end a partnership, and tell what is left open')
      .argument('<partnership>', 'its id; a name or alias will do, where only one has it')
      .requiredOption('--on <day>', 'its last day; while that is to come, the partnership is ending'),
  )
    .addHelpText('after', HELP)
    .action(async (id: string, options: EndOptions) => exit(await runEnd(ports, id, options)))

const HELP = `
The file stays, with its history; papers count it no longer among those that run.

Examples:
  $ partners end community-diabetes-service --on 2019-04-30
  $ partners end community-diabetes-service --on 2019-04-30 --dry-run`

/** Ends a partnership on a day. */
export const runEnd = (ports: Ports, id: string, options: EndOptions): Promise<ExitCode> =>
  changeRegister(ports, options, ({ register, asOf }) =>
    end(register, partnershipTarget(register, id), exactDay(register, options.on), asOf),
  )
