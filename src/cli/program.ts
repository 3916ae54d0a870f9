import { Command } from 'commander'
import { clean } from '../model/clean.js'
import type { MakeCommand } from './define-command.js'
import type { Exit, Ports } from './ports.js'

/** Every command; each is a separate part of the bundle, loaded when it is called. */
const commands: Record<string, () => Promise<MakeCommand>> = {
  status: async () => (await import('./commands/status.js')).status,
  init: async () => (await import('./commands/init.js')).init,
  validate: async () => (await import('./commands/validate.js')).validate,
  new: async () => (await import('./commands/new.js')).newCommand,
  record: async () => (await import('./commands/record.js')).record,
  form: async () => (await import('./commands/form.js')).form,
  ask: async () => (await import('./commands/ask.js')).ask,
  set: async () => (await import('./commands/set.js')).set,
  end: async () => (await import('./commands/end.js')).endCommand,
  rename: async () => (await import('./commands/rename.js')).renameCommand,
  organisation: async () => (await import('./commands/organisation.js')).organisation,
  fix: async () => (await import('./commands/fix.js')).fixCommand,
  diff: async () => (await import('./commands/diff.js')).diff,
  due: async () => (await import('./commands/due.js')).due,
  chase: async () => (await import('./commands/chase.js')).chase,
  list: async () => (await import('./commands/list.js')).list,
  report: async () => (await import('./commands/report.js')).report,
  template: async () => (await import('./commands/template.js')).template,
  show: async () => (await import('./commands/show.js')).show,
  policy: async () => (await import('./commands/policy.js')).policyCommand,
  baseline: async () => (await import('./commands/baseline.js')).baseline,
  rules: async () => (await import('./commands/rules.js')).rulesCommand,
  explain: async () => (await import('./commands/explain.js')).explain,
  schema: async () => (await import('./commands/schema.js')).schema,
  completion: async () => (await import('./commands/completion.js')).completion,
  __complete: async () => (await import('./commands/complete.js')).completeWith(program),
}

/**
 * The tree of commands.
 * @param called the first word of the command line: if it is a command, only that one is loaded
 */
export async function program(ports: Ports, exit: Exit, called: string | undefined): Promise<Command> {
  const root = new Command('partners')
    .description('Keep a register of partnerships as YAML and markdown in git: check it, and make its Board papers.')
    .option('-V, --version', 'print the version')
    .enablePositionalOptions() // after a command, options such as `--version` belong to it
    .showSuggestionAfterError()
    .showHelpAfterError('(partners --help lists the commands; partners help COMMAND shows its options)')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'Show help for a command')
    .addHelpText('after', EPILOGUE)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.stdout.write(text),
      writeErr: (text) => ports.stderr.write(text),
      getOutHelpWidth: () => Math.min(ports.stdout.width, 120),
      outputError: (text, write) => write(errorLines(text)),
    })
  const wanted = called !== undefined && Object.hasOwn(commands, called) ? [called] : Object.keys(commands)
  for (const name of wanted) {
    const command = await commands[name]!()
    // a name that begins with __ is called by scripts, not by people
    root.addCommand(inherit(root, command(ports, exit)), { hidden: name.startsWith('__') })
  }
  return root
}

/** An error message of commander in one line, and a suggestion in another, whatever was typed. */
function errorLines(text: string): string {
  const end = text.lastIndexOf('\n(Did you mean ')
  const [message, meant] = end === -1 ? [text, ''] : [text.slice(0, end), `${clean(text.slice(end).trim())}\n`]
  return `${plainError(clean(message.trimEnd()))}\n${meant}`
}

/** The message in the words of this tool. */
const plainError = (text: string) =>
  text
    .replace(/^error: /, 'partners: ')
    .replace(/command-argument value '(.*)' is invalid for argument '(.*?)'\. /, '"$1" is not one of the choices; ')
    .replace(/option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. /, '"$2" cannot follow $1; ')
    // options before a command lead to `status`: withCommand
    .replace(/too many arguments for 'status'\..*/, 'options follow a command, as in partners validate -r DIR')
    .replace('; Allowed choices are', '; choices are')

/** Commands that are made separately get the settings of their parent. */
function inherit(above: Command, command: Command): Command {
  command.copyInheritedSettings(above)
  for (const it of command.commands) inherit(command, it)
  return command
}

const EPILOGUE = `
Exit codes: 0 clean; 1 findings at or above the fail level; 2 the tool could not do its work.
Every command works on the register in this folder or a parent folder; -r names another.`
