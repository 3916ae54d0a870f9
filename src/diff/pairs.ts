import { grouped } from '../model/order.js'
import { likenessOf } from './match-items.js'
import { contentKey, isNothing } from '../model/same.js'

/** A record of either state: its id, its name and its file. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly file: string
}

/** A record as it was and as it is. */
interface Couple<R> {
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
 * Pairs records by id, and the rest by content: first those that are the same in everything, then those with the same name,
 * alias or public number, then those with mostly the same distinctive fields. Where two records fit, neither is paired.
 * The folder is not part of the id, so a file that was moved is the same record.
 */
export function pairRecords<R extends Named>(before: readonly R[], after: readonly R[]): Pairs<R> {
  const { both, added, removed } = pairById(before, after)
  const left = new Left(added, removed, crossed(both))
  left.pairBy((it) => [contentKey(withoutPlace(it))])
  left.pairBy(namesOf)
  left.pairAlike()
  return left.pairs()
}

/** Where two files have one id by mistake, those in the same folder are paired, and the rest in order. */
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

/** Corrects the pairs of two records that have swapped their ids. */
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

  /** Pairs records that share a key which is unique on each side. */
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

/** Lists of hundreds are compared in a moment; longer ones are matched by names and contents only. */
const MOST_COMPARED = 250_000

/** Records by those of their keys that no other record has. */
function only<R>(records: Iterable<R>, keys: (record: R) => readonly string[]): Map<string, R> {
  const all = [...records].flatMap((record) => [...new Set(keys(record))].map((key) => ({ record, key })))
  return new Map(
    grouped(all, (it) => it.key).flatMap((group) => (group.length === 1 ? [[group[0]!.key, group[0]!.record]] : [])),
  )
}

const withoutPlace = ({ id: _id, file: _file, ...rest }: Named) => rest
const nameKey = (name: string) => name.normalize('NFC').trim().toLowerCase()

/** Name, aliases and public register numbers, each of which identifies a record. */
function namesOf(record: Named & { readonly aliases?: readonly string[]; readonly identifiers?: readonly object[] }) {
  const { name, aliases = [], identifiers = [] } = record
  return [...[name, ...aliases].map(nameKey), ...identifiers.map(contentKey)]
}

interface Telling<R> {
  readonly record: R
  /** What distinguishes it from others. */
  readonly telling: Record<string, unknown>
}

/** Records with few distinctive fields are not compared, as they may be alike by chance. */
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
