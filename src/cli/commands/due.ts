import {
  concernedBy,
  DUTY_KINDS,
  dutyOf,
  dutyState,
  namesOf,
  rolesOf,
  describeNeeded,
  type Duty,
} from '../../duties/duty.js'
import { dutiesOf } from '../../duties/index.js'
import { asPeopleRead } from '../../duties/merged.js'
import { roleNamed } from '../../duties/role-named.js'
import { confidentialOf } from '../../model/confidential.js'
import { addDays, addMonths, formatDay, formatInexactDay, type Day } from '../../model/day.js'
import type { Register } from '../../model/register.js'
import { counted, formatNames } from '../../model/words.js'
import { DUE_COLUMNS, dueRows, GROUPINGS } from '../../output/due-rows.js'
import { rowFormats } from '../../output/rows/index.js'
import { Locator } from '../../output/located.js'
import { answerPolicy } from '../../policy/answers.js'
import { sha256 } from '../../source/sha256.js'
import { openComplete, write, writeRows } from '../answer.js'
import { choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { answeringOptions, readDays } from '../options.js'
import type { Ports } from '../ports.js'
import { remark } from '../report-error.js'

const options = [
  option(
    '--within <days>',
    'how many days to look ahead; by default the policy’s due-soon (a year for ics). What is overdue is always shown',
    { parse: readDays },
  ),
  option('--lead <role>', 'only what this role is responsible for (its title or an alias)'),
  option('--kind <kind...>', 'only these kinds of duty', { choices: choicesOf(DUTY_KINDS) }),
  optionWithDefault('--by <grouping>', 'how rows are grouped', 'lead', { choices: GROUPINGS }),
  option('--because', 'also show which policy entry requires it, with file and line'),
  optionWithDefault('--format <format>', 'output format', 'table', {
    choices: [...choicesOf(rowFormats), 'ics'],
  }),
  ...answeringOptions,
] as const
type Options = OptionsOf<typeof options>

export const due = defineCommand({
  name: 'due',
  description: 'Show what is due, when, and which role is responsible',
  options,
  examples: [
    'partners due                                        what is overdue, and due soon',
    'partners due --within 180 --by month',
    'partners due --by partner                           what each partner has to send',
    'partners due --lead "Chief Operating Officer" --because',
    'partners due --format ics --out due.ics             a calendar of the year ahead',
  ],
  run,
})

/** Lists the duties of a register; it is not an error if something is overdue. */
async function run(ports: Ports, options: Options): Promise<void> {
  const { register, printed, asOf, missing } = await openComplete(ports, options)
  const policy = answerPolicy(register, asOf)
  const until = lastDay(options, asOf, policy.soon)
  const every = dutiesOf(register, policy)
  const role = options.lead === undefined ? undefined : roleNamed(register, every, options.lead)
  const all = every
    .flatMap((it) => (role === undefined ? it : (dutyOf(it, role) ?? [])))
    .filter((it) => options.kind?.includes(it.kind) ?? true)
  const duties = all.filter((it) => it.due === undefined || it.due.last <= until)
  const locator = new Locator(register, printed)
  const reasons = (duty: Duty) => duty.because.map((it) => locator.reason(it)).join('\n')
  if (options.format === 'ics') return write(ports, options.out, await asCalendar(ports, register, duties, asOf))
  const view = { asOf, soon: policy.soon, by: options.by, because: options.because ? reasons : undefined }
  const answer = {
    tables: () => [dueRows(asPeopleRead(duties, { isByPartner: options.by === 'partner' }), view)],
    below: summary(duties, all, asOf, until, policy.soon),
    sheet: () => ({ columns: DUE_COLUMNS, rows: dueRows(duties, { ...view, by: 'none' }).rows }),
    json: () => {
      return { asOf, until, incomplete: missing, duties: duties.map((it) => asJson(it, asOf, policy.soon, locator)) }
    },
  }
  await writeRows(ports, { ...options, format: options.format }, answer)
}

function lastDay({ within, format }: Options, asOf: Day, soon: Day): Day {
  if (within !== undefined) return addDays(asOf, within)
  return format === 'ics' ? addMonths(asOf, 12) : soon
}

/** Counts of what is shown, and of what is further ahead. */
function summary(duties: readonly Duty[], all: readonly Duty[], asOf: Day, until: Day, soon: Day): string {
  const inState = (state: string) => duties.filter((it) => dutyState(it, asOf, soon) === state)
  const needs = inState('needed')
  const [overdue, needed, open] = [inState('overdue').length, needs.length, inState('open').length]
  const ahead = duties.length - overdue - needed - open
  const later = all.length - duties.length
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(ahead > 0 ? [`${ahead} due by ${formatDay(until)}`] : []),
    ...(needed > 0 ? [describeNeeded(needs)] : []),
    ...(open > 0 ? [`${open} open without a day`] : []),
  ]
  const text =
    parts.length === 0 ? `Nothing is due by ${formatDay(until)}` : `${parts.join(', ')}, as of ${formatDay(asOf)}`
  return later === 0 ? text : `${text}; ${later} later (--within looks further ahead)`
}

function asJson(duty: Duty, asOf: Day, soon: Day, locator: Locator) {
  const { kind, what, about, due: last, role, why, because, at } = duty
  const { file, line } = locator.locate(at)
  return {
    kind,
    what,
    record: about.id,
    name: about.name,
    due: last === undefined ? null : { first: last.first, last: last.last, written: last.written },
    state: dutyState(duty, asOf, soon),
    role: role ?? null,
    // several partnerships may require one document of a partner
    partnerships: concernedBy(duty).map((it) => ({ record: it.about.id, name: it.about.name, role: it.role ?? null })),
    partner: duty.partner?.id ?? null,
    why,
    basis: duty.basis ?? null,
    source: duty.source ?? null,
    because: because.map((it) => locator.because(it)),
    file,
    line,
  }
}

async function asCalendar(ports: Ports, register: Register, duties: readonly Duty[], asOf: Day): Promise<string> {
  const { calendar } = await import('../../output/calendar.js')
  const dated = duties.filter((it) => it.due !== undefined)
  const without = duties.length - dated.length
  if (dated.length === 0) remark(ports, 'no duty has a date in that time, so the calendar is empty')
  const verb = without === 1 ? 'has no date and was' : 'have no date and were'
  if (without > 0) remark(ports, `${counted(without, 'duty')} ${verb} left out; see partners due`)
  const confidential = confidentialOf(register.partnerships)
  const entries = dated.map((duty) => {
    const { kind, key, what, about, at, why } = duty
    const due = duty.due!
    const isLate = due.last < asOf
    const names = formatNames(namesOf(duty))
    const id = sha256([register.settings.organisation, at.file, kind, key].join('\n'))
    const since = isLate ? `Overdue since ${formatInexactDay(due)}\n` : ''
    return {
      uid: `${id.slice(0, 32)}@partners`,
      // in the past nobody would see it
      day: isLate ? asOf : due.last,
      title: isLate ? `Overdue: ${what}: ${names}` : `${what}: ${names}`,
      text: `${since}${why}\n${formatNames(rolesOf(duty)) || 'No role is named'}`,
      categories: [kind.replace('-', ' '), ...(isLate ? ['overdue'] : [])],
      isConfidential: confidential.some((it) => it === about),
    }
  })
  return calendar(register.settings.name ?? 'Partnerships: what is due', entries, asOf)
}
