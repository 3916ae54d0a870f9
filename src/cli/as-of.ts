import { InvalidArgumentError } from 'commander'
import { isDay, parseInexactDay, type Day } from '../model/day.js'
import { dayError, type FieldError } from '../model/field-errors.js'
import { isSettingLost, type Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { Commit } from '../source/revisions.js'
import { option } from './define-command.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'

export const asOfOption = option(
  '--as-of <day>',
  'the day to report on: a day, today, or commit (the day of the commit)',
  { parse: readAsOf, completes: 'days' },
)

function readAsOf(text: string): string {
  const { message, hint } = errorIn(text) ?? {}
  if (message !== undefined) throw new InvalidArgumentError(`${hint ? `${message}; ${hint}` : message}.`)
  return text
}

function dayOfEnvironment(text: string): string {
  const problem = errorIn(text)
  if (problem !== undefined) throw new UsageError(`PARTNERS_AS_OF: ${problem.message}`, problem.hint)
  return text
}

function errorIn(text: string): Pick<FieldError, 'message' | 'hint'> | undefined {
  if (text === 'today' || text === 'commit' || isDay(text)) return undefined
  const read = parseInexactDay(text)
  return 'kind' in read
    ? dayError(text, read, false)
    : { message: `"${text}" is not one exact day`, hint: `write a day, such as ${read.last}` }
}

/**
 * The day that a run answers for: the option, `PARTNERS_AS_OF`, the register's own day if it is frozen, or today.
 * @param earlier another state of the register, whose settings apply if those of this one could not be read
 * @throws UsageError if the environment has no day, or there is no commit to take the day from
 */
export async function dayOf(
  { clock, env }: Pick<Ports, 'clock' | 'env'>,
  { register, root, commit }: Pick<Opened, 'register' | 'root' | 'commit'>,
  option: string | undefined,
  earlier: Register = register,
): Promise<Day> {
  const setting = <K extends 'as-of' | 'time-zone'>(key: K) =>
    (isSettingLost(register, key) ? earlier : register).settings[key]
  const { PARTNERS_AS_OF: fromEnvironment } = env
  const named = option ?? (fromEnvironment ? dayOfEnvironment(fromEnvironment) : setting('as-of')) ?? 'today'
  if (named === 'today') return clock.today(timeZone(setting('time-zone')))
  if (named !== 'commit') return named
  return dayIn(setting('time-zone'), commit ?? (await headFor(root)))
}

/** The day on which a commit was made, in the time zone of a register. */
export const commitDay = ({ settings }: Register, commit: Commit): Day => dayIn(settings['time-zone'], commit)

const dayIn = (zone: string | undefined, { committed }: Commit): Day => formatIsoDay(committed * 1000, timeZone(zone))

/** The day of a moment, `YYYY-MM-DD`. */
export const formatIsoDay = (moment: number, timeZone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)

async function headFor(root: string): Promise<Commit> {
  const { headOf } = await import('../source/revisions.js') // few runs need it
  const head = await headOf(root, 'name the day itself: --as-of commit takes it from git')
  if (head !== undefined) return head
  throw new UsageError('the repository has no commit yet, and --as-of commit takes its day', 'name the day itself')
}

/** Does the command line or the environment name a day? */
export const isDayRequested = ({ env }: Pick<Ports, 'env'>, option: string | undefined) =>
  option !== undefined || Boolean(env['PARTNERS_AS_OF'])

function timeZone(named = 'Europe/London'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone
  } catch {
    return 'Europe/London'
  }
}
