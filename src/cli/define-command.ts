import { Argument, Command, Help, Option } from 'commander'
import { completing, type Source } from './completion/source.js'
import type { Exit, ExitCode, Ports } from './ports.js'

/** An option, with the key and the type of its value, which its flags determine; only the compiler uses `typed`. */
export interface TypedOption<Key extends string = string, Value = unknown> {
  readonly option: Option
  readonly typed?: readonly [Key, Value]
}

/** An argument with the type of its value; only the compiler uses `typed`. */
interface TypedArgument<Value = unknown> {
  readonly argument: Argument
  readonly typed?: Value
}

/** `-n, --dry-run` is read as `dryRun`, and `--no-color` as `color`. */
type KeyOf<Flags> = Flags extends `${string}--no-${infer Name}`
  ? Camel<FirstWord<Name>>
  : Flags extends `${string}--${infer Name}`
    ? Camel<FirstWord<Name>>
    : never
type FirstWord<Text> = Text extends `${infer Word} ${string}` ? Word : Text
type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text

/** `--id <id...>` is a list, `--id <id>` one value, `--id` a flag. */
type ValueOf<Flags, Value> = Flags extends `${string}...${string}`
  ? readonly Value[]
  : Flags extends `${string}<${string}`
    ? Value
    : boolean

interface Extras<Value extends string> {
  readonly choices?: readonly Value[]
  /** The source of its words for completion, unless its choices or its name determine them. */
  readonly completes?: Source
}

interface OptionExtras<Value> extends Extras<Value & string> {
  /** @throws InvalidArgumentError if a text cannot be its value */
  readonly parse?: (text: string) => Value
  /** The keys of options that it cannot be combined with. */
  readonly conflicts?: readonly string[]
}

/** An option that may be left out. */
export const option = <Flags extends string, const Value = string>(
  flags: Flags,
  help: string,
  extras: OptionExtras<Value> = {},
): TypedOption<KeyOf<Flags>, ValueOf<Flags, NoInfer<Value>> | undefined> => ({ option: optionOf(flags, help, extras) })

/** An option that has a value by default. */
export const optionWithDefault = <Flags extends string, const Value = string>(
  flags: Flags,
  help: string,
  value: NoInfer<Value>,
  extras: OptionExtras<Value> = {},
): TypedOption<KeyOf<Flags>, ValueOf<Flags, NoInfer<Value>>> => ({
  option: optionOf(flags, help, extras).default(value),
})

/** An option that must be given. */
export const requiredOption = <Flags extends string>(
  flags: Flags,
  help: string,
): TypedOption<KeyOf<Flags>, string> => ({ option: optionOf(flags, help, {}).makeOptionMandatory() })

function optionOf<Value>(flags: string, help: string, extras: OptionExtras<Value>): Option {
  const { choices, completes, parse, conflicts = [] } = extras
  const built = new Option(flags, help).conflicts([...conflicts])
  if (choices !== undefined) built.choices(choices)
  if (parse !== undefined) built.argParser(parse)
  return completing(built, completes)
}

/** An argument: `<id>` is required, `[id]` is optional, and `[id...]` is a list. */
export function argument<Flags extends string, const Value extends string = string>(
  flags: Flags,
  help: string,
  { choices, completes }: Extras<Value> = {},
): TypedArgument<
  Flags extends `[${string}]` ? ValueOf<`<${Flags}`, NoInfer<Value>> | NotGiven<Flags> : ValueOf<Flags, NoInfer<Value>>
> {
  const built = new Argument(flags, help)
  if (choices !== undefined) built.choices(choices)
  return { argument: completing(built, completes) }
}

/** A list that is left out is empty. */
type NotGiven<Flags> = Flags extends `${string}...${string}` ? never : undefined

/** An argument that has a value by default. */
export function argumentWithDefault<const Value extends string = string>(
  flags: `[${string}]`,
  help: string,
  value: NoInfer<Value>,
  extras: Extras<Value> = {},
): TypedArgument<NoInfer<Value>> {
  return { argument: argument(flags, help, extras).argument.default(value) }
}

/** The values of options, by their keys. */
export type OptionsOf<Options extends readonly TypedOption[]> = {
  [Each in Options[number] as Each extends TypedOption<infer Key> ? Key : never]: Each extends TypedOption<
    string,
    infer Value
  >
    ? Value
    : never
}

type ArgumentsOf<Arguments extends readonly TypedArgument[]> = {
  [Index in keyof Arguments]: Arguments[Index] extends TypedArgument<infer Value> ? Value : never
}

/** Makes a command for a run; the tree of commands consists of these. */
export type MakeCommand = (ports: Ports, exit: Exit) => Command

/** A command as data: the types of its options follow from it. */
interface Definition<Arguments extends readonly TypedArgument[], Options extends readonly TypedOption[]> {
  readonly name: string
  /** In the imperative, without a full stop. */
  readonly description: string
  readonly arguments?: Arguments
  readonly options?: Options
  /** Its subcommands; then it does nothing itself. */
  readonly commands?: readonly MakeCommand[]
  /** What else to know; shown above the examples. */
  readonly notes?: string
  /** Command lines, each followed by its purpose. */
  readonly examples?: readonly string[]
  /** Returns the exit code, by default 0. */
  readonly run?: (
    ports: Ports,
    options: OptionsOf<Options>,
    ...values: ArgumentsOf<Arguments>
  ) => ExitCode | void | Promise<ExitCode | void>
}

/** Defines a command. */
export const defineCommand =
  <const Arguments extends readonly TypedArgument[] = [], const Options extends readonly TypedOption[] = []>(
    definition: Definition<Arguments, Options>,
  ): MakeCommand =>
  (ports, exit) => {
    const { name, description, examples = [], run, commands = [] } = definition
    const command = new Command(name).description(description)
    for (const it of definition.arguments ?? []) command.addArgument(it.argument)
    for (const it of definition.options ?? []) command.addOption(it.option)
    for (const make of commands) command.addCommand(make(ports, exit))
    // what a getter makes of them is made for help alone
    if ('notes' in definition)
      command.addHelpText('after', () => `\n${wrapNotes(definition.notes ?? '', Math.min(ports.stdout.width, 120))}`)
    if (examples.length > 0)
      command.addHelpText('after', `\nExamples:\n${examples.map((it) => `  $ ${it}`).join('\n')}`)
    if (run !== undefined)
      command.action(async () => {
        const values = command.processedArgs as ArgumentsOf<Arguments>
        exit((await run(ports, command.opts<OptionsOf<Options>>(), ...values)) ?? 0)
      })
    return command
  }

/** Paragraphs fill the width of the terminal; an indented line stays a line of its own, and continues further in. */
function wrapNotes(notes: string, width: number): string {
  const lines = notes.replace(/(?<=\S)\n(?=\S)/g, ' ').split('\n')
  return lines
    .map((line) => {
      const indent = /^ */.exec(line)![0]
      const hanging = indent === '' ? '' : `\n${indent}  `
      return hanging === ''
        ? new Help().boxWrap(line, width)
        : indent + new Help().boxWrap(line.trim(), width - hanging.length).replaceAll('\n', hanging)
    })
    .join('\n')
}

/** The names of things that can be chosen, such as formats. */
export const choicesOf = <Name extends string>(things: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(things) as Name[]

/** The words of a command line, with `status` in front if it names no command. */
export function withCommand(words: readonly string[]): string[] {
  const [first = '-'] = words
  const isOfRoot = ['-h', '--help', '-V', '--version'].includes(first)
  return first.startsWith('-') && !isOfRoot ? ['status', ...words] : [...words]
}
