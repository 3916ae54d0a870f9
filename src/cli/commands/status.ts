import { basename } from 'node:path'
import { dutyState, type Duty } from '../../duties/duty.js'
import { dutiesOf } from '../../duties/index.js'
import { asPeopleRead } from '../../duties/merged.js'
import type { Day } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import { isSettingLost, type Register } from '../../model/register.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import { grouped } from '../../model/order.js'
import { nextCommands } from '../../output/next-commands.js'
import type { Share, Status } from '../../output/status.js'
import { bySeverity } from '../../rules/check.js'
import { colourOptions, readingOptions } from '../options.js'
import { viewOf } from '../answer.js'
import { asOfOption } from '../as-of.js'
import { openChecked, type Checked } from '../checked.js'
import { defineCommand, type OptionsOf } from '../define-command.js'
import { rootOf } from '../open-register.js'
import type { Ports } from '../ports.js'

const options = [...readingOptions, asOfOption, ...colourOptions] as const
type Options = OptionsOf<typeof options>

export const status = defineCommand({
  name: 'status',
  description: 'Show where the register stands and what to do next (the default command)',
  options,
  notes: 'This is a look, not a check: the exit code is 0 whatever is found. partners validate is the check.',
  examples: ['partners', 'partners -r examples/nhs-brent-2010', 'partners status --as-of today'],
  run,
})

/** Shows counts, what is due and what is found, and suggests what to do next. */
async function run(ports: Ports, options: Options): Promise<void> {
  const view = viewOf(ports, options)
  const { statusText, withoutRegister } = await import('../../output/status.js')
  if (rootOf(ports, options.register) === undefined) return ports.stdout.write(withoutRegister(view))
  ports.stdout.write(statusText(statusOf(await openChecked(ports, options), options), view))
}

const SHOWN_DUTIES = 3

/** What is overdue, the oldest first, then what comes next; a few of each. */
function nextOf(dated: readonly Duty[], asOf: Day): Duty[] {
  const isLate = ({ due }: Duty) => due !== undefined && due.last < asOf
  const late = dated.filter(isLate)
  const coming = dated.filter((it) => !isLate(it))
  return [...late.slice(0, SHOWN_DUTIES), ...coming.slice(0, SHOWN_DUTIES)]
}

function statusOf({ opened, register, policy, check }: Checked, options: Options): Status {
  const { root, printed } = opened
  const { organisations, unreadable } = register
  const { held, proposals, parts, ended, ofEnded } = runningPartnerships(register)
  const { asOf, soon } = policy
  const duties = dutiesOf(register, policy)
  const inState = (state: string) => duties.filter((it) => dutyState(it, asOf, soon) === state)
  const dated = asPeopleRead(duties).filter((it) => it.due !== undefined)
  const counts = {
    partnerships: held.length,
    proposed: proposals.length,
    parts: parts.length,
    ended: ended.length,
    ofEnded: ofEnded.length,
    lostPartnerships: unreadable.filter(isLostPartnership).length,
    overdue: inState('overdue').length,
    dueSoon: inState('due-soon').length,
    needed: inState('needed').length,
    findings: bySeverity(check.findings),
  }
  return {
    ...counts,
    name: nameOf(register, root),
    asOf,
    soon,
    organisations: organisations.length,
    statuses: shares(held.map((it) => it.status)),
    tiers: shares(held.map((it) => policy.tier(it).id)).sort((a, b) => policy.rank(b.name) - policy.rank(a.name)),
    next: nextOf(dated, asOf),
    neededNow: inState('needed'),
    accepted: check.accepted.length,
    permitted: check.permitted.length,
    unreadable: unreadable.map((it) => printed(it.file)),
    proposals: nextCommands({
      ...counts,
      partnerships: register.partnerships.length,
      unreadable: unreadable.length,
      named: options.register,
      asOf: options.asOf,
    }),
  }
}

const isLostPartnership = ({ kind, lost }: Register['unreadable'][number]) =>
  kind === 'partnership' && lost.some((path) => path.length === 0)

/** The register's name, or that of its organisation, or else its folder. */
function nameOf(register: Register, root: string): string {
  const { name, organisation } = register.settings
  if (name !== undefined) return name
  if (isSettingLost(register, 'organisation')) return `Register in ${basename(root)}`
  return `Register of ${lookUp(register).organisation.get(organisation)?.name ?? organisation}`
}

/** How many there are of each, most first. */
const shares = (names: readonly string[]): Share[] =>
  grouped(names, (it) => it)
    .map((these) => ({ name: these[0]!, count: these.length }))
    .sort((a, b) => b.count - a.count)
