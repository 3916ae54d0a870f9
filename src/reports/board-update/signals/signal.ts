import type { Partnership } from '../../../model/partnership.js'
import type { Place } from '../../../model/place.js'
import { someOf } from '../../../model/words.js'
import type { SignalName } from '../../../model/signals.js'
import type { Scope } from '../scope.js'

/** One thing that a signal found. */
export interface Hit {
  /** Of which partnership it is; undefined where it concerns the whole register. */
  readonly partnership: Partnership | undefined
  /** What is to be said of it beside the name and the signal's title; undefined where these say all. */
  readonly text: string | undefined
  /** The facts that it lacks, where that is what was found. */
  readonly lacks?: readonly string[]
  readonly at: Place
}

/** Finds what it reports, of the partnerships that have not ended. */
export type Signal = (scope: Scope) => readonly Hit[]

/** Some of the signals, by their names. */
export type Signals = Partial<Readonly<Record<SignalName, Signal>>>

/** A signal of one partnership at a time. */
export const ofEach =
  (find: (partnership: Partnership, scope: Scope) => readonly Omit<Hit, 'partnership'>[]): Signal =>
  (scope) =>
    scope.running.flatMap((partnership) => find(partnership, scope).map((hit) => ({ partnership, ...hit })))

/** An agreed partnership whose tier is named in every Board paper: the major ones. */
export const isMajor = ({ policy }: Pick<Scope, 'policy'>, partnership: Partnership): boolean =>
  partnership.status !== 'proposed' &&
  policy.policy
    .entries('tiers')
    .some(({ id, data }) => data['in-paper'] === 'named' && id === policy.tier(partnership).id)

/** Names, unless they are those of all the major partnerships, which are said so. */
export const namesOrMajor = (names: readonly string[], major: readonly Partnership[], most: number): string =>
  major.length > 2 && names.length === major.length && major.every((it) => names.includes(it.name))
    ? 'all major partnerships'
    : someOf(names, most)
