import type { Partnership } from '../../model/partnership.js'
import { at, type Filed } from '../../model/place.js'
import type { FieldChange } from '../compare.js'
import type { Fact, FactKind, Weight } from '../fact.js'
import type { State } from '../state.js'

/** A record before and now, each in its state of the register. */
export interface Pair<R extends Filed = Filed> {
  readonly earlier: R
  readonly now: R
  readonly before: State
  readonly after: State
}

/** Describes some of the changes of a record; each change goes to the first describer that handles it. */
export interface ChangeDescriber<R extends Filed = Filed> {
  readonly handles: (change: FieldChange) => boolean
  /** @param changes those that it handles, at least one */
  describe(changes: readonly FieldChange[], pair: Pair<R>): Fact[]
}
export type PartnershipDescriber = ChangeDescriber<Partnership>

/** Where the changed value was and is. */
export const placesOf = ({ before, after, beforePath, afterPath }: FieldChange, { earlier, now }: Pair) => ({
  before: before === undefined ? undefined : at(earlier, ...beforePath),
  after: after === undefined ? undefined : at(now, ...afterPath),
})

/** The changes of a list, item by item. */
export const byItem = (changes: readonly FieldChange[]): FieldChange[][] =>
  [...new Set(changes.map(itemOf))].map((item) => changes.filter((it) => itemOf(it) === item))

const itemOf = ({ items: [item] }: FieldChange) => item?.after ?? item?.before

/** Makes facts about the item of a list that a change is in. */
export const reporterOf =
  (kind: FactKind, what: string, { items: [item], beforePath, afterPath }: FieldChange, { earlier, now }: Pair) =>
  (did: string, weight: Weight): Fact => ({
    kind,
    weight,
    what,
    did,
    before: item?.before === undefined ? undefined : at(earlier, ...beforePath.slice(0, 2)),
    after: item?.after === undefined ? undefined : at(now, ...afterPath.slice(0, 2)),
  })
export type Reporter = ReturnType<typeof reporterOf>

/** Is a change in one of these fields of a record? */
export const isIn =
  (...fields: readonly string[]) =>
  ({ keys }: FieldChange) =>
    fields.includes(keys[0]!)
