import { describeWhen, type Day, type InexactDay } from '../../model/day.js'
import { ASPECTS, courseBetween } from '../../model/grade.js'
import { latestIndex } from '../../model/latest.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { riskName } from '../../model/risk.js'
import { titleOf } from '../../model/role.js'
import { capital } from '../../model/words.js'
import { requirementsOf, distinctByHolder, usedIn } from '../../policy/requirements.js'
import { dutyName, formatOn } from '../../policy/describe-document.js'
import { inBrief } from '../coming.js'
import type { Weight } from '../fact.js'
import { isInForce, describeHeld, type Document } from '../facts/documents.js'
import { mergerFact } from '../facts/merged.js'
import { describeNewRisk } from '../facts/risks.js'
import { documentName } from '../format-field.js'
import type { State } from '../state.js'
import type { Line } from './line.js'
import { usersOf } from './who.js'

/**
 * What the dated entries of a register tell of the time after a day: beginnings, ends, reviews, assessments, signatures,
 * mergers, new risks, and documents that ran out. What has no day, such as a value or a lead, cannot be told this way.
 * It hangs on the present state alone, so that it is told in the same words whether or not an earlier state is kept.
 */
export function datedLines(after: State, day: Day): Line[] {
  const { partnerships, organisations } = after.register
  const isSince = sinceIn(day, after.asOf)
  return [
    ...partnerships.flatMap((it) => [
      ...lifeOf(it, after, isSince),
      ...reviewsOf(it, after, isSince),
      ...assessmentsOf(it, isSince),
      ...risksOf(it, after, isSince),
      ...signedIn(it, [it], after, isSince),
    ]),
    ...organisations.flatMap((it) => [
      ...mergerOf(it, after, isSince),
      ...signedIn(it, usersOf(it, after), after, isSince),
    ]),
    ...runOut(after, day),
  ]
}

type IsSince = (day: InexactDay | 'none' | undefined) => day is InexactDay

/** An inexact day that reaches over either end is told: rather twice in two papers than never. */
const sinceIn =
  (day: Day, asOf: Day): IsSince =>
  (it): it is InexactDay =>
    it !== undefined && it !== 'none' && it.last > day && it.first <= asOf

const withAncestors = (of: Partnership, kind: Line['kind'], text: string, ...path: (string | number)[]): Line => ({
  kind,
  of: [of],
  text,
  weight: 'neutral',
  before: undefined,
  after: at(of, ...path),
})

function lifeOf(it: Partnership, state: State, isSince: IsSince): Line[] {
  const { status, start, end } = it
  const brief = `(${inBrief(it, state)})`
  return [
    ...(status !== 'proposed' && isSince(start)
      ? [withAncestors(it, 'new', `began ${describeWhen(start)} ${brief}`, 'start')]
      : []),
    ...(status === 'ended' && isSince(end)
      ? [withAncestors(it, 'ended', `ended ${describeWhen(end)} ${brief}`, 'end')]
      : []),
  ]
}

const reviewsOf = (of: Partnership, { register }: State, isSince: IsSince): Line[] =>
  of.reviews.flatMap(({ date, by, outcome }, index) => {
    if (!isSince(date)) return []
    const said = `${by === undefined ? '' : ` by ${titleOf(register, by)}`}${outcome === undefined ? '' : `: ${outcome}`}`
    return [withAncestors(of, 'review', `was reviewed ${describeWhen(date)}${said}`, 'reviews', index)]
  })

/** An assessment is told beside the one before it. */
const assessmentsOf = (of: Partnership, isSince: IsSince): Line[] =>
  of.assessments.flatMap((it, index) => {
    if (!isSince(it.date)) return []
    const earlier = of.assessments.filter(({ date }) => date.last < it.date.first)
    const first = earlier[latestIndex(earlier, it.date.first)]
    const told = ASPECTS.flatMap((aspect) => {
      const [from, to] = [first?.[aspect], it[aspect]]
      return to === undefined ? [] : [{ course: courseBetween(from, to), from, to, aspect }]
    })
    const said = told.map(({ course, from, to, aspect }) => {
      if (from === undefined) return `${aspect} ${to}`
      return from === to
        ? `${aspect} still ${to}`
        : `${aspect} ${COURSE[course as 'better' | 'worse']} from ${from} to ${to}`
    })
    // what was not graded before has no course; that it is Red is bad news all the same
    const isWorse = told.some(({ course, from, to }) => course === 'worse' || (from === undefined && to === 'R'))
    const weight: Weight = isWorse ? 'worse' : told.some(({ course }) => course === 'better') ? 'better' : 'neutral'
    const text = `was assessed ${describeWhen(it.date)}${said.length === 0 ? '' : `: ${said.join(', ')}`}`
    return [{ ...withAncestors(of, 'grade', text, 'assessments', index), weight }]
  })
const COURSE = { better: 'improved', worse: 'worsened' } as const

const risksOf = (of: Partnership, state: State, isSince: IsSince): Line[] =>
  of.risks.flatMap((it, index) =>
    isSince(it.opened)
      ? [
          withAncestors(
            of,
            'risk',
            `Risk “${riskName(it)}” was first seen ${describeWhen(it.opened)}: ${describeNewRisk(it, state)}`,
            'risks',
            index,
          ),
        ]
      : [],
  )

/** Documents of a partnership or organisation that were signed. */
function signedIn(holder: Partnership | Organisation, of: Line['of'], state: State, isSince: IsSince): Line[] {
  const whose = 'partners' in holder ? '' : ` of ${holder.name}`
  return holder.documents.flatMap((it: Document, index): Line[] => {
    if (!isSince(it.signed) || !isInForce(it, state.asOf)) return []
    const text = `${capital(documentName(it, state))}${whose}: ${describeHeld(it, state.asOf)}`
    return [{ kind: 'document', of, text, weight: 'better', before: undefined, after: at(holder, 'documents', index) }]
  })
}

const mergerOf = (it: Organisation, state: State, isSince: IsSince): Line[] => {
  if (it.merged === undefined || !isSince(it.merged.on)) return []
  const { did, after } = mergerFact(it, it.merged, state)
  return [
    { kind: 'merged', of: usersOf(it, state), text: `${it.name} ${did}`, weight: 'neutral', before: undefined, after },
  ]
}

/** Documents that were in force on the day and have run out since: no edit tells that. A partner’s is one, wherever it is used. */
function runOut({ register, policy, asOf }: State, day: Day): Line[] {
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  return distinctByHolder(requirementsOf(policy, running)).flatMap((it): Line[] => {
    const { duty } = it
    if (duty.state !== 'expired' || duty.until === undefined || duty.until < day || duty.until >= asOf) return []
    const text = `${dutyName(duty)}: ran out ${formatOn(duty)}`
    return [{ kind: 'document', of: usedIn(it), text, weight: 'worse', before: undefined, after: duty.at }]
  })
}
