import { parseInexactDay, formatDay, type Day } from '../model/day.js'
import { inDayOrder } from '../model/day-order.js'
import { dayError } from '../model/field-errors.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { answerPolicy } from '../policy/answers.js'
import type { Since } from '../reports/paper.js'
import { fetchCommand, fetchedInto } from '../source/fetching.js'
import { commitBefore, commitNamed, shortId, type Commit } from '../source/revisions.js'
import { readRegisterAt } from '../source/read-register.js'
import { commitDay } from './as-of.js'
import { holdsNone, type Opened } from './open-register.js'
import type { Ports } from './ports.js'
import { remark } from './report-error.js'
import { refuseOtherRepositories } from './diff-sides.js'

/**
 * The state of a register that changes are counted from: a day, or a revision of git. For a day before the history
 * begins, or without git, only dated entries show changes.
 * @param asOf the day of the paper, as of which both states are judged, as the passing of days is not a change
 * @throws UsageError if it is neither a day nor a revision with the register, or is a day after the paper's
 */
export async function sinceOf(ports: Ports, opened: Opened, written: string, asOf: Day): Promise<Since> {
  const { root, commit } = opened
  const day = dayOf(opened.register, written)
  if (day === undefined) return revision(opened, written, asOf)
  if (day > asOf)
    throw new UsageError(`${formatDay(day)} is after the day of the paper, ${formatDay(asOf)}`, 'name an earlier day')
  const isInTime = (it: Commit) => commitDay(opened.register, it) <= day
  const found = await commitBefore(root, isInTime, commit?.id)
  const before = found && (await stateAt(opened, found, asOf))
  if (before === undefined) await reportMissing(ports, root, day)
  return { day, said: formatDay(day), revision: before && formatRevision(opened.register, found!), before }
}

/** If the clone lacks the commits of that time, the command that fetches them is suggested. */
async function reportMissing(ports: Ports, root: string, day: Day): Promise<void> {
  const fetched = await fetchedInto(root)
  if (!fetched.isShallow) return
  const known = `this clone holds only the newest commits, so of the time since ${formatDay(day)} only dated entries are shown`
  remark(ports, `${known}; to show everything: ${fetchCommand('HEAD', fetched)}`)
}

async function revision(opened: Opened, written: string, asOf: Day): Promise<Since> {
  const commit = await commitNamed(opened.root, written, 'name a day').catch((error: UsageError) => {
    throw new UsageError(`"${written}" is not a day, and ${error.message}`, error.hint)
  })
  const committed = commitDay(opened.register, commit)
  const day = committed < asOf ? committed : asOf
  const before = await stateAt(opened, commit, asOf)
  if (before === undefined) throw holdsNone(written, 'or a day')
  return { day, said: formatDay(committed), revision: formatRevision(opened.register, commit), before }
}

const formatRevision = (register: Register, commit: Commit) =>
  `revision ${shortId(commit)} of ${formatDay(commitDay(register, commit))}`

async function stateAt(opened: Opened, commit: Commit, asOf: Day): Promise<Since['before']> {
  const { root, register: now, records } = opened
  const found = await readRegisterAt(root, commit, async () => now, records)
  if (found !== undefined) refuseOtherRepositories(opened, found, `at ${shortId(commit)}`)
  return found && { register: found.register, policy: answerPolicy(found.register, asOf), asOf }
}

/** The last day of a date, so that `2018-10` means the end of October; undefined if the text is not a date. */
function dayOf({ settings }: Register, written: string): Day | undefined {
  const read = parseInexactDay(inDayOrder(settings['day-order'], 'day', written))
  if (!('kind' in read)) return read.last
  if (read.kind === 'unknown') return undefined
  const { message, hint } = dayError(written, read, false)
  throw new UsageError(message, hint)
}
