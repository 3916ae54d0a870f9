import { runningPartnerships } from '../../model/hierarchy.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import type { PaperInput } from '../paper.js'

/** What the paper is worked out from. */
export interface Scope extends PaperInput {
  /** Each partnership that has not ended, with its parts that are governed. */
  readonly families: readonly (readonly Partnership[])[]
  /** Those of them that the paper is about. */
  readonly described: readonly (readonly Partnership[])[]
}

/** One partnership, or every one whose governance the register describes. */
export function scopeOf(input: PaperInput): Scope {
  const { register, subject } = input
  const families = runningPartnerships(register).wholes.map((it) => familyOf(register, it))
  const described =
    subject === undefined ? families.filter((all) => all.some(isGoverned)) : [familyOf(register, subject)]
  return { ...input, families, described }
}

/** Does the register hold bodies, functions or delegated powers of it? */
const isGoverned = ({ bodies, responsibilities, delegations }: Partnership) =>
  bodies.length + responsibilities.length + delegations.length > 0

/** A partnership and, after it, its parts that have not ended and are governed. */
const familyOf = (register: Register, whole: Partnership): Partnership[] => [
  whole,
  ...runningPartnerships(register).partsOf(whole).filter(isGoverned),
]
