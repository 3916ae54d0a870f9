import { describeWhen, type Day, type InexactDay, latestIndex } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { riskName } from '../../model/risk.js'
import { titleOf } from '../../model/role.js'
import { capital } from '../../model/words.js'
import { formatOn } from '../../policy/describe-document.js'
import { distinctByHolder, requirementsOf, usedIn } from '../../policy/requirements.js'
import { inBrief } from '../coming.js'
import type { Fact, FactKind, RecordRef, State } from '../fact.js'
import { describeHeld, isInForce, type Document } from '../facts/documents.js'
import { describeTrend, describeNewRisk } from '../facts/items.js'
import { mergerFact } from '../facts/fields.js'
import { documentName } from '../format-field.js'

/** A fact and its record. */
export interface Happening {
  readonly record: RecordRef
  readonly fact: Fact
  /** The partnerships that it concerns, where these are not all of the organisation's. */
  readonly of?: readonly Partnership[]
}

/**
 * What the dated entries of a register show about the time after a day: beginnings, ends, reviews, assessments, signatures,
 * mergers, new risks, and documents that expired. Undated fields, such as a value or a lead, are left out. The facts depend
 * on the present state alone, so their words are the same whether or not an earlier state is available.
 */
export function datedFacts(after: State, day: Day): Happening[] {
  const { partnerships, organisations } = after.register
  const isSince = sinceIn(day, after.asOf)
  const all = (record: RecordRef, facts: readonly Fact[]) => facts.map((fact) => ({ record, fact }))
  return [
    ...partnerships.flatMap((it) =>
      all(refOf('partnership', it), [
        ...lifeOf(it, after, isSince),
        ...reviewsOf(it, after, isSince),
        ...assessmentsOf(it, isSince),
        ...risksOf(it, after, isSince),
        ...signedIn(it, after, isSince),
      ]),
    ),
    ...organisations.flatMap((it) =>
      all(refOf('organisation', it), [
        ...(it.merged !== undefined && isSince(it.merged.on) ? [mergerFact(it, it.merged, after)] : []),
        ...signedIn(it, after, isSince),
      ]),
    ),
    ...expiredSince(after, day),
  ]
}

const refOf = (kind: RecordRef['kind'], { id, name, file }: Partnership | Organisation): RecordRef => ({
  kind,
  id,
  name,
  file,
})

type IsSince = (day: InexactDay | 'none' | undefined) => day is InexactDay

/** An inexact day counts if it overlaps the period: better in two papers than in none. */
const sinceIn =
  (day: Day, asOf: Day): IsSince =>
  (it): it is InexactDay =>
    it !== undefined && it !== 'none' && it.last > day && it.first <= asOf

/** A fact from a dated entry. */
const entryFact = (
  kind: FactKind,
  did: string,
  after: Fact['after'],
  { what, weight = 'neutral' }: Partial<Pick<Fact, 'what' | 'weight'>> = {},
): Fact => ({ kind, weight, ...(what !== undefined && { what }), did, before: undefined, after })

function lifeOf(it: Partnership, state: State, isSince: IsSince): Fact[] {
  const { status, start, end } = it
  const brief = `(${inBrief(it, state)})`
  const began = status !== 'proposed' && isSince(start)
  return [
    ...(began ? [entryFact('added', `began ${describeWhen(start)} ${brief}`, at(it, 'start'))] : []),
    ...(status === 'ended' && isSince(end)
      ? [entryFact('ended', `ended ${describeWhen(end)} ${brief}`, at(it, 'end'))]
      : []),
  ]
}

const reviewsOf = (of: Partnership, { register }: State, isSince: IsSince): Fact[] =>
  of.reviews.flatMap(({ date, by, outcome }, index) => {
    if (!isSince(date)) return []
    const reviewer = by === undefined ? '' : ` by ${titleOf(register, by)}`
    const result = outcome === undefined ? '' : `: ${outcome}`
    return entryFact('review', `was reviewed ${describeWhen(date)}${reviewer}${result}`, at(of, 'reviews', index))
  })

/** Assessments, each compared with the one before. */
const assessmentsOf = (of: Partnership, isSince: IsSince): Fact[] =>
  of.assessments.flatMap((it, index) => {
    if (!isSince(it.date)) return []
    const earlier = of.assessments.filter(({ date }) => date.last < it.date.first)
    const first = earlier[latestIndex(earlier, it.date.first)]
    const moves = ASPECTS.flatMap((aspect) => {
      const [from, to] = [first?.[aspect], it[aspect]]
      if (to === undefined) return []
      if (from === to) return { text: `${aspect} still ${to}`, weight: 'neutral' }
      const { did, weight } = describeTrend(from, to, false)
      return { text: `${aspect} ${from === undefined ? to : did}`, weight }
    })
    const grades = moves.length === 0 ? '' : `: ${moves.map(({ text }) => text).join(', ')}`
    const weight = (['worse', 'better'] as const).find((one) => moves.some((move) => move.weight === one))
    return entryFact('assessment', `was assessed ${describeWhen(it.date)}${grades}`, at(of, 'assessments', index), {
      weight,
    })
  })

const risksOf = (of: Partnership, state: State, isSince: IsSince): Fact[] =>
  of.risks.flatMap((it, index) => {
    if (!isSince(it.opened)) return []
    const did = `was first seen ${describeWhen(it.opened)}: ${describeNewRisk(it, state)}`
    return entryFact('risk', did, at(of, 'risks', index), { what: `Risk “${riskName(it)}”` })
  })

/** Documents of a partnership or organisation that were signed and are in force. */
const signedIn = (holder: Partnership | Organisation, state: State, isSince: IsSince): Fact[] =>
  holder.documents.flatMap((it: Document, index) => {
    if (!isSince(it.signed) || !isInForce(it, state.asOf)) return []
    return entryFact('document', `: ${describeHeld(it, state.asOf)}`, at(holder, 'documents', index), {
      what: capital(documentName(it, state)),
      weight: 'better',
    })
  })

/** Documents that have expired since the day, which no edit shows. A partner’s document is listed once. */
function expiredSince({ register, policy, asOf }: State, day: Day): Happening[] {
  const running = register.partnerships.filter((it) => it.status !== 'ended')
  return distinctByHolder(requirementsOf(policy, running)).flatMap((it) => {
    const { state, until, title, organisation, at: place } = it.duty
    if (state !== 'expired' || until === undefined || until < day || until >= asOf) return []
    const record =
      organisation === undefined ? refOf('partnership', it.partnership) : refOf('organisation', organisation)
    const fact = entryFact('document', `: expired ${formatOn(it.duty)}`, place, { what: title, weight: 'worse' })
    return { record, fact, of: usedIn(it) }
  })
}
