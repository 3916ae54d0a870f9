import { Chalk, type ChalkInstance } from 'chalk'
import wrapAnsi from 'wrap-ansi'
import { describeNeeded, type Duty } from '../duties/duty.js'
import { clean } from '../model/clean.js'
import { formatDay, type Day } from '../model/day.js'
import { inWords, someOf } from '../model/words.js'
import type { Severity } from '../rules/rule.js'
import { dueRows } from './due-rows.js'
import { describeFindings, describeSilenced } from './findings/summary.js'
import type { Proposal } from './findings/first.js'
import type { RowView } from './rows/index.js'
import { table } from './rows/table.js'

/** The state of a register on a day. */
export interface Status {
  /** The register's name, or that of its organisation. */
  readonly name: string
  readonly asOf: Day
  /** The last day of what is due soon. */
  readonly soon: Day
  /** Partnerships that papers count: agreed, not ended, and not part of another. */
  readonly partnerships: number
  /** Partnerships that papers do not count. */
  readonly proposed: number
  readonly parts: number
  readonly ended: number
  /** Counted partnerships that are parts of partnerships that have ended. */
  readonly ofEnded: number
  /** Partnerships whose files could not be read at all. */
  readonly lostPartnerships: number
  readonly organisations: number
  /** How many of the counted partnerships have each status and each tier, in the order of the output. */
  readonly statuses: readonly Share[]
  readonly tiers: readonly Share[]
  readonly overdue: number
  readonly dueSoon: number
  /** Requirements without a day that are not met. */
  readonly neededNow: readonly Duty[]
  /** The next ones by day, or, if no other has a day, those that are longest overdue. */
  readonly next: readonly Duty[]
  readonly findings: Readonly<Record<Severity, number>>
  readonly accepted: number
  readonly permitted: number
  /** Files that could not be read in full. */
  readonly unreadable: readonly string[]
  readonly proposals: readonly Proposal[]
}

/** How many partnerships have a status or tier. */
export interface Share {
  readonly name: string
  readonly count: number
}

/** Longer lines are hard to read. */
const WIDEST = 120
const LABEL = 15

/** A register at a glance: its content, what is due, what is wrong, and what to do next. */
export function statusText(status: Status, view: RowView): string {
  const look = lookOf(view)
  const title = wrapAnsi(look.paint.bold(`${clean(status.name)}, as of ${formatDay(status.asOf)}`), look.width, HARD)
  const facts = [
    ['Partnerships', describePartnerships(status)],
    ['Organisations', String(status.organisations)],
    ['Due', describeDue(status, look.paint)],
    ['Findings', paintedFindings(status, look.paint)],
    ...(status.unreadable.length > 0 ? [['Not read', describeUnreadable(status, look.paint)]] : []),
  ] as [string, string][]
  return [
    `${title}\n`,
    ...facts.map(([label, text]) => line(label, text, look)),
    ...nextDuties(status, look),
    ...proposed(status.proposals, look),
  ].join('')
}

/** What the tool is, if there is no register here. */
export function withoutRegister(view: RowView): string {
  const look = lookOf(view)
  const proposals = [
    { command: 'partners init', why: 'creates a register in this folder' },
    { command: 'partners --help', why: 'lists the commands' },
  ]
  return [`${wrapAnsi(WHAT_IT_IS, look.width, HARD)}\n`, ...proposed(proposals, look)].join('')
}

const WHAT_IT_IS =
  'partners keeps an organisation’s register of partnerships as plain files in git: it checks them, shows what is due and who is responsible, and makes the Board papers. There is no register in this folder or a parent folder.'

interface Look extends RowView {
  readonly paint: ChalkInstance
}

const lookOf = ({ width, colour }: RowView): Look => {
  return { width: Math.min(width, WIDEST), colour, paint: new Chalk({ level: colour ? 1 : 0 }) }
}

const HARD = { hard: true, trim: true }

/** A fact after its label; the text is wrapped in its column. */
function line(label: string, text: string, { width, paint }: Look): string {
  const wrapped = wrapAnsi(text, Math.max(20, width - LABEL), HARD)
  const margin = ' '.repeat(LABEL)
  return `${paint.bold(label)}${margin.slice(label.length)}${wrapped.replaceAll('\n', `\n${margin}`)}\n`
}

function describePartnerships({ partnerships, lostPartnerships, statuses, tiers, ...more }: Status): string {
  const { proposed, parts, ended, ofEnded } = more
  const notCounted = [
    parts === 0 ? [] : `${parts} ${parts === 1 ? 'part of another' : 'parts of others'}`,
    proposed === 0 ? [] : `${proposed} proposed`,
    ended === 0 ? [] : `${ended} ended`,
  ].flat()
  if (partnerships + notCounted.length === 0)
    return lostPartnerships === 0 ? 'none yet' : `${lostPartnerships} that cannot be read`
  const shares = (list: readonly Share[]) =>
    list.map(({ name, count }) => `${count} ${clean(inWords(name))}`).join(', ')
  const unread = lostPartnerships === 0 ? '' : `; ${lostPartnerships} more cannot be read`
  const orphans =
    ofEnded === 0
      ? ''
      : `, ${ofEnded} of them ${ofEnded === 1 ? 'a part of one that has' : 'parts of some that have'} ended`
  const counted =
    partnerships === 0 ? 'none running' : `${partnerships} (${shares(statuses)})${orphans}; by tier: ${shares(tiers)}`
  return `${counted}${notCounted.length === 0 ? '' : `; not counted: ${notCounted.join(', ')}`}${unread}`
}

function describeDue({ overdue, dueSoon, neededNow, soon }: Status, paint: ChalkInstance): string {
  const late = `${overdue === 0 ? 'nothing' : overdue} overdue`
  const ahead = `${dueSoon === 0 ? 'nothing' : dueSoon} due soon (by ${formatDay(soon)})`
  return [
    overdue > 0 ? paint.red(late) : late,
    dueSoon > 0 ? paint.yellow(ahead) : ahead,
    ...(neededNow.length > 0 ? [describeNeeded(neededNow)] : []),
  ].join(', ')
}

function paintedFindings({ findings, accepted, permitted }: Status, paint: ChalkInstance): string {
  const tone = findings.error > 0 ? paint.red : findings.warning > 0 ? paint.yellow : paint.green
  return `${tone(describeFindings(findings))}${describeSilenced({ accepted, permitted })}`
}

const describeUnreadable = ({ unreadable }: Status, paint: ChalkInstance) =>
  `${paint.red(clean(someOf(unreadable)))}; everything else here leaves out what could not be read`

function nextDuties({ next, asOf, soon }: Status, { width, paint, colour }: Look): string[] {
  if (next.length === 0) return []
  const { columns, rows } = dueRows(next, { asOf, soon, by: 'none' })
  const shown = ['due', 'partnership', 'what', 'role'].map((key) => columns.find((it) => it.key === key)!)
  const isLate = next.every(({ due }) => due !== undefined && due.last < asOf)
  const heading = paint.bold.underline(isLate ? 'Longest overdue' : 'Next')
  return [`\n${heading}\n\n`, table({ columns: shown, rows }, { width, colour })]
}

/** A command in each line with its purpose, which goes on a line below if there is no room. */
function proposed(proposals: readonly Proposal[], { width, paint }: Look): string[] {
  const longest = Math.max(...proposals.map((it) => it.command.length))
  const fits = proposals.every(({ why }) => longest + why.length + 4 <= width)
  return [
    `\n${paint.bold.underline('Try')}\n\n`,
    ...proposals.map(({ command, why }) => {
      const typed = clean(command)
      return fits ? `  ${typed.padEnd(longest)}  ${paint.dim(why)}\n` : `  ${typed}\n      ${paint.dim(why)}\n`
    }),
  ]
}
