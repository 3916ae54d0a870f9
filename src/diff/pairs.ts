import { isMap, isNothing, isSame } from './same.js'
import { likenessOf } from './match-items.js'

/** A record of either state: what it is known by, and where it is kept. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly file: string
}

/** Which records of one kind are the same in two states. */
export interface Pairs<R extends Named> {
  /** By id, and by content where the id is another one. */
  readonly both: readonly { readonly earlier: R; readonly now: R }[]
  readonly added: readonly R[]
  readonly removed: readonly R[]
}

/**
 * Pairs records by id; what is left by content: the same in everything, then of the same name, then most of it the same.
 * A folder is no part of an id, so that a file that was moved is the same record.
 */
export function pairRecords<R extends Named>(before: readonly R[], after: readonly R[]): Pairs<R> {
  const older = firstById(before)
  const newer = firstById(after)
  const both = [...newer.values()].flatMap((now) => {
    const earlier = older.get(now.id)
    return earlier === undefined ? [] : [{ earlier, now }]
  })
  const removed = new Set([...older.values()].filter((it) => !newer.has(it.id)))
  const added = new Set([...newer.values()].filter((it) => !older.has(it.id)))
  for (const isMeant of [isSameRecord, hasSameName, isMostlySame]) {
    if (removed.size * added.size > MOST_COMPARED) continue
    for (const now of added) {
      const candidates = [...removed].filter((it) => isMeant(it, now))
      if (candidates.length !== 1) continue // of two that fit, none is meant for certain
      both.push({ earlier: candidates[0]!, now })
      removed.delete(candidates[0]!)
      added.delete(now)
    }
  }
  return { both, added: [...added], removed: [...removed] }
}

/** Two lists of hundreds each are compared in a moment; longer ones are no renaming. */
const MOST_COMPARED = 250_000

const firstById = <R extends Named>(records: readonly R[]) =>
  new Map(records.toReversed().map((it) => [it.id, it] as const))

const withoutPlace = ({ id: _id, file: _file, ...rest }: Named) => rest
const isSameRecord = (a: Named, b: Named) => isSame(withoutPlace(a), withoutPlace(b))
const hasSameName = (a: Named, b: Named) => a.name.trim().toLowerCase() === b.name.trim().toLowerCase()

/** Two short files may be alike by chance: only what states a few things can be known again by them. */
function isMostlySame(a: Named, b: Named): boolean {
  const [older, newer] = [withoutPlace(a), withoutPlace(b)]
  const stated = Object.values(newer).filter((it) => !isNothing(it)).length
  return isMap(older) && stated >= FEW && likenessOf(older, newer) >= 0.6
}
const FEW = 5
