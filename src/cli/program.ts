import { Command } from 'commander'
import { explain } from './commands/explain.js'
import { report } from './commands/report.js'
import { rulesCommand } from './commands/rules.js'
import { schema } from './commands/schema.js'
import { validate } from './commands/validate.js'
import type { ExitCode, Ports } from './ports.js'

/** What a command does with its exit code. */
export type Exit = (code: ExitCode) => void

const commands = [validate, report, rulesCommand, explain, schema]

/** The tree of commands. */
export function program(ports: Ports, exit: Exit): Command {
  const root = new Command('partners')
    .description('Keep a register of partnerships as YAML and markdown in git: check it, and make its Board papers.')
    .option('-V, --version', 'print the version')
    .showSuggestionAfterError()
    .showHelpAfterError('(partners --help lists the commands; partners help COMMAND tells its options)')
    .helpCommand('help [command]', 'tell how a command is used')
    .addHelpText('after', EPILOGUE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.stdout.write(text),
      writeErr: (text) => ports.stderr.write(text),
      getOutHelpWidth: () => Math.min(ports.stdout.width, 120),
      outputError: (text, write) => write(text.replace(/^error: /, 'partners: ')),
    })
  for (const command of commands) root.addCommand(inherit(root, command(ports, exit)))
  return root
}

/** A command made apart takes the root's manners. */
const inherit = (root: Command, command: Command) => command.copyInheritedSettings(root)

const EPILOGUE = `
Exit codes: 0 clean; 1 findings at or above the fail level; 2 the tool could not do its work.
Every command works on the register of this folder or above; -r names another.`
