import { sayInexactDay, type InexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import { isOpenRisk, riskName } from '../model/risk.js'
import { WHOLE_REGISTER, type Duty, type DutyKind } from './duty.js'
import { leadOf } from './lead.js'

/** What somebody said would be done: actions, milestones, mitigation, evaluations, recommendations, next steps. */
export function* promiseDuties(register: Register): Iterable<Duty> {
  for (const partnership of register.partnerships) yield* ofPartnership(register, partnership)
  yield* ofSettings(register)
  yield* ofLastUpdate(register)
}

function* ofPartnership(register: Register, partnership: Partnership): Iterable<Duty> {
  const lead = leadOf(register, partnership)
  const duty = maker(register, partnership, (list, index) => at(partnership, list, index))
  for (const [index, it] of partnership.actions.entries())
    if (it.done === undefined) yield duty('action', 'actions', index, it, it.owner ?? lead, 'the action is open')
  for (const list of ['evaluations', 'quality-reviews'] as const)
    for (const [index, { title, actions }] of partnership[list].entries()) {
      const ofReview = maker(register, partnership, (inner, position) => at(partnership, list, index, inner, position))
      for (const [position, it] of actions.entries())
        if (it.done === undefined)
          yield ofReview('action', 'actions', position, it, it.owner ?? lead, `the action of “${title}” is open`)
    }
  if (partnership.status === 'ended') return // its plan is over; only what somebody was told to do is still owed
  for (const [index, it] of partnership.milestones.entries())
    if (it.done === undefined) yield duty('milestone', 'milestones', index, it, lead, 'a step of its plan')
  for (const [index, it] of partnership.risks.entries())
    if (isOpenRisk(it) && it.due !== undefined)
      yield duty(
        'risk',
        'risks',
        index,
        { ...it, title: `Mitigation: ${riskName(it)}` },
        it.owner ?? lead,
        'the risk is open',
      )
  for (const [index, it] of partnership.evaluations.entries())
    if (it.state !== 'reported' && it.due !== undefined)
      yield duty('evaluation', 'evaluations', index, it, lead, `the evaluation is ${said(it.state)}`)
  for (const [index, it] of partnership['quality-reviews'].entries())
    if (it.state !== 'done' && it.due !== undefined)
      yield duty('quality-review', 'quality-reviews', index, it, lead, `the quality review is ${said(it.state)}`)
  for (const [index, it] of partnership.recommendations.entries())
    if (it.due !== undefined)
      yield duty('recommendation', 'recommendations', index, it, lead, it.action ?? 'it was recommended')
}

function* ofSettings(register: Register): Iterable<Duty> {
  const { settings } = register
  const duty = maker(register, WHOLE_REGISTER, (list, index) => at(settings, list, index))
  for (const [index, it] of settings.actions.entries())
    if (it.done === undefined) yield duty('action', 'actions', index, it, it.owner, 'the action is open')
  for (const [index, it] of settings.audits.entries())
    if (it.state !== 'reported' && it.due !== undefined)
      yield duty('evaluation', 'audits', index, it, undefined, `the audit is ${said(it.state)}`)
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
function* ofLastUpdate(register: Register): Iterable<Duty> {
  const update = register.updates.at(-1)
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
      yield duty('evaluation', 'audits', index, it, undefined, `the audit is ${said(it.state)}`)
}

interface Promised {
  readonly title: string
  readonly due?: InexactDay | undefined
}

function maker(register: Register, about: Duty['about'], place: (list: string, index: number) => Duty['at']) {
  return (kind: DutyKind, list: string, index: number, it: Promised, role: string | undefined, why: string): Duty => ({
    kind,
    key: recordPath(register, place(list, index)),
    what: it.title,
    about,
    due: it.due,
    role,
    why,
    because: [
      { text: `due ${it.due === undefined ? 'on no stated day' : sayInexactDay(it.due)}`, at: place(list, index) },
    ],
    at: place(list, index),
  })
}

const said = (state: string | undefined) => (state === undefined ? 'not yet reported' : state.replaceAll('-', ' '))
