import { grouped } from '../model/order.js'
import { likenessOf } from './match-items.js'
import { contentKey, isNothing } from '../model/same.js'

/** A record of either state: what it is known by, and where it is kept. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly file: string
}

/** A record as it was and as it is. */
export interface Couple<R> {
  readonly earlier: R
  readonly now: R
}

/** Which records of one kind are the same in two states. */
export interface Pairs<R extends Named> {
  /** By id, and by content where the id is another one. */
  readonly both: readonly Couple<R>[]
  readonly added: readonly R[]
  readonly removed: readonly R[]
}

/**
 * Pairs records by id; what is left by content: the same in everything, then of the same name, alias or public number,
 * then most of what distinguishes it the same. Where two could be meant, none is. A folder is no part of an id, so
 * that a file that was moved is the same record.
 */
export function pairRecords<R extends Named>(before: readonly R[], after: readonly R[]): Pairs<R> {
  const { both, added, removed } = pairById(before, after)
  const left = new Left(added, removed, crossed(both))
  left.pairBy((it) => [contentKey(withoutPlace(it))])
  left.pairBy(namesOf)
  left.pairAlike()
  return left.pairs()
}

/** Two files may have one id by mistake: then those in the same folder are the same, and the rest as they come. */
function pairById<R extends Named>(before: readonly R[], after: readonly R[]) {
  const older = new Map(grouped(before, (it) => it.id).map((group) => [group[0]!.id, [...group]]))
  const both: Couple<R>[] = []
  const added: R[] = []
  const waiting: R[] = []
  const take = (now: R, isMeant: (it: R) => boolean) => {
    const candidates = older.get(now.id) ?? []
    const index = candidates.findIndex(isMeant)
    if (index === -1) return false
    both.push({ earlier: candidates.splice(index, 1)[0]!, now })
    return true
  }
  for (const now of after) if (!take(now, (it) => it.file === now.file)) waiting.push(now)
  for (const now of waiting) if (!take(now, () => true)) added.push(now)
  return { both, added, removed: [...older.values()].flat() }
}

/** Two records that have swapped their ids are each what the other is called now. */
function crossed<R extends Named>(both: readonly Couple<R>[]): Couple<R>[] {
  const renamed = both.filter(({ earlier, now }) => nameKey(earlier.name) !== nameKey(now.name))
  const byOldName = new Map(renamed.map((it) => [nameKey(it.earlier.name), it]))
  return both.map((couple) => {
    const other = byOldName.get(nameKey(couple.now.name))
    const isSwap = other !== undefined && other !== couple && nameKey(other.now.name) === nameKey(couple.earlier.name)
    return isSwap ? { earlier: other.earlier, now: couple.now } : couple
  })
}

/** Records that have no partner yet. */
class Left<R extends Named> {
  readonly #added: Set<R>
  readonly #removed: Set<R>
  readonly #both: Couple<R>[]

  constructor(added: readonly R[], removed: readonly R[], both: readonly Couple<R>[]) {
    this.#added = new Set(added)
    this.#removed = new Set(removed)
    this.#both = [...both]
  }

  /** Pairs what alone on its side has a key, and shares it with one alone on the other. */
  pairBy(keys: (record: R) => readonly string[]): void {
    const [older, newer] = [only(this.#removed, keys), only(this.#added, keys)]
    for (const [key, now] of newer) {
      const earlier = older.get(key)
      if (earlier !== undefined && this.#removed.has(earlier) && this.#added.has(now)) this.#take(earlier, now)
    }
  }

  pairAlike(): void {
    if (this.#removed.size * this.#added.size > MOST_COMPARED) return
    const [older, newer] = [this.#removed, this.#added].map((side) =>
      [...side].map((record) => ({ record, telling: distinctiveFields(record) })),
    ) as [Telling<R>[], Telling<R>[]]
    const couples = newer.flatMap((now) =>
      older
        .filter((earlier) => isMostlySame(earlier.telling, now.telling))
        .map((earlier) => ({ earlier: earlier.record, now: now.record })),
    )
    const isOnly = (side: keyof Couple<R>, it: R) => couples.filter((couple) => couple[side] === it).length === 1
    for (const { earlier, now } of couples)
      if (isOnly('earlier', earlier) && isOnly('now', now)) this.#take(earlier, now)
  }

  pairs(): Pairs<R> {
    return { both: this.#both, added: [...this.#added], removed: [...this.#removed] }
  }

  #take(earlier: R, now: R): void {
    this.#removed.delete(earlier)
    this.#added.delete(now)
    this.#both.push({ earlier, now })
  }
}

/** Two lists of hundreds each are compared in a moment; longer ones are known again by their names and contents only. */
const MOST_COMPARED = 250_000

/** Records by each of their keys, where no other one has it. */
function only<R>(records: Iterable<R>, keys: (record: R) => readonly string[]): Map<string, R> {
  const all = [...records].flatMap((record) => [...new Set(keys(record))].map((key) => ({ record, key })))
  return new Map(
    grouped(all, (it) => it.key).flatMap((group) => (group.length === 1 ? [[group[0]!.key, group[0]!.record]] : [])),
  )
}

const withoutPlace = ({ id: _id, file: _file, ...rest }: Named) => rest
const nameKey = (name: string) => name.normalize('NFC').trim().toLowerCase()

/** Name, aliases and public register numbers: by each of them a record is known again. */
function namesOf(record: Named & { readonly aliases?: readonly string[]; readonly identifiers?: readonly object[] }) {
  const { name, aliases = [], identifiers = [] } = record
  return [...[name, ...aliases].map(nameKey), ...identifiers.map(contentKey)]
}

interface Telling<R> {
  readonly record: R
  /** What distinguishes it from others. */
  readonly telling: Record<string, unknown>
}

/** What many partnerships share distinguishes none of them; and one that states little may be like another by chance. */
function isMostlySame(older: Record<string, unknown>, newer: Record<string, unknown>): boolean {
  return Object.keys(newer).length >= FEW && likenessOf(older, newer) >= 0.7
}
const FEW = 4

const COMMON = new Set(
  'id file status kind lead sponsor care data directorate procurement objectives partners importance sources'.split(
    ' ',
  ),
)
const distinctiveFields = (record: Named): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => !COMMON.has(key) && !isNothing(value)))
