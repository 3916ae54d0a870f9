import type { Argument, Command, Option } from 'commander'
import { isNames } from '../../model/naming.js'
import { declaredSource, type Source, type Word } from './source.js'

/** What is wanted at the cursor. */
export interface Wanted {
  /** Words that are known without looking anything up: commands, options, choices. */
  readonly words: readonly Word[]
  /** Where further ones come from. */
  readonly source?: Source | undefined
  /** What stands before the value in the same word, as `--format=`. */
  readonly head: string
  readonly typed: Typed
}

/** What was typed so far. */
export interface Typed {
  /** Arguments by their name, as far as they are there. */
  readonly arguments: Readonly<Record<string, string>>
  /** Values of options by their long name. */
  readonly options: ReadonlyMap<string, string>
}

/** By name of an argument, or of the value of an option, what it completes to wherever a command says nothing else. */
const BY_NAME: Readonly<Record<string, Source>> = {
  dir: 'folders',
  file: 'files',
  paths: 'files',
  template: 'files',
  id: 'records',
  partnership: 'partnerships',
  organisation: 'organisations',
  organisations: 'organisations',
  directorate: 'directorates',
  update: 'updates',
  role: 'roles',
  lead: 'roles',
  sponsor: 'roles',
  owner: 'roles',
  by: 'roles',
  rule: 'rules',
  column: 'columns',
  path: 'fields',
  value: 'values',
}

/** The same by an option, of which the name of the value says only what form it has. */
const BY_OPTION: Readonly<Record<string, Source>> = {
  '--as-of': 'days',
  '--directorate': 'directorates',
}

/** Goes through the tree of commands with the words before the cursor, and says what may follow. */
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

  /** `help` is no command of the tree, and stands before the name of one. */
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
    const name = argument.name()
    return { words, source: declaredSource(argument) ?? BY_NAME[name] }
  }

  #valueOf(option: Option): Pick<Wanted, 'words' | 'source'> {
    if (option.argChoices) return { words: option.argChoices.map((value) => ({ value })) }
    const name = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? ''
    return {
      words: [],
      source: declaredSource(option) ?? BY_OPTION[nameOf(option)] ?? BY_NAME[name] ?? named(name),
    }
  }

  /** Options that may still be given; those that may be repeated stay. */
  #optionWords(): Word[] {
    const isOver = (it: Option) => this.#used.has(it) && !it.variadic && !Array.isArray(it.defaultValue)
    return this.#command
      .createHelp()
      .visibleOptions(this.#command)
      .filter((it) => !isOver(it))
      .map((it) => ({ value: nameOf(it), description: it.description }))
  }
}

/** What a field of the catalogue names, where an option was made of one (`field-option.ts`). */
const named = (word: string): Source | undefined => (isNames(word) ? { names: word } : undefined)

const isOption = (word: string) => word.startsWith('-')
const nameOf = (option: Option) => option.long ?? option.short ?? ''
const isNamed = (command: Command, word: string) => command.name() === word || command.aliases().includes(word)
const subcommands = (command: Command) =>
  command.commands.length === 0 ? [] : command.createHelp().visibleCommands(command)

/** A command as a word, with what it does. */
const commandWord = (command: Command): Word => ({ value: command.name(), description: command.description() })

/** `--format=json` in its two parts. */
function split(word: string): [name: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
