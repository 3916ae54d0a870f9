import { InvalidArgumentError, Option, type Command } from 'commander'
import { isDay, parseInexactDay, type Day } from '../model/day.js'
import { dayTrouble } from '../model/fields.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { Ports } from './ports.js'

export const registerOption = () =>
  new Option('-r, --register <dir>', 'the folder of the register; found by walking up otherwise')
export const asOfOption = () =>
  new Option('--as-of <day>', 'the day to answer for: a day, today, or commit').argParser(readAsOf)
export const outOption = () => new Option('--out <file>', 'write to a file, whole or not at all; - is stdout')

export const incompleteOption = () =>
  new Option('--incomplete', 'answer although a record could not be read, saying what is missing')

/** Adds --color and --no-color. */
export const colourOptions = (command: Command) =>
  command.option('--color', 'use colour even in a pipe').option('--no-color', 'use no colour')

function readAsOf(text: string): string {
  if (text === 'today' || text === 'commit' || isDay(text)) return text
  const read = parseInexactDay(text)
  const { message, hint } =
    'kind' in read
      ? dayTrouble(text, read)
      : { message: `"${text}" is not one exact day`, hint: `write a day, such as ${read.last}` }
  throw new InvalidArgumentError(`${message}; ${hint}.`)
}

/** How many: a whole number, 1 or more. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('write a whole number, such as 3.')
  return Number(text)
}

/** A whole number of days. */
export function readDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('write a number of days, such as 60.')
  return Number(text)
}

/**
 * The day that a run answers for: the option, `PARTNERS_AS_OF`, the register's own day when it is frozen, today.
 * @param commitDay looks up the day of the checked-out commit
 */
export async function dayOf(
  { clock, env }: Ports,
  register: Register,
  option: string | undefined,
  commitDay: () => Promise<Day | undefined>,
): Promise<Day> {
  const { settings } = register
  const wanted =
    option ?? (env['PARTNERS_AS_OF'] ? readAsOf(env['PARTNERS_AS_OF']) : undefined) ?? settings['as-of'] ?? 'today'
  if (wanted === 'today') return clock.today(timeZone(settings['time-zone']))
  if (wanted !== 'commit') return wanted
  const day = await commitDay()
  if (day === undefined)
    throw new UsageError(
      '--as-of commit needs a register that is in a git repository with a commit',
      'name the day itself',
    )
  return day
}

function timeZone(named = 'Europe/London'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone
  } catch {
    return 'Europe/London'
  }
}

/** May colour be used? Option, FORCE_COLOR, NO_COLOR, TERM=dumb, terminal: in this order. */
export function mayColour({ env, stdout }: Ports, option?: boolean): boolean {
  if (option !== undefined) return option
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0'
  if (env['NO_COLOR']) return false
  return env['TERM'] !== 'dumb' && stdout.isTerminal
}
