import { grouped, getOrMake } from '../model/order.js'
import { isSuperseded, keysKnownBy } from '../model/schema-walk.js'
import { contentKey, flowed, isMap, isNothing, isSame } from '../model/same.js'

/** Positions of an item in the list before and after; undefined where it is not there. */
interface Match {
  readonly before: number | undefined
  readonly after: number | undefined
}

/**
 * Which items of two lists are the same, whatever their order: those with the same values for all keys by which they are
 * known, for some of these, or by an alias, and then those of which at least half is the same.
 * @param identity the keys by which an item is known, the most distinctive first
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
  identity: readonly string[] = [],
): Match[] {
  const left = new Left(before, after)
  left.pair(contentKey)
  // an item that is superseded now was in force before: it is the same one, and its replacement is new
  if (after.some(isSuperseded)) left.pair((it) => keyOf(it, [...identity, 'signed', 'expires']), 'only one')
  if (identity[0] === 'id') left.pair((it) => keyOf(it, ['id']))
  left.pair((it) => keyOf(it, keysKnownBy(it, identity)))
  if (identity.length > 1) left.pair((it) => keyOf(it, identity.slice(0, -1)), 'only one')
  for (const key of identity) if (key === 'title') left.pair((it) => keyOf(it, [key])?.toLowerCase(), 'only one')
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
   * Pairs items with the same key; among several, those that are most alike.
   * @param how `only one`: pairs only where the key is unique on each side
   */
  pair(key: (item: unknown) => string | undefined, how?: 'only one'): void {
    const [older, newer] = [byKey(this.before, this.#before, key), byKey(this.after, this.#after, key)]
    for (const [name, ours] of newer) {
      const theirs = older.get(name) ?? []
      if (theirs.length === 1 && ours.length === 1) this.#take(theirs[0]!, ours[0]!)
      else if (how === undefined) this.#pairMostAlike(theirs, ours, 0)
    }
  }

  /** Pairs items of which at least half is the same; not in long lists, as that takes too many comparisons. */
  pairAlike(): void {
    if (this.#before.size * this.#after.size > MOST_COMPARED) return
    this.#pairMostAlike([...this.#before], [...this.#after], 0.5)
  }

  /** In the order of the later list, with removed items last. */
  all(): Match[] {
    const gone = [...this.#before].map((it) => ({ before: it, after: undefined }))
    const added = [...this.#after].map((it) => ({ before: undefined, after: it }))
    return [...[...this.#pairs, ...added].sort((a, b) => a.after! - b.after!), ...gone]
  }

  #pairMostAlike(theirs: readonly number[], ours: readonly number[], least: number): void {
    const couples = ours.flatMap((after) =>
      theirs.map((before) => ({ before, after, alike: aliasOrLikeness(this.before[before], this.after[after]) })),
    )
    for (const { before, after, alike } of couples.sort((a, b) => b.alike - a.alike))
      if (alike >= least && this.#before.has(before) && this.#after.has(after)) this.#take(before, after)
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

/** The values of an item's keys as one text; undefined where none is stated. */
function keyOf(item: unknown, identity: readonly string[]): string | undefined {
  if (!isMap(item) || identity.every((key) => isNothing(item[key]))) return undefined
  return JSON.stringify(identity.map((key) => (isNothing(item[key]) ? null : contentKey(item[key]))))
}

/** An item that got another title, and keeps the old one as an alias, is the same. */
function aliasOrLikeness(before: unknown, after: unknown): number {
  const aliases = isMap(after) && Array.isArray(after['aliases']) ? (after['aliases'] as unknown[]) : []
  return isMap(before) && aliases.includes(before['title']) ? 1 : likenessOf(before, after)
}

/** How much of two items is the same, from 0 to 1. Texts may be alike in part. */
export function likenessOf(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return isSame(a, b) ? 1 : sharedWords(a, b)
  if (!isMap(a) || !isMap(b)) return isSame(a, b) ? 1 : 0
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !isNothing(a[key]) || !isNothing(b[key]),
  )
  return keys.length === 0 ? 0 : keys.reduce((sum, key) => sum + likenessOf(a[key], b[key]), 0) / keys.length
}

/** How many of the words of two texts are in both, as a part of the longer one's. */
function sharedWords(a: string, b: string): number {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)]
  let shared = 0
  for (const it of ours) if (theirs.has(it)) shared++
  return shared / Math.max(ours.size, theirs.size)
}

/** Kept, as each of hundreds of texts is compared with hundreds of others. */
const wordsOf = (text: string) =>
  getOrMake(known, text, () => new Set(flowed(text).toLowerCase().split(/\W+/).slice(0, MOST_WORDS)))

const known = new Map<string, ReadonlySet<string>>()
const MOST_WORDS = 200
