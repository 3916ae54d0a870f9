import { allActions, isOpenAction } from '../model/actions.js'
import { benefitState, BENEFIT_WORDS, isShort, describeReached } from '../model/benefit.js'
import {
  formatInexactDay,
  type Day,
  type InexactDay,
  latestUpdate,
  addDuration,
  exactly,
  formatDay,
} from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { at, type Filed, type Place } from '../model/place.js'
import { allRecommendations, isOpenRecommendation } from '../model/recommendations.js'
import { isHeldReview } from '../model/quality-review.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import { isOpenRisk, riskName } from '../model/risk.js'
import { inWords } from '../model/words.js'
import { WHOLE_REGISTER, type Duty, type DutyKind } from './duty.js'
import { leadOf } from '../model/hierarchy.js'

/** What was promised: actions, milestones, mitigation, benefits, evaluations, recommendations, next steps. */
export function* promiseDuties(register: Register, asOf: Day): Iterable<Duty> {
  yield* openActions(register)
  // the plan of an ended partnership is over; only its open actions are still owed
  for (const partnership of register.partnerships)
    if (partnership.status !== 'ended') yield* ofPlan(register, partnership, asOf)
  yield* ofSettings(register)
  yield* ofLastUpdate(register, asOf)
  yield* openRecommendations(register, asOf)
}

function* openRecommendations(register: Register, asOf: Day): Iterable<Duty> {
  const all = allRecommendations(register, latestUpdate(register, asOf))
  for (const { recommendation, partnership, from, at: place } of all) {
    const { title, due, owner, priority, response, action } = recommendation
    if (!isOpenRecommendation(recommendation) || partnership?.status === 'ended') continue
    // without a day only what an audit or evaluation recommended is still owed
    if (due === undefined && from === undefined) continue
    const what = from === undefined ? 'it was recommended' : `recommended by “${from}”`
    const why = [priority && `${priority} priority`, what, action ?? response]
      .filter((it) => it !== undefined)
      .join('; ')
    const lead = partnership && leadOf(register, partnership)
    yield dutyAt(register, place, partnership ?? WHOLE_REGISTER, 'recommendation', { title, due, owner, why }, lead)
  }
}

function* openActions(register: Register): Iterable<Duty> {
  for (const { action, partnership, from, at: place } of allActions(register)) {
    if (!isOpenAction(action)) continue
    const lead = partnership && leadOf(register, partnership)
    const why = from === undefined ? 'the action is open' : `the action of “${from}” is open`
    yield dutyAt(register, place, partnership ?? WHOLE_REGISTER, 'action', { ...action, why }, lead)
  }
}

function* ofPlan(register: Register, partnership: Partnership, asOf: Day): Iterable<Duty> {
  const { benefits, milestones, risks, evaluations } = partnership
  const duties = dutiesIn(register, partnership, partnership, leadOf(register, partnership))
  yield* duties('benefit', 'benefits', benefits, (it) => benefitOwed(it, asOf))
  yield* duties('milestone', 'milestones', milestones, ({ title, due, done }) =>
    done === undefined ? { title, due, why: 'a milestone in its plan' } : undefined,
  )
  yield* duties('risk', 'risks', risks, (it) =>
    isOpenRisk(it) && it.due !== undefined
      ? { title: `Mitigation: ${riskName(it)}`, due: it.due, owner: it.owner, why: 'the risk is open' }
      : undefined,
  )
  yield* duties('evaluation', 'evaluations', evaluations, (it) => reportOwed(it, 'evaluation'))
  yield* duties('quality-review', 'quality-reviews', partnership['quality-reviews'], (it) =>
    isHeldReview(it) ? undefined : reportOwed(it, 'quality review'),
  )
}

/** Benefits until they are achieved, and missed ones until somebody decides what follows. */
function benefitOwed(it: Partnership['benefits'][number], asOf: Day): Owed | undefined {
  const { title, due, owner } = it
  const state = benefitState(it, asOf)
  if (!isShort(state) && (state !== 'ahead' || due === undefined)) return undefined
  const why = [isShort(state) ? BENEFIT_WORDS[state] : 'a benefit that is to come', describeReached(it)]
  return { title: `Benefit: ${title}`, due, owner, why: why.filter(Boolean).join(': ') }
}

function* ofSettings(register: Register): Iterable<Duty> {
  const { settings } = register
  const duties = dutiesIn(register, settings, WHOLE_REGISTER)
  yield* duties('evaluation', 'audits', settings.audits, (it) => reportOwed(it, 'audit'))
  yield* duties('action', 'standards', settings.standards, ({ title, version, status, 'comments-due': due }) =>
    due === undefined || status === 'approved' || status === 'superseded'
      ? undefined
      : { title: `Comments on ${title ?? `version ${version}`}`, due, why: 'the standard is out for comment' },
  )
}

/** Promises to the Board; those of earlier papers were answered by the later ones. */
function* ofLastUpdate(register: Register, asOf: Day): Iterable<Duty> {
  const update = latestUpdate(register, asOf)
  if (update === undefined) return
  const duties = dutiesIn(register, update, WHOLE_REGISTER)
  const why = `promised in ${update.title ?? 'the update'} (${update.id})`
  yield* duties('next-step', 'next-steps', update['next-steps'], (it) => ({ ...it, why }))
  yield* duties('evaluation', 'audits', update.audits, (it) => reportOwed(it, 'audit'))
}

/** An evaluation, audit or review that has not reported yet. */
const reportOwed = ({ title, due, state }: { title: string; due?: InexactDay; state?: string }, what: string) =>
  state === 'reported' || due === undefined
    ? undefined
    : { title, due, why: `the ${what} is ${state === undefined ? 'not yet reported' : inWords(state)}` }

/** What was promised, and why it is still to be done. */
interface Owed {
  readonly title: string
  readonly due?: InexactDay | undefined
  /** The role that its entry names. */
  readonly owner?: string | undefined
  readonly why: string
}

/** Makes the duties of a record's lists; the lead is responsible where an entry names nobody. */
const dutiesIn = (register: Register, record: Filed, about: Duty['about'], lead?: string) =>
  function* <T>(kind: DutyKind, list: string, items: readonly T[], find: (it: T) => Owed | undefined): Iterable<Duty> {
    for (const [index, it] of items.entries()) {
      const owed = find(it)
      if (owed !== undefined) yield dutyAt(register, at(record, list, index), about, kind, owed, lead)
    }
  }

function dutyAt(
  register: Register,
  place: Place,
  about: Duty['about'],
  kind: DutyKind,
  { title, due, owner, why }: Owed,
  lead: string | undefined,
): Duty {
  return {
    kind,
    key: recordPath(register, place),
    what: title,
    about,
    due,
    role: owner ?? lead,
    isLeads: owner === undefined && lead !== undefined,
    why,
    because: [{ text: `due ${due === undefined ? 'on no stated day' : formatInexactDay(due)}`, at: place }],
    at: place,
  }
}

/** Notice days and end dates, and the last days of exceptions and decided tiers, without ended partnerships. */
export function* termDuties(register: Register): Iterable<Duty> {
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  for (const partnership of running) {
    const role = leadOf(register, partnership)
    yield* endDuties(partnership, role)
    const { tier } = partnership
    if (tier?.until !== undefined)
      yield {
        kind: 'decision',
        key: 'tier',
        what: `Tier set to ${tier.at}`,
        about: partnership,
        due: tier.until,
        role: tier.by ?? role,
        why: `the decision holds until ${formatInexactDay(tier.until)}`,
        because: [],
        at: at(partnership, 'tier', 'until'),
      }
  }
  yield* exceptionDuties({ ...register, partnerships: running })
}

function* endDuties(partnership: Partnership, role: string | undefined): Iterable<Duty> {
  const { end, notice, status } = partnership
  const extendable = partnership['extendable-to']
  if (end === undefined || end === 'none') return
  const because = [{ text: `its end is ${formatInexactDay(end)}`, at: at(partnership, 'end') }]
  if (notice !== undefined && (status === 'active' || status === 'under-review'))
    yield {
      kind: 'term',
      key: 'notice',
      what: 'Decide whether to continue, and give notice if not',
      about: partnership,
      due: exactly(addDuration(end.last, notice, -1)),
      role,
      why: `notice is ${notice.written} before its end on ${formatDay(end.last)}`,
      because: [...because, { text: `notice is ${notice.written}`, at: at(partnership, 'notice') }],
      at: at(partnership, 'notice'),
    }
  yield {
    kind: 'term',
    key: 'end',
    what: 'End: renew it, extend it or wind it up',
    about: partnership,
    due: exactly(end.last),
    role,
    why:
      extendable === undefined ? 'its last day' : `its last day; it can be extended to ${formatInexactDay(extendable)}`,
    because,
    at: at(partnership, 'end'),
  }
}

function* exceptionDuties(register: Register): Iterable<Duty> {
  const { partnerships, organisations, settings } = register
  for (const record of [...partnerships, ...organisations, settings]) {
    const about = record === settings ? WHOLE_REGISTER : (record as Duty['about'])
    for (const [index, it] of record.exceptions.entries())
      yield {
        kind: 'decision',
        key: `exception ${it.rule} ${it.about ?? ''}`.trim(),
        what: `Exception from ${it.rule}`,
        about,
        due: it.until,
        role: it.by,
        why: it.reason,
        because: [],
        at: at(record, 'exceptions', index, 'until'),
      }
  }
}
