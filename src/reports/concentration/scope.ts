import type { Organisation } from '../../model/organisation.js'
import { organisationOf } from '../../policy/facts.js'
import type { PaperInput } from '../paper.js'
import { familiesOf, type Family } from './families.js'
import { takingPart, type Taking } from './taking.js'
import { successorOf } from '../../model/participation.js'

/** What every section of the paper is built from. */
export interface Scope extends PaperInput {
  /** Partnerships that are agreed and have not ended, by name, each with its parts that have not. */
  readonly families: readonly Family[]
  /** The organisation that an id counts as: what it became; undefined for our own, and for what is no organisation. */
  counted(id: string | undefined): Organisation | undefined
  /** Organisations that take part in something. */
  readonly taking: readonly Taking[]
}

export function scopeOf(input: PaperInput): Scope {
  const { register, asOf } = input
  const own = successorOf(register, register.settings.organisation, asOf)
  const families = familiesOf(register)
  const counted = (id: string | undefined) => {
    const successor = id === undefined ? undefined : successorOf(register, id, asOf)
    return successor === undefined || successor === own ? undefined : organisationOf(register, successor)
  }
  return { ...input, families, counted, taking: takingPart({ register, families, counted }) }
}
