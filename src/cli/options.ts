import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Ports } from './ports.js'

export const registerOption = () =>
  new Option('-r, --register <dir>', 'the folder of the register; found by walking up otherwise')
export const noCacheOption = () => new Option('--no-cache', 'read every file anew, and keep nothing for the next run')
export const revisionOption = () =>
  new Option('--revision <rev>', 'the register as it stood at a commit, branch or tag; git is read without a checkout')
export const outOption = () => new Option('--out <file>', 'write to a file, whole or not at all; - is stdout')

export const watchOption = () =>
  new Option('--watch', 'run again whenever a file of the register changes, until Ctrl+C').conflicts(['revision'])

export const incompleteOption = () =>
  new Option('--incomplete', 'answer although a record could not be read, saying what is missing')

/** Adds --color and --no-color. */
export const colourOptions = (command: Command) =>
  command.option('--color', 'use colour even in a pipe').option('--no-color', 'use no colour')

/** How many: a whole number, 1 or more. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('write a whole number from 1 to 999999, such as 3.')
  return Number(text)
}

/** A whole number of days. */
export function readDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('write a number of days from 0 to 99999, such as 60.')
  return Number(text)
}

/** May colour be used? Option, FORCE_COLOR, NO_COLOR, TERM=dumb, terminal: in this order. */
export function mayColour({ env, stdout }: Ports, option?: boolean): boolean {
  if (option !== undefined) return option
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0'
  if (env['NO_COLOR']) return false
  return env['TERM'] !== 'dumb' && stdout.isTerminal
}
