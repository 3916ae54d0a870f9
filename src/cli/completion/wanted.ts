import type { Argument, Command, Option } from 'commander'
import { isNames } from '../../model/naming.js'
import { declaredSource, type Source, type Word } from './source.js'

/** What can follow at the cursor. */
export interface Wanted {
  /** Words that need no look-up: commands, options, choices. */
  readonly words: readonly Word[]
  /** The source of further words. */
  readonly source?: Source | undefined
  /** What is before the value in the same word, as `--format=`. */
  readonly head: string
  readonly typed: Typed
}

/** What has been typed so far. */
export interface Typed {
  /** The arguments that were given, by name. */
  readonly arguments: Readonly<Record<string, string>>
  /** Values of options by their long name. */
  readonly options: ReadonlyMap<string, string>
}

/** By default, the source for the name of an argument or of the value of an option; see `isNames`, too. */
const BY_NAME: Readonly<Record<string, Source>> = {
  dir: 'folders',
  file: 'files',
  paths: 'files',
  template: 'files',
  id: 'records',
  organisations: { names: 'organisation' },
  update: 'updates',
  column: 'columns',
  path: 'fields',
  value: 'values',
}

/** Follows the words before the cursor through the tree of commands, and finds what can follow. */
export function wantedAt(root: Command, words: readonly string[], current: string): Wanted {
  const walk = new Walk(root)
  for (const word of words) walk.take(word)
  return walk.wanted(current)
}

class Walk {
  readonly #operands: string[] = []
  readonly #options = new Map<string, string>()
  readonly #used = new Set<Option>()
  #command: Command
  #above: Command | undefined
  /** An option whose value comes next. */
  #open: Option | undefined
  /** After `--` nothing is an option. */
  #isPlain = false

  constructor(root: Command) {
    this.#command = root
  }

  take(word: string): void {
    if (this.#open !== undefined && !isOption(word)) return this.#takeValue(this.#open, word)
    this.#open = undefined
    if (this.#isPlain || !isOption(word)) return this.#takeOperand(word)
    if (word === '--') this.#isPlain = true
    else this.#takeOption(word)
  }

  #takeValue(option: Option, word: string): void {
    this.#options.set(nameOf(option), word)
    if (!option.variadic) this.#open = undefined
  }

  #takeOption(word: string): void {
    const [name, value] = split(word)
    const option = this.#command.options.find((it) => it.long === name || it.short === name)
    if (option === undefined) return
    this.#used.add(option)
    if (value !== undefined) this.#options.set(nameOf(option), value)
    else if (option.required || option.optional) this.#open = option
  }

  #takeOperand(word: string): void {
    const command = this.#operands.length > 0 ? undefined : subcommands(this.#command).find((it) => isNamed(it, word))
    if (command === undefined) return void this.#operands.push(word)
    this.#above = this.#command
    this.#command = command
    this.#used.clear()
  }

  wanted(current: string): Wanted {
    const none = { words: [], head: '', typed: this.#typed() }
    if (this.#open !== undefined && !isOption(current)) return { ...none, ...this.#valueOf(this.#open) }
    if (!this.#isPlain && isOption(current)) {
      const [name, value] = split(current)
      if (value === undefined) return { ...none, words: this.#optionWords() }
      const option = this.#command.options.find((it) => it.long === name)
      return { ...none, ...(option && this.#valueOf(option)), head: `${name}=` }
    }
    const commands = this.#helpedWith() ?? subcommands(this.#command)
    const words = this.#operands.length > 0 ? [] : commands.map(commandWord)
    const argument = this.#nextArgument()
    return { ...none, words, ...(argument && this.#ofArgument(argument, words)) }
  }

  /** `help` is not a command of the tree, but is followed by the name of one. */
  #helpedWith(): readonly Command[] | undefined {
    return this.#above?.commands.includes(this.#command) === false ? subcommands(this.#above) : undefined
  }

  #typed(): Typed {
    const names = this.#command.registeredArguments.map((it) => it.name())
    const named = names.flatMap((name, index) =>
      index < this.#operands.length ? [[name, this.#operands[index]!]] : [],
    )
    return { arguments: Object.fromEntries(named), options: this.#options }
  }

  #nextArgument(): Argument | undefined {
    const all = this.#command.registeredArguments
    const last = all.at(-1)
    return all[this.#operands.length] ?? (last?.variadic ? last : undefined)
  }

  #ofArgument(argument: Argument, words: readonly Word[]): Pick<Wanted, 'words' | 'source'> {
    if (argument.argChoices) return { words: [...words, ...argument.argChoices.map((value) => ({ value }))] }
    return { words, source: declaredSource(argument) ?? sourceOf(argument.name()) }
  }

  #valueOf(option: Option): Pick<Wanted, 'words' | 'source'> {
    if (option.argChoices) return { words: option.argChoices.map((value) => ({ value })) }
    const name = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? ''
    return { words: [], source: declaredSource(option) ?? sourceOf(name) }
  }

  /** Options that can still be given, including those that may be repeated. */
  #optionWords(): Word[] {
    const isOver = (it: Option) => this.#used.has(it) && !it.variadic && !Array.isArray(it.defaultValue)
    return this.#command
      .createHelp()
      .visibleOptions(this.#command)
      .filter((it) => !isOver(it))
      .map((it) => ({ value: nameOf(it), description: it.description }))
  }
}

/** The value of an option that was made from a field of the catalogue is called by what it names. */
const sourceOf = (name: string) => BY_NAME[name] ?? (isNames(name) ? { names: name } : undefined)

const isOption = (word: string) => word.startsWith('-')
const nameOf = (option: Option) => option.long ?? option.short ?? ''
const isNamed = (command: Command, word: string) => command.name() === word || command.aliases().includes(word)
const subcommands = (command: Command) =>
  command.commands.length === 0 ? [] : command.createHelp().visibleCommands(command)

/** A command as a word, with its description. */
const commandWord = (command: Command): Word => ({ value: command.name(), description: command.description() })

/** `--format=json` as name and value. */
function split(word: string): [name: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
