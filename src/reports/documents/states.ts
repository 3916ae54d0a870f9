import { forceOf, formatForce } from '../../model/grounds.js'
import { leadOf } from '../../model/hierarchy.js'
import { by, grouped } from '../../model/order.js'
import { titleOf } from '../../model/role.js'
import { formatNames } from '../../model/words.js'
import { describeState, formatUntil, withSigning } from '../../policy/describe-document.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { section } from '../define-paper.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import { heldShape, holderOf, type Needed, type Scope } from './scope.js'

const dated = { ...heldShape, force: text, day: text, lead: maybe }

const shape = {
  /** What is not on file, a row for each partnership, the most significant first, and then for each partner with its partnerships. */
  missingList: rows({ holder: text, partnerships: texts, tier: text, must: texts, should: texts, lead: maybe }),
  /** What has expired, the longest ago first, and what soon will. */
  expiredList: rows(dated),
  soonList: rows(dated),
  /** Self-assessments have a list of their own. */
  unsignedList: rows({ ...heldShape, force: text, state: text, note: maybe, lead: maybe }),
  /** In force for longer; of a partner’s document, the partnerships that need it. */
  heldList: rows({ ...heldShape, stands: text, partnerships: texts }),
}

/** Every document that is certainly required, once: with those in the same state. */
export const states = section(shape, (scope: Scope) => {
  const inState = (...states: readonly DocumentDuty['state'][]) =>
    scope.toSeeTo.filter(({ duty }) => states.includes(duty.state))
  const byDay = by<Needed>(({ duty }) => [forceOf(duty.basis), duty.until].join(' '))
  const dated = (state: DocumentDuty['state']) =>
    inState(state)
      .sort(byDay)
      .map((it) => ({ ...rowOf(scope, it), day: formatUntil(it.duty) }))
  return {
    missingList: missingList(scope, inState('missing', 'needed-before-start')),
    expiredList: dated('expired'),
    soonList: dated('expiring'),
    unsignedList: inState('unsigned')
      .filter(({ duty }) => duty.form === undefined)
      .map((it) => ({ ...rowOf(scope, it), state: describeState(it.duty), note: it.duty.document?.note })),
    heldList: inState('held').map((it) => ({
      title: it.duty.title,
      holder: holderOf(it),
      stands: describeHeld(it.duty, scope),
      partnerships: it.duty.organisation === undefined ? [] : namesOf([it]),
    })),
  }
})

const rowOf = (scope: Scope, it: Needed) => ({
  title: it.duty.title,
  holder: holderOf(it),
  force: formatForce(it.duty.basis),
  lead: describeLeads(scope, [it]),
})

/** The roles that lead the partnerships which need some documents; undefined where none is recorded. */
function describeLeads({ register }: Scope, all: readonly Needed[]): string | undefined {
  const leads = all.flatMap((it) => it.wholes).map((whole) => titleOf(register, leadOf(register, whole)))
  return formatNames([...new Set(leads.flatMap((it) => it ?? []))]) || undefined
}

/** By its own title where it has one: `“Agreement of 2018”: in force until 30 April 2020; signed on 2 May 2018`. */
const describeHeld = (duty: DocumentDuty, { asOf }: Scope): string =>
  (duty.document?.title === undefined ? '' : `“${duty.document.title}”: `) +
  withSigning(describeState(duty), duty.document, asOf)

function missingList(scope: Scope, missing: readonly Needed[]) {
  const { policy } = scope
  const tierOf = ({ partnership, duty }: Needed) =>
    duty.organisation === undefined ? policy.tier(partnership).id : undefined
  const rank = (it: Needed) => policy.rank(tierOf(it) ?? '')
  const titles = (all: readonly Needed[], force: 'must' | 'should') =>
    all.filter(({ duty }) => forceOf(duty.basis) === force).map(({ duty }) => titleOfMissing(duty))
  return grouped(missing, ({ partnership, duty }) => (duty.organisation ?? partnership).file)
    .sort(([a], [b]) => rank(b!) - rank(a!) || by(holderOf)(a!, b!))
    .map((all) => ({
      holder: holderOf(all[0]!),
      partnerships: tierOf(all[0]!) === undefined ? namesOf(all) : [],
      tier: tierOf(all[0]!) ?? 'partner',
      must: titles(all, 'must'),
      should: titles(all, 'should'),
      lead: describeLeads(scope, all),
    }))
}

const namesOf = (all: readonly Needed[]) => [...new Set(all.flatMap((it) => it.wholes.map((whole) => whole.name)))]

const titleOfMissing = ({ title, state }: DocumentDuty) =>
  state === 'needed-before-start' ? `${title} (before the start)` : title
