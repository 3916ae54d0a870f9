import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import { isMap } from '../model/same.js'
import { successionOf, type Succession } from '../model/participation.js'
import { type StampGround, printOf, partnersOf } from './stamp.js'

/** What became of partners of a stamp whose ids are no longer among the partners. */
export interface Successions {
  /** From ids of the stamp to present ones: of organisations that have a new id, or whose successor took their place. */
  readonly renames: IdRenames
  /** Mergers into organisations that take part now. */
  readonly mergers: readonly Succession[]
  /** Ids of those whose successor already had a place, or took the place of another one. */
  readonly joined: readonly string[]
}

/** By the history, did the file of an organisation appear in the commit that removed the file with an earlier id? */
export type WasCalled = (now: string, before: string) => boolean

/**
 * A partner that is no longer in the register was renamed if a new partner has the same fingerprint, or if the history
 * shows that its file replaced the old one.
 */
export function successionsOf(
  partnership: Partnership,
  stamped: Readonly<Record<string, string>>,
  { register, hash }: StampGround,
  wasCalled: WasCalled = () => false,
): Successions {
  const present = new Set(partnership.partners.flatMap((it) => it.organisation ?? []))
  const left = Object.keys(stamped).filter((id) => !present.has(id))
  if (left.length === 0) return NONE
  const ours = register.settings.organisation
  const come = partnersOf(register, partnership).filter((it) => !Object.hasOwn(stamped, it.id))
  const known = lookUp(register).organisation
  const renames = new Map<string, string>()
  const follow = (old: string, now: string) => renames.set(`organisation ${old}`, now)
  const taken = () => new Set(renames.values())
  const gone = left.filter((id) => !known.has(id))
  for (const isSame of [
    (it: Organisation, old: string) => stamped[old] === printOf('partner', it, ours, hash),
    (it: Organisation, old: string) => wasCalled(it.id, old),
  ])
    for (const old of gone.filter((it) => !renames.has(`organisation ${it}`))) {
      const now = come.find((it) => !taken().has(it.id) && isSame(it, old))
      if (now !== undefined) follow(old, now.id)
    }
  const mergers = left.flatMap((id) => successionOf(register, id, present) ?? [])
  const joined: string[] = []
  for (const { old, into } of mergers) {
    const hasPlace = Object.hasOwn(stamped, into.id) || into.id === ours || taken().has(into.id)
    if (hasPlace) joined.push(old.id)
    else follow(old.id, into.id)
  }
  return { renames, mergers, joined }
}

const NONE: Successions = { renames: new Map(), mergers: [], joined: [] }

/** The reverse: from present ids to earlier ones. */
export const backwards = (renames: IdRenames): IdRenames =>
  new Map(
    [...renames].map(([old, now]) => {
      const [kind, id] = old.split(' ') as [string, string]
      return [`${kind} ${now}`, id]
    }),
  )

/** A stamped record with present ids, and without the partners whose successors are partners already. */
export function asSucceeded<T extends object>(record: T, { renames, mergers, joined }: Successions): T {
  if (joined.length === 0) return withRenamedIds(record, renames)
  const into = mergers.filter(({ old }) => joined.includes(old.id))
  const all: IdRenames = new Map([...renames, ...into.map((it) => [`organisation ${it.old.id}`, it.into.id] as const)])
  const { partners } = record as Partial<Partnership>
  const left = partners?.filter((it) => it.organisation === undefined || !joined.includes(it.organisation))
  return namedOnce(withRenamedIds(left === undefined ? record : { ...record, partners: left }, all)) as T
}

/** A list of names with each name once, as one organisation may be the successor of two. */
function namedOnce(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((it) => typeof it === 'string') ? [...new Set(value)] : value.map(namedOnce)
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, namedOnce(it)])) : value
}
