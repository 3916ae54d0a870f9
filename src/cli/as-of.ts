import { InvalidArgumentError, Option } from 'commander'
import { isDay, parseInexactDay, type Day } from '../model/day.js'
import { dayTrouble } from '../model/field-trouble.js'
import { isSettingLost, type Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'

export const asOfOption = () =>
  new Option('--as-of <day>', 'the day to answer for: a day, today, or commit').argParser(readAsOf)

function readAsOf(text: string): string {
  if (text === 'today' || text === 'commit' || isDay(text)) return text
  const read = parseInexactDay(text)
  const { message, hint } =
    'kind' in read
      ? dayTrouble(text, read, false)
      : { message: `"${text}" is not one exact day`, hint: `write a day, such as ${read.last}` }
  throw new InvalidArgumentError(`${message}; ${hint}.`)
}

/**
 * The day that a run answers for: the option, `PARTNERS_AS_OF`, the register's own day when it is frozen, today.
 * @param earlier another state of the register, whose settings hold where those of this one could not be read
 * @throws UsageError when the day of the commit is wanted and there is none
 */
export async function dayOf(
  { clock, env }: Ports,
  { register, root, commit }: Pick<Opened, 'register' | 'root' | 'commit'>,
  option: string | undefined,
  earlier: Register = register,
): Promise<Day> {
  const setting = <K extends 'as-of' | 'time-zone'>(key: K) =>
    (isSettingLost(register, key) ? earlier : register).settings[key]
  const wanted =
    option ?? (env['PARTNERS_AS_OF'] ? readAsOf(env['PARTNERS_AS_OF']) : undefined) ?? setting('as-of') ?? 'today'
  if (wanted === 'today') return clock.today(timeZone(setting('time-zone')))
  if (wanted !== 'commit') return wanted
  const { revisionOf } = await import('../source/revisions.js') // read by few runs
  const day = commit?.day ?? (await revisionOf(root))?.day
  if (day === undefined)
    throw new UsageError(
      '--as-of commit needs a register that is in a git repository with a commit',
      'name the day itself',
    )
  return day
}

/** Is a day asked for, which goes before every other? */
export const isDayAsked = ({ env }: Pick<Ports, 'env'>, option: string | undefined): boolean =>
  option !== undefined || Boolean(env['PARTNERS_AS_OF'])

function timeZone(named = 'Europe/London'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone
  } catch {
    return 'Europe/London'
  }
}
