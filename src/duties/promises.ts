import { allActions, isOpenAction } from '../model/actions.js'
import { benefitState, BENEFIT_WORDS, isShort, describeReached } from '../model/benefit.js'
import { formatInexactDay, type Day, type InexactDay } from '../model/day.js'
import { latestUpdate } from '../model/latest.js'
import type { Partnership } from '../model/partnership.js'
import { at, type Place } from '../model/place.js'
import { isHeldReview } from '../model/quality-review.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import { isOpenRisk, riskName } from '../model/risk.js'
import { inWords } from '../model/words.js'
import { WHOLE_REGISTER, type Duty, type DutyKind } from './duty.js'
import { leadOf } from './lead.js'

/** What somebody said would be done: actions, milestones, mitigation, benefits, evaluations, recommendations, next steps. */
export function* promiseDuties(register: Register, asOf: Day): Iterable<Duty> {
  yield* openActions(register)
  // the plan of an ended one is over; only what somebody was given to do is still owed
  for (const partnership of register.partnerships)
    if (partnership.status !== 'ended') yield* ofPlan(register, partnership, asOf)
  yield* ofSettings(register)
  yield* ofLastUpdate(register, asOf)
}

function* openActions(register: Register): Iterable<Duty> {
  for (const { action, partnership, from, at: place } of allActions(register)) {
    if (!isOpenAction(action)) continue
    const lead = partnership && leadOf(register, partnership)
    const why = from === undefined ? 'the action is open' : `the action of “${from}” is open`
    yield dutyAt(register, place, partnership ?? WHOLE_REGISTER, {
      kind: 'action',
      it: action,
      owner: action.owner,
      lead,
      why,
    })
  }
}

function* ofPlan(register: Register, partnership: Partnership, asOf: Day): Iterable<Duty> {
  const lead = leadOf(register, partnership)
  const duty = maker(register, partnership, (list, index) => at(partnership, list, index), lead)
  yield* benefitDuties(partnership, duty, asOf)
  for (const [index, it] of partnership.milestones.entries())
    if (it.done === undefined) yield duty('milestone', 'milestones', index, it, undefined, 'a step of its plan')
  for (const [index, it] of partnership.risks.entries())
    if (isOpenRisk(it) && it.due !== undefined)
      yield duty('risk', 'risks', index, { ...it, title: `Mitigation: ${riskName(it)}` }, it.owner, 'the risk is open')
  for (const [index, it] of partnership.evaluations.entries())
    if (it.state !== 'reported' && it.due !== undefined)
      yield duty('evaluation', 'evaluations', index, it, undefined, `the evaluation is ${formatDue(it.state)}`)
  for (const [index, it] of partnership['quality-reviews'].entries())
    if (!isHeldReview(it) && it.due !== undefined)
      yield duty(
        'quality-review',
        'quality-reviews',
        index,
        it,
        undefined,
        `the quality review is ${formatDue(it.state)}`,
      )
  for (const [index, it] of partnership.recommendations.entries())
    if (it.done === undefined && it.due !== undefined)
      yield duty('recommendation', 'recommendations', index, it, undefined, it.action ?? 'it was recommended')
}

/** Benefits until they have come, with those that were missed: somebody decides what follows. */
function* benefitDuties({ benefits }: Partnership, duty: ReturnType<typeof maker>, asOf: Day): Iterable<Duty> {
  for (const [index, it] of benefits.entries()) {
    const state = benefitState(it, asOf)
    if (!isShort(state) && (state !== 'ahead' || it.due === undefined)) continue
    const why = [isShort(state) ? BENEFIT_WORDS[state] : 'a benefit that is to come', describeReached(it)]
    const named = { ...it, title: `Benefit: ${it.title}` }
    yield duty('benefit', 'benefits', index, named, it.owner, why.filter(Boolean).join(': '))
  }
}

function* ofSettings(register: Register): Iterable<Duty> {
  const { settings } = register
  const duty = maker(register, WHOLE_REGISTER, (list, index) => at(settings, list, index))
  for (const [index, it] of settings.audits.entries())
    if (it.state !== 'reported' && it.due !== undefined)
      yield duty('evaluation', 'audits', index, it, undefined, `the audit is ${formatDue(it.state)}`)
  for (const [index, it] of settings.standards.entries())
    if (it['comments-due'] !== undefined && it.status !== 'approved' && it.status !== 'superseded')
      yield duty(
        'action',
        'standards',
        index,
        { title: `Comments on ${it.title ?? `version ${it.version}`}`, due: it['comments-due'] },
        undefined,
        'the standard is out for comment',
      )
}

/** Promises to the Board; those of earlier papers were answered by the later ones. */
function* ofLastUpdate(register: Register, asOf: Day): Iterable<Duty> {
  const update = latestUpdate(register, asOf)
  if (update === undefined) return
  const duty = maker(register, WHOLE_REGISTER, (list, index) => at(update, list, index))
  for (const [index, it] of update['next-steps'].entries())
    yield duty(
      'next-step',
      'next-steps',
      index,
      it,
      it.owner,
      `promised in ${update.title ?? 'the update'} (${update.id})`,
    )
  for (const [index, it] of update.audits.entries())
    if (it.state !== 'reported' && it.due !== undefined)
      yield duty('evaluation', 'audits', index, it, undefined, `the audit is ${formatDue(it.state)}`)
}

interface Promised {
  readonly title: string
  readonly due?: InexactDay | undefined
}

/** What was promised, and of whom. */
interface Owed {
  readonly kind: DutyKind
  readonly it: Promised
  /** The role that its entry names, and the one that answers where it names none. */
  readonly owner: string | undefined
  readonly lead: string | undefined
  readonly why: string
}

function dutyAt(register: Register, place: Place, about: Duty['about'], { kind, it, owner, lead, why }: Owed): Duty {
  const { title, due } = it
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

function maker(register: Register, about: Duty['about'], place: (list: string, index: number) => Place, lead?: string) {
  return (kind: DutyKind, list: string, index: number, it: Promised, owner: string | undefined, why: string): Duty =>
    dutyAt(register, place(list, index), about, { kind, it, owner, lead, why })
}

const formatDue = (state: string | undefined) => (state === undefined ? 'not yet reported' : inWords(state))
