import { describeWhen } from '../model/day.js'
import { lookUp } from '../model/look-up.js'
import type { Partnership } from '../model/partnership.js'
import { at, type Filed } from '../model/place.js'
import type { Register } from '../model/register.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import { isMap } from '../model/same.js'
import { successionOf, successorOf, type Succession } from '../model/participation.js'
import type { Fact, Pair, State } from './fact.js'

/** Fields about the past keep the names of the time: a merger does not change whose a document is. */
const OF_THE_PAST: readonly string[] = ['documents']

/**
 * An earlier record with the successors of merged organisations in the fields that name them now, so that a name that only
 * follows a merger is not a change. Where two became one, the place of the second is left empty.
 */
export function withSuccessors<R extends Filed>(earlier: R, now: Filed, { register }: State): R {
  if (!register.organisations.some((it) => it.merged !== undefined)) return earlier
  const fields = Object.entries(earlier).map(([key, was]): [string, unknown] => {
    const is = (now as unknown as Record<string, unknown>)[key]
    if (typeof was !== 'object' || OF_THE_PAST.includes(key)) return [key, was]
    const into = successions(register, namesIn(was), namesIn(is))
    if (into.length === 0) return [key, was]
    const ids = new Map(into.map((it) => [`organisation ${it.old.id}`, it.into.id]))
    return [key, distinctBy((withRenamedIds({ [key]: was }, ids) as Record<string, unknown>)[key], was)]
  })
  return Object.fromEntries(fields) as unknown as R
}

/** All texts in a value, among which are ids of organisations. */
function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) namesIn(it, found)
  return found
}

/** The successions of names that are gone, where the successor is named now. */
function successions(register: Register, was: ReadonlySet<string>, is: ReadonlySet<string>): Succession[] {
  return [...was].filter((id) => !is.has(id)).flatMap((id) => successionOf(register, id, is) ?? [])
}

/**
 * Empties the place of a partner, or of a name in a list, whose successor has a place already.
 * @param was the value before ids were replaced by those of successors
 */
function distinctBy(value: unknown, was: unknown): unknown {
  if (isMap(value) && isMap(was))
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, distinctBy(it, was[key])]))
  if (!Array.isArray(value) || !Array.isArray(was)) return value
  const [ids, idsBefore] = [value.map(idOf), was.map(idOf)]
  const placeOf = (id: string) => (idsBefore.includes(id) ? idsBefore : ids).indexOf(id)
  return value.map((it, index) => {
    const id = ids[index]
    return id === undefined || placeOf(id) === index ? distinctBy(it, was[index]) : undefined
  })
}

/** The organisation of an entry among partners, or in a list of names. */
const idOf = (entry: unknown): string | undefined => {
  if (typeof entry === 'string') return entry
  return isMap(entry) && 'roles' in entry ? (entry['organisation'] as string | undefined) : undefined
}

/** Partners that became others through a merger, described alike in every partnership. */
export function successionFacts({ earlier, now, before, after }: Pair<Partnership>): Fact[] {
  const idsOf = ({ partners }: Partnership) => new Set(partners.flatMap((it) => it.organisation ?? []))
  return successions(after.register, idsOf(earlier), idsOf(now)).map(({ old, into, on }): Fact => {
    const [was, is] = [earlier, now].map(({ partners }, index) =>
      partners.findIndex((it) => it.organisation === [old, into][index]!.id),
    ) as [number, number]
    const isReportedThere = lookUp(before.register).organisation.get(old.id)?.merged === undefined
    return {
      kind: 'partner',
      weight: 'neutral',
      what: `Partner ${old.name}`,
      did: `became ${into.name} through the merger${on === undefined ? '' : ` ${describeWhen(on)}`}`,
      ...(isReportedThere && { follows: true }),
      before: at(earlier, 'partners', was),
      after: at(now, 'partners', is),
    }
  })
}

/** Organisations that were merged between two states, with their successors, which have the same requirements. */
export function mergedSince(before: State, { register, asOf }: State): IdRenames {
  const old = before.register.organisations.filter((it) => it.merged === undefined)
  return new Map(
    old.flatMap(({ id }) => {
      const now = successorOf(register, id, asOf)
      return now === id ? [] : [[`organisation ${id}`, now] as const]
    }),
  )
}
