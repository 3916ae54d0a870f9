import type { Day, InexactDay } from './day.js'
import { getOrMake } from './order.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import { lookUp } from './look-up.js'

type Partner = Partnership['partners'][number]

/** The ids of the organisations that take part in a partnership; of one that was merged, that of its successor. */
export function partnerIds(register: Register, { partners }: Partnership, asOf: Day): ReadonlySet<string> {
  return new Set(
    partners.flatMap((it) => (it.organisation === undefined ? [] : successorOf(register, it.organisation, asOf))),
  )
}

/** The entries by which an organisation, or what was merged into it, takes part in a partnership. */
export const entriesOf = (register: Register, { partners }: Partnership, { id }: Organisation, asOf: Day): Partner[] =>
  partners.filter((it) => it.organisation !== undefined && successorOf(register, it.organisation, asOf) === id)

/** The partnerships that have not ended and that an organisation, or what was merged into it, takes part in. */
export function partnershipsOf(register: Register, { id }: Organisation, asOf: Day): readonly Partnership[] {
  const ofDay = getOrMake(known, register, () => new Map())
  return getOrMake(ofDay, asOf, () => byOrganisation(register, asOf)).get(id) ?? []
}

/** Made once for a register and day, as several columns of a list need the partnerships of every organisation. */
const known = new WeakMap<Register, Map<Day, ReadonlyMap<string, Partnership[]>>>()

function byOrganisation(register: Register, asOf: Day) {
  const found = new Map<string, Partnership[]>()
  for (const it of register.partnerships.filter(({ status }) => status !== 'ended'))
    for (const id of partnerIds(register, it, asOf)) getOrMake(found, id, () => []).push(it)
  return found
}

/** The id of what an organisation became by mergers up to a day; its own id where it was not merged. */
export function successorOf(register: Register, id: string, asOf: Day): string {
  const next = (of: string): string | undefined => {
    const merged = lookUp(register).organisation.get(of)?.merged
    return merged === undefined || (merged.on !== undefined && merged.on.first > asOf) ? undefined : merged.into
  }
  if (next(id) === undefined) return id // true of nearly all, and called for each partner of each partnership
  const known = getOrMake(
    getOrMake(followed, register, () => new Map()),
    asOf,
    () => new Map(),
  )
  const line = new Set<string>()
  let last = id
  for (let into = next(id); into !== undefined && !known.has(last) && !line.has(last); into = next(last)) {
    line.add(last)
    last = into
  }
  // in a circle of mergers, and in what leads there, every organisation stays itself
  const isCircle = line.has(last) || known.get(last) === last
  for (const it of line) known.set(it, isCircle ? it : (known.get(last) ?? last))
  return known.get(id)!
}

/** The successors of organisations that were merged; each line of mergers is followed once. */
const followed = new WeakMap<Register, Map<Day, Map<string, string>>>()

/** An organisation, and what it became by one merger or several. */
export interface Succession {
  readonly old: Organisation
  readonly into: Organisation
  /** The day of the last of these mergers; undefined where the day of one of them is not stated. */
  readonly on: InexactDay | undefined
}

/** The first of an organisation's successors that is among some ids; undefined where none is. */
export function successionOf(register: Register, id: string, ids: ReadonlySet<string>): Succession | undefined {
  const known = lookUp(register).organisation
  const old = known.get(id)
  const seen = new Set([id])
  const days: (InexactDay | undefined)[] = []
  for (let step = old?.merged; step !== undefined && !seen.has(step.into); step = known.get(step.into)?.merged) {
    seen.add(step.into)
    days.push(step.on)
    const into = ids.has(step.into) ? known.get(step.into) : undefined
    if (into !== undefined) return { old: old!, into, on: latestOf(days) }
  }
  return undefined
}

const latestOf = (days: readonly (InexactDay | undefined)[]) =>
  days.includes(undefined) ? undefined : days.reduce((latest, it) => (it!.last > latest!.last ? it : latest))
