import { Argument, Command, Option } from 'commander'
import { completing, type Source } from './completion/source.js'
import type { Exit, ExitCode, Ports } from './ports.js'

/** An option with the key and the type of its value, which its flags determine; `typed` exists for the compiler alone. */
export interface TypedOption<Key extends string = string, Value = unknown> {
  readonly option: Option
  readonly typed?: readonly [Key, Value]
}

/** An argument with the type of its value; `typed` exists for the compiler alone. */
export interface TypedArgument<Value = unknown> {
  readonly argument: Argument
  readonly typed?: Value
}

/** `-n, --dry-run` is read as `dryRun`, and `--no-cache` as `cache`. */
type KeyOf<Flags> = Flags extends `${string}--no-${infer Name}`
  ? Camel<FirstWord<Name>>
  : Flags extends `${string}--${infer Name}`
    ? Camel<FirstWord<Name>>
    : never
type FirstWord<Text> = Text extends `${infer Word} ${string}` ? Word : Text
type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text

/** `--id <id...>` is a list, `--id <id>` one value, `--id` is there or not. */
type ValueOf<Flags, Value> = Flags extends `${string}...${string}`
  ? readonly Value[]
  : Flags extends `${string}<${string}`
    ? Value
    : boolean

interface Extras<Value extends string> {
  readonly choices?: readonly Value[]
  /** Where its words come from when a shell completes it, if neither its choices nor its name say so. */
  readonly completes?: Source
}

interface OptionExtras<Value> extends Extras<Value & string> {
  /** @throws InvalidArgumentError for a text that cannot be its value */
  readonly parse?: (text: string) => Value
  /** Options that it cannot stand beside, by their keys. */
  readonly conflicts?: readonly string[]
}

/** An option that may be left out. */
export const option = <Flags extends string, const Value = string>(
  flags: Flags,
  help: string,
  extras: OptionExtras<Value> = {},
): TypedOption<KeyOf<Flags>, ValueOf<Flags, NoInfer<Value>> | undefined> => ({ option: optionOf(flags, help, extras) })

/** An option that has a value where it is left out. */
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
  const made = new Option(flags, help).conflicts([...conflicts])
  if (choices !== undefined) made.choices(choices)
  if (parse !== undefined) made.argParser(parse)
  return completing(made, completes)
}

/** An argument: `<id>` must be there, `[id]` may be left out, and `[id...]` is a list. */
export function argument<Flags extends string, const Value extends string = string>(
  flags: Flags,
  help: string,
  { choices, completes }: Extras<Value> = {},
): TypedArgument<
  Flags extends `[${string}]` ? ValueOf<`<${Flags}`, NoInfer<Value>> | NotGiven<Flags> : ValueOf<Flags, NoInfer<Value>>
> {
  const made = new Argument(flags, help)
  if (choices !== undefined) made.choices(choices)
  return { argument: completing(made, completes) }
}

/** A list that nobody began is an empty one. */
type NotGiven<Flags> = Flags extends `${string}...${string}` ? never : undefined

/** An argument that has a value where it is left out. */
export function argumentWithDefault<const Value extends string = string>(
  flags: `[${string}]`,
  help: string,
  value: NoInfer<Value>,
  extras: Extras<Value> = {},
): TypedArgument<NoInfer<Value>> {
  return { argument: argument(flags, help, extras).argument.default(value) }
}

/** What the options of a list are read as, by their keys. */
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

/** Makes a command for a run; the tree of commands is made of these. */
export type MakeCommand = (ports: Ports, exit: Exit) => Command

/** A command as data: its options are typed by what is written here, and nowhere else. */
interface Definition<Arguments extends readonly TypedArgument[], Options extends readonly TypedOption[]> {
  readonly name: string
  /** In the imperative, without a full stop. */
  readonly description: string
  readonly arguments?: Arguments
  readonly options?: Options
  /** Commands below it; then it does nothing itself. */
  readonly commands?: readonly MakeCommand[]
  /** What else to know, above the examples. */
  readonly notes?: string
  /** Command lines, with what each is for behind them. */
  readonly examples?: readonly string[]
  /** Its exit code is 0 unless it says otherwise. */
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
    const { name, description, notes, examples = [], run, commands = [] } = definition
    const command = new Command(name).description(description)
    for (const it of definition.arguments ?? []) command.addArgument(it.argument)
    for (const it of definition.options ?? []) command.addOption(it.option)
    for (const make of commands) command.addCommand(make(ports, exit))
    if (notes !== undefined) command.addHelpText('after', `\n${notes}`)
    if (examples.length > 0)
      command.addHelpText('after', `\nExamples:\n${examples.map((it) => `  $ ${it}`).join('\n')}`)
    if (run !== undefined)
      command.action(async () => {
        const values = command.processedArgs as ArgumentsOf<Arguments>
        exit((await run(ports, command.opts<OptionsOf<Options>>(), ...values)) ?? 0)
      })
    return command
  }

/** Names of things by which they are chosen, such as formats. */
export const choicesOf = <Name extends string>(things: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(things) as Name[]

/** The words of a command line that names no command: a look at where things stand. */
export function withCommand(words: readonly string[]): string[] {
  const [first = '-'] = words
  const isOfRoot = ['-h', '--help', '-V', '--version'].includes(first)
  return first.startsWith('-') && !isOfRoot ? ['status', ...words] : [...words]
}
