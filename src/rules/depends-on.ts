import type { Organisation } from '../model/organisation.js'
import { getOrMake, grouped } from '../model/order.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { MOST_ABOVE } from '../model/hierarchy.js'

/*
 * What rules may look at, by their kind. A rule of one record (`defineRecordRule`) looks at that record and at what applies
 * to all: register.yaml, the policies, the day and what counts as due soon. A rule of one partnership
 * (`definePartnershipRule`) may also look at the partnerships that it is part of, the organisations that take part in it,
 * and their successors after mergers. Its own parts, other partnerships and updates are for rules of the whole register.
 * A rule of what is named (`defineReferenceRule`) looks at the references of one record, and at all that can be named.
 * A property test changes registers at random to check this for every rule.
 */

/**
 * The partnerships for which rules of one partnership may find something different in two states of a register, both
 * checked as of one day. Records are compared by reference: unless both states are read into one store, all of them count
 * as touched.
 */
export const touched = (before: Register, after: Register): ReadonlySet<string> =>
  touchedBy(before, after, [dependencies(before), dependencies(after)])

function touchedBy(before: Register, after: Register, [earlier, later]: readonly [Dependencies, Dependencies]) {
  const ids = new Set([...before.partnerships, ...after.partnerships].map((it) => it.id))
  if (isAllTouched(before, after)) return ids
  return new Set([...ids].filter((id) => !isSame(earlier(id), later(id))))
}

/** The part of a register that rules have to look at, where only the difference between two states is wanted. */
export interface Focus {
  /** The records of either state that the other one does not have, for rules of one record. */
  readonly records: ReadonlySet<object>
  /** Ids of partnerships for rules of one partnership. */
  readonly partnerships: ReadonlySet<string>
  /** Ids of those and of all that share an organisation with one of them, for rules of what partners hold. */
  readonly sharing: ReadonlySet<string>
  /** Ids of the organisations of those partnerships, and of those that changed themselves. */
  readonly organisations: ReadonlySet<string>
  /** May findings of partnerships in `sharing` be silenced? Then all of their organisations are looked at with them. */
  readonly isSilenced: boolean
  /** Is the same there to be named? Then rules of what is named look at the same records as those of one record. */
  readonly areNamesSame: boolean
}

/** What to look at to know how the findings of two states differ, both checked as of one day. */
export function focusOf(before: Register, after: Register): Focus {
  const both = [dependencies(before), dependencies(after)] as const
  const partnerships = touchedBy(before, after, both)
  const states = [
    { register: before, of: both[0] },
    { register: after, of: both[1] },
  ]
  const records = changedRecords(before, after)
  const changed = [...before.organisations, ...after.organisations].filter((it) => records.has(it))
  const organisations = new Set(changed.map((it) => it.id))
  for (const { of } of states)
    for (const id of partnerships) for (const it of of(id)) if (!isPartnership(it)) organisations.add(it.id)
  const sharing = new Set(partnerships)
  for (const { register, of } of states)
    for (const { id } of register.partnerships)
      if (
        of(id).some((it) => !isPartnership(it) && organisations.has(it.id) && it.id !== register.settings.organisation)
      )
        sharing.add(id)
  return {
    records,
    partnerships,
    sharing,
    organisations,
    isSilenced: [before, after].some((it) => isSilenced(it, sharing)),
    areNamesSame: areNamesSame(before, after),
  }
}

const isPartnership = (record: Record): record is Partnership => 'partners' in record

/** The records that only one of two states has; all of them where all are touched. */
function changedRecords(before: Register, after: Register): Set<object> {
  const [older, newer] = [recordsOf(before), recordsOf(after)]
  if (isAllTouched(before, after)) return new Set([...older, ...newer])
  const [was, is] = [new Set(older), new Set(newer)]
  return new Set([...older.filter((it) => !is.has(it)), ...newer.filter((it) => !was.has(it))])
}

const recordsOf = ({ partnerships, organisations, updates, settings }: Register): object[] => [
  ...partnerships,
  ...organisations,
  ...updates,
  settings,
]

/** A register with only what rules of what partners hold have to look at. */
export const narrowed = (register: Register, { sharing, organisations, isSilenced }: Focus): Register => ({
  ...register,
  partnerships: register.partnerships.filter(({ id }) => sharing.has(id)),
  organisations: isSilenced ? register.organisations : register.organisations.filter(({ id }) => organisations.has(id)),
})

/**
 * An exception or an entry of the baseline for one of these partnerships may have been used for any of its partners, so then
 * it is looked at with all of them.
 */
const isSilenced = ({ partnerships, baseline }: Register, ids: ReadonlySet<string>) =>
  baseline !== undefined || partnerships.some((it) => it.exceptions.length > 0 && ids.has(it.id))

/** A register with only the records whose references have to be looked at; the policies are few, and always are. */
export function referringIn(register: Register, { records, areNamesSame }: Focus): Register {
  if (!areNamesSame) return register
  const isWanted = (it: object) => records.has(it)
  return {
    ...register,
    partnerships: register.partnerships.filter(isWanted),
    organisations: register.organisations.filter(isWanted),
    updates: register.updates.filter(isWanted),
  }
}

/** Can the same be named in two states? Where something was not read, that is not known. */
const areNamesSame = (before: Register, after: Register): boolean =>
  isSameGround(before, after) &&
  [before, after].every((it) => it.unreadable.length === 0) &&
  areNamedAlike(before.organisations, after.organisations) &&
  areNamedAlike(before.partnerships, after.partnerships)

const areNamedAlike = (a: readonly Record[], b: readonly Record[]) =>
  a.length === b.length && a.every((it, index) => it === b[index] || namesOf(it) === namesOf(b[index]!))

/** All by which a record and what stands in it can be named, as one text. */
const namesOf = (it: Record) =>
  JSON.stringify([it.id, it.file, it.name, it.aliases, isPartnership(it) ? it.bodies : []])

/**
 * Any record may have used an exception of register.yaml, which may now be left over, and a baseline has entries for
 * findings of any record.
 */
const isAllTouched = (before: Register, after: Register): boolean =>
  !isSameGround(before, after) || before.baseline !== after.baseline || after.settings.exceptions.length > 0

type Record = Partnership | Organisation

/** Are the settings and policies, on which every record depends, the same in two states? */
export const isSameGround = (before: Register, after: Register): boolean =>
  isSame([before.settings, ...before.policies], [after.settings, ...after.policies])

/** The records that the findings of a partnership depend on, including all that share an id by mistake. */
type Dependencies = (id: string) => readonly Record[]

function dependencies({ partnerships, organisations, settings }: Register): Dependencies {
  const partnership = byId(partnerships)
  const organisation = byId(organisations)
  const line = (id: string) => reached(id, partnership, (it) => it.parent)
  const successors = (id: string) => reached(id, organisation, (it) => it.merged?.into)
  const own = successors(settings.organisation)
  const known = new Map<string, readonly Record[]>()
  return (id) =>
    getOrMake(known, id, () => {
      const whole = line(id)
      const named = new Set(whole.flatMap((it) => it.partners.flatMap((partner) => partner.organisation ?? [])))
      return [...whole, ...own, ...[...named].flatMap(successors)]
    })
}

const byId = <T extends Record>(records: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  new Map(grouped(records, (it) => it.id).map((same) => [same[0]!.id, same]))

/** The records with an id, and all that they lead to, each id once. */
function reached<T extends Record>(
  id: string,
  records: ReadonlyMap<string, readonly T[]>,
  next: (record: T) => string | undefined,
): T[] {
  const found: T[] = []
  const ids = new Set([id])
  for (const it of ids) {
    if (found.length > MOST_LED_TO) break
    for (const record of records.get(it) ?? []) {
      found.push(record)
      const led = next(record)
      if (led !== undefined) ids.add(led)
    }
  }
  return found
}

/** Rules look no further up than this, and use only the end of a chain of mergers. */
const MOST_LED_TO = 2 * MOST_ABOVE

const isSame = (a: readonly object[], b: readonly object[]) =>
  a.length === b.length && a.every((it, index) => it === b[index])
