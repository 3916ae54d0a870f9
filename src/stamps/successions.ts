import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import { isMap } from '../model/same.js'
import { successionOf, type Succession } from '../model/successor.js'
import { printOf } from './parts.js'
import { partnersOf } from './rests-on.js'
import type { StampGround } from './stamp.js'

/** What became of the partner organisations of a stamp that are no partners under their ids any more. */
export interface Successions {
  /** From the ids of the stamp to those of now: of one that only has another id, and of one whose place another took. */
  readonly renames: IdRenames
  /** Those that went into organisations that take part now. */
  readonly mergers: readonly Succession[]
  /** Ids of those whose successor had a place of its own, or took that of another one of them. */
  readonly joined: readonly string[]
}

/** Did the file of an organisation that has an id now come as that of an id before went? Only the history can show that. */
export type WasCalled = (now: string, before: string) => boolean

/**
 * One that the register has no longer was renamed where an organisation with the very fingerprint came into the
 * partnership, or one of which the history shows that it came as the old file went.
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

/** The way back: from the ids of now to those of then. */
export const backwards = (renames: IdRenames): IdRenames =>
  new Map(
    [...renames].map(([old, now]) => {
      const [kind, id] = old.split(' ') as [string, string]
      return [`${kind} ${now}`, id]
    }),
  )

/** A stamped record with the present ids of what it names, and without places that others took over. */
export function asSucceeded<T extends object>(record: T, { renames, mergers, joined }: Successions): T {
  if (joined.length === 0) return withRenamedIds(record, renames)
  const into = mergers.filter(({ old }) => joined.includes(old.id))
  const all: IdRenames = new Map([...renames, ...into.map((it) => [`organisation ${it.old.id}`, it.into.id] as const)])
  const { partners } = record as Partial<Partnership>
  const left = partners?.filter((it) => it.organisation === undefined || !joined.includes(it.organisation))
  return namedOnce(withRenamedIds(left === undefined ? record : { ...record, partners: left }, all)) as T
}

/** In a list of names the successor of two appears once. */
function namedOnce(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((it) => typeof it === 'string') ? [...new Set(value)] : value.map(namedOnce)
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, namedOnce(it)])) : value
}
