import { grouped } from '../model/order.js'
import { flowed, isMap, isNothing, isSame } from './same.js'

/** Positions of an item in the list before and after; undefined where it is not there. */
export interface Match {
  readonly before: number | undefined
  readonly after: number | undefined
}

/**
 * Which items of two lists are the same, whatever their order: those that are known by the same keys, then those of
 * which at least half is the same.
 * @param identity the keys by which an item is known, the most telling first
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
  identity: readonly string[] = [],
): Match[] {
  const left = new Left(before, after)
  left.pair(plainKey)
  if (identity[0] === 'id') left.pair((it) => keyOf(it, ['id']))
  left.pair((it) => keyOf(it, identity))
  if (identity.length > 1) left.pair((it) => keyOf(it, identity.slice(0, -1)), true)
  left.pairAlike()
  return left.all()
}

/** Items that have no partner yet. */
class Left {
  readonly #before: Set<number>
  readonly #after: Set<number>
  readonly #pairs: Match[] = []

  constructor(
    readonly before: readonly unknown[],
    readonly after: readonly unknown[],
  ) {
    this.#before = new Set(before.keys())
    this.#after = new Set(after.keys())
  }

  /**
   * Pairs items of the same key: those that are wholly the same first, then in their order.
   * @param onlyOne pairs only where one item each has the key
   */
  pair(key: (item: unknown) => string | undefined, onlyOne = false): void {
    const [older, newer] = [byKey(this.before, this.#before, key), byKey(this.after, this.#after, key)]
    for (const [name, ours] of newer) {
      const theirs = older.get(name) ?? []
      if (onlyOne && (ours.length > 1 || theirs.length > 1)) continue
      for (const index of ours) {
        const same = theirs.find((it) => this.#before.has(it) && isSame(this.before[it], this.after[index]))
        if (same !== undefined) this.#take(same, index)
      }
      for (const index of ours.filter((it) => this.#after.has(it))) {
        const next = theirs.find((it) => this.#before.has(it))
        if (next !== undefined) this.#take(next, index)
      }
    }
  }

  /** What is half the same is one item with some of its values changed; of long lists that would be asked too often. */
  pairAlike(): void {
    if (this.#before.size * this.#after.size > MOST_COMPARED) return
    for (const index of this.#after) {
      const likeness = [...this.#before].map((it) => ({ it, alike: likenessOf(this.before[it], this.after[index]) }))
      const best = likeness.reduce<(typeof likeness)[number] | undefined>(
        (a, b) => (b.alike > (a?.alike ?? 0) ? b : a),
        undefined,
      )
      if (best !== undefined && best.alike >= 0.5) this.#take(best.it, index)
    }
  }

  /** In the order of the later list; what is gone stands last. */
  all(): Match[] {
    const gone = [...this.#before].map((it) => ({ before: it, after: undefined }))
    const added = [...this.#after].map((it) => ({ before: undefined, after: it }))
    return [...[...this.#pairs, ...added].sort((a, b) => a.after! - b.after!), ...gone]
  }

  #take(before: number, after: number): void {
    this.#before.delete(before)
    this.#after.delete(after)
    this.#pairs.push({ before, after })
  }
}

const MOST_COMPARED = 10_000

function byKey(items: readonly unknown[], wanted: ReadonlySet<number>, key: (item: unknown) => string | undefined) {
  const keyed = [...wanted].flatMap((index) => {
    const name = key(items[index])
    return name === undefined ? [] : [{ index, name }]
  })
  return new Map(grouped(keyed, (it) => it.name).map((group) => [group[0]!.name, group.map((it) => it.index)]))
}

const plainKey = (item: unknown) =>
  isMap(item) ? undefined : typeof item === 'string' ? flowed(item) : JSON.stringify(item)

/** What an item is known by; undefined where none of the keys is stated. */
function keyOf(item: unknown, identity: readonly string[]): string | undefined {
  if (!isMap(item)) return undefined
  const names = identity.map((key) => nameOf(item[key]))
  return names.every((it) => it === undefined) ? undefined : JSON.stringify(names)
}

/** A day by its first and last day: `2019-05` is known as what `2019-05-01/2019-05-31` is. */
function nameOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (isMap(value)) return `${String(value['first'])}/${String(value['last'])}`
  return String(value as string | number).trim()
}

/** The part of the values of two items that is the same, from 0 to 1. */
export function likenessOf(a: unknown, b: unknown): number {
  if (!isMap(a) || !isMap(b)) return 0
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !isNothing(a[key]) || !isNothing(b[key]),
  )
  return keys.length === 0 ? 0 : keys.filter((key) => isSame(a[key], b[key])).length / keys.length
}
