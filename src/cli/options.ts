import { InvalidArgumentError, Option } from 'commander'
import type { FieldMeta } from '../model/field.js'
import { lowerFirst } from '../model/words.js'
import { asOfOption } from './as-of.js'
import { option } from './define-command.js'

const registerOption = option(
  '-r, --register <dir>',
  'folder of the register; by default found here or in a parent folder',
)
export const outOption = option('--out <file>', 'write to a file, complete or not at all; - means stdout')
export const colourOptions = [
  option('--color', 'use colour even in a pipe'),
  option('--no-color', 'use no colour'),
] as const

/** The options of every command that reads a register. */
export const readingOptions = [registerOption] as const

/** The options of a command that can also read an earlier state. */
export const statesOptions = [
  ...readingOptions,
  option('--revision <rev>', 'the register as it was at a commit, branch or tag, read without a checkout'),
] as const

export const incompleteOption = option(
  '--incomplete',
  'answer even if a record could not be read, and say what is missing',
)

/** The options of every command that answers a question from a register, as of a day. */
export const answeringOptions = [...statesOptions, asOfOption, outOption, incompleteOption, ...colourOptions] as const

export const dryRunOption = option('-n, --dry-run', 'show what would be written, and write nothing')

/** @param conflicts options with which there is nothing to watch */
export const watchOption = (...conflicts: string[]) =>
  option('--watch', 'run again whenever a file of the register changes, until Ctrl+C', {
    conflicts: ['revision', ...conflicts],
  })

/**
 * A field of the catalogue as an option. Its value is called by what it names, which shells complete; a closed list
 * becomes choices, except grades, which have other spellings.
 * @param item for a list of single values, the catalogue's entry for one of them
 */
export function fieldOption(name: string, meta: FieldMeta, item?: FieldMeta, about = meta.help) {
  const { json, kind, names } = item ?? meta
  const values = json['enum']
  const isChoice = Array.isArray(values) && kind !== 'grade'
  const value = names ?? (isChoice ? 'value' : kind)
  const flags = `--${name} <${value}${item === undefined ? '' : '...'}>`
  const option = new Option(flags, lowerFirst(about.replace(/\.$/, '')))
  if (isChoice) option.choices(values as string[])
  option.parseArg = undefined // other spellings of the choices are understood as well, and checked later
  return { option }
}

/** A whole number, 1 or more. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('write a whole number from 1 to 999999, such as 3.')
  return Number(text)
}

/** A whole number of days. */
export function readDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('write a number of days from 0 to 99999, such as 60.')
  return Number(text)
}
