import { dutyState, namesOf, type Duty } from '../../duties/duty.js'
import { daysBetween, describeWhen, formatDay, formatInexactDay, type Day } from '../../model/day.js'
import { grouped } from '../../model/order.js'
import { counted, formatNames } from '../../model/words.js'
import { section } from '../define-paper.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'
import { byWeight, describeWhy, describeWhyToPartner } from './reasons.js'
import type { Scope } from './scope.js'

const item = {
  what: text,
  /** The partnerships that it is for. */
  for: texts,
  /** When it was or is due, or how it is now; null where the heading says all. */
  state: maybe,
  /** Was it overdue on the day of the last Board update already? */
  wasOverdue: flag,
  /** Why, with the law where there is one. */
  why: maybe,
}
const shape = {
  overdue: rows(item),
  /** The day of the last Board update, where any of them was overdue on it already. */
  overdueOn: maybe,
  soon: rows(item),
  /** By partnership; no day is known for these. */
  needed: rows({ name: text, items: rows(item) }),
  /** Promised without a day. */
  open: rows({ name: text, items: rows(item) }),
}

/** What is due, by state: by day, and without a day by partnership. */
export const items = section(shape, (scope: Scope) => {
  const { duties } = scope.letter
  const overdue = duties.overdue.map((it) => itemOf(it, scope))
  const itemsOf = (of: readonly Duty[]) => of.map((it) => itemOf(it, scope))
  const byPartnership = (of: readonly Duty[]) =>
    grouped(of, (it) => namesOf(it).join('\n')).map((same) => ({
      name: formatNames(namesOf(same[0]!)),
      items: itemsOf(same.toSorted(byWeight)),
    }))
  return {
    overdue,
    overdueOn: overdue.some((it) => it.wasOverdue) ? formatDay(scope.lastUpdate!) : undefined,
    soon: itemsOf(duties['due-soon']),
    needed: byPartnership(duties.needed),
    open: byPartnership(duties.open),
  }
})

function itemOf(duty: Duty, { letter, asOf, policy, lastUpdate }: Scope) {
  const toPartner = letter.to.kind === 'partner'
  const isLate = dutyState(duty, asOf, policy.soon) === 'overdue'
  return {
    what: toPartner ? duty.document!.title : duty.what,
    for: namesOf(duty),
    state: describeState(duty, asOf, isLate),
    wasOverdue: isLate && lastUpdate !== undefined && duty.due!.last < lastUpdate,
    why: toPartner ? describeWhyToPartner(duty) : describeWhy(duty),
  }
}

/** A document by its state, anything else by its day; both with the time from today. */
function describeState({ due, why, document }: Duty, asOf: Day, isLate: boolean): string | undefined {
  const isBeforeStart = document?.state === 'needed-before-start'
  if (due === undefined && isBeforeStart) return 'needed before the start'
  if (due === undefined) return document === undefined || document.state === 'missing' ? undefined : why
  const days = daysBetween(asOf, due.last)
  const away = days === 0 ? 'today' : isLate ? `${describeSpan(-days)} ago` : `in ${describeSpan(days)}`
  if (document === undefined) return `${isLate ? 'was ' : ''}due ${describeWhen(due)}, ${away}`
  return `${isBeforeStart ? `needed before the start on ${formatInexactDay(due)}` : why}, ${away}`
}

/** Days, or months or years where there are many. */
function describeSpan(days: number): string {
  if (days < 90) return counted(days, 'day')
  const months = Math.round((days * 12) / 365.25)
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`
}
