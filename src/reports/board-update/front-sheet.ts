import { formatInexactDay } from '../../model/day.js'
import { capital, formatNames, inWords, lowerFirst } from '../../model/words.js'
import { section } from '../define-paper.js'
import { bodyName } from '../phrases.js'
import { rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

/** What a Board secretary puts in front of a paper, a row each; what the update does not state has no row. */
export const frontSheet = section({ frontSheet: rows({ label: text, text }) }, (scope: Scope) => ({
  frontSheet: [...ofMeeting(scope), ...ofPeople(scope), ...ofPurpose(scope), ...ofImplications(scope)].flatMap(
    ([label, said]) => (said ? [{ label, text: said }] : []),
  ),
}))

type Row = readonly [label: string, said: string | null | undefined]

function ofMeeting({ register, update }: Scope): Row[] {
  const body = bodyName(register, update?.to)
  const day = update?.meeting && formatInexactDay(update.meeting)
  return [
    ['Meeting', formatNamesOf(body, day)],
    ['Agenda item', update?.['agenda-item']],
    ['Paper number', update?.['paper-number']],
    ['Part of the meeting', update?.part && capital(update.part)],
  ]
}

const formatNamesOf = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(', ')

/** Roles, and names where these were given when the paper was made: a register has none. */
function ofPeople({ update, people }: Scope): Row[] {
  return [
    ['Lead executive', update?.['lead-executive']],
    ['Presented by', formatNames(people?.presenter ?? [])],
    ['Author', named(people?.author ?? [], update?.author ?? [])],
  ]
}

/** `A Name (Role)`, where there is a name for each role; otherwise the names, or the roles. */
export function named(names: readonly string[], roles: readonly string[]): string {
  if (names.length === 0) return formatNames(roles)
  return formatNames(names.length === roles.length ? names.map((it, index) => `${it} (${roles[index]})`) : [...names])
}

function ofPurpose({ update, register }: Scope): Row[] {
  if (update === undefined) return []
  const day = (it: typeof update.previous) => (it === undefined ? undefined : formatInexactDay(it))
  const around = [
    update.previous && `last paper ${day(update.previous)}`,
    update.next && `next paper ${day(update.next)}`,
  ]
  return [
    ['Purpose', update.for && `For ${inWords(update.for)}`],
    ['Period covered', formatNamesOf(day(update.period), ...around)],
    [
      'Considered before',
      update['considered-before']
        .map(({ body, date, said }) => {
          const who = formatNamesOf(bodyName(register, body), date && formatInexactDay(date))
          return said === undefined ? who : `${who}: ${said}`
        })
        .join('; '),
    ],
    ['Governance route', update['governance-route']],
    ['Strategic objectives', objectivesOf(register.settings.objectives, update.objectives)],
    ['Responsibilities', update['statutory-responsibilities']],
    ['Assurance framework', update['assurance-framework'].join('; ')],
    ['Risk register', update['risk-register'].join('; ')],
  ]
}

/** Those that the update names, with their goals: `4, Collaboration: work in partnerships; grow services`. */
const objectivesOf = (objectives: Scope['register']['settings']['objectives'], numbers: readonly number[]): string =>
  objectives
    .filter((it) => numbers.includes(it.number))
    .map(
      ({ number, title, goals }) =>
        `${number}, ${title}${goals.length === 0 ? '' : ` (${goals.map(lowerFirst).join('; ')})`}`,
    )
    .join('. ')

function ofImplications({ update }: Scope): Row[] {
  const stated = Object.entries(update?.implications ?? {})
  return [
    ...stated.map(([key, said]): Row => [`${capital(inWords(key))} implications`, said]),
    ['Appendices', update?.appendices.join('; ')],
  ]
}
