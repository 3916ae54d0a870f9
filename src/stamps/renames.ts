import { lookUp } from '../model/look-up.js'
import type { Partnership } from '../model/partnership.js'
import type { IdRenames } from '../model/renamed-ids.js'
import { fingerprintOf } from './fingerprint.js'
import { partnersOf } from './rests-on.js'
import { organisationPart } from './scheme.js'
import type { StampGround } from './stamp.js'

/**
 * Partner organisations that have another id than in a stamp: the register has the old one no longer, and one that came
 * into the partnership has the very fingerprint.
 */
export function renamedPartners(
  partnership: Partnership,
  stamped: Readonly<Record<string, string>>,
  { register, hash }: StampGround,
): IdRenames {
  const gone = Object.keys(stamped).filter((id) => !lookUp(register).organisation.has(id))
  if (gone.length === 0) return new Map()
  const come = partnersOf(register, partnership).filter((it) => !Object.hasOwn(stamped, it.id))
  return new Map(
    come.flatMap((it) => {
      const print = fingerprintOf(organisationPart(it), hash)
      const id = gone.find((old) => stamped[old] === print)
      return id === undefined ? [] : [[`organisation ${id}`, it.id] as const]
    }),
  )
}

/** The way back: from the ids of now to those of then. */
export const backwards = (renames: IdRenames): IdRenames =>
  new Map(
    [...renames].map(([old, now]) => {
      const [kind, id] = old.split(' ') as [string, string]
      return [`${kind} ${now}`, id]
    }),
  )
