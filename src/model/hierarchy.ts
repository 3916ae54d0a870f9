import { lookUp } from './look-up.js'
import { by, grouped, getOrMake } from './order.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'

/**
 * Partnerships and their parts. A part takes from its whole what it does not state itself, and nothing is counted or
 * required twice. A part whose whole has ended, or is not in the register, counts by itself, so that no running
 * partnership is left out.
 */
export interface Running {
  /** Partnerships that have not ended, by name, parts among them. */
  readonly all: readonly Partnership[]
  /** Those of `all` that are not part of another. */
  readonly wholes: readonly Partnership[]
  /** Those of `wholes` that are agreed; counts and totals are made of these. */
  readonly held: readonly Partnership[]
  /** Those of `wholes` that are only proposed: nothing is agreed, and no money passes. */
  readonly proposals: readonly Partnership[]
  /** Those of `all` that are parts of others; `held`, `proposals`, `parts` and `ended` make up the whole register. */
  readonly parts: readonly Partnership[]
  readonly ended: readonly Partnership[]
  /** Those of `held` that are parts of partnerships that have ended. */
  readonly ofEnded: readonly Partnership[]
  /** The outermost partnership that one is a part of; for a whole, itself. */
  wholeOf(partnership: Partnership): Partnership
  /** The partnerships that it is a part of and that have not ended, the nearest first. */
  ancestors(partnership: Partnership): readonly Partnership[]
  /** Its parts that have not ended, each followed by its own. */
  partsOf(partnership: Partnership): readonly Partnership[]
}

/** The partnerships of a register that have not ended; worked out once. */
export const runningPartnerships = (register: Register): Running =>
  getOrMake(runnings, register, () => makeRunning(register))

const runnings = new WeakMap<Register, Running>()

function makeRunning(register: Register): Running {
  const { partnerships } = register
  const all = partnerships.filter((it) => it.status !== 'ended').sort(by((it) => `${it.name}\n${it.id}`))
  const byId = new Map(all.map((it) => [it.id, it]))
  const ancestors = (partnership: Partnership) => climb(partnership, (id) => byId.get(id))
  const wholeOf = (partnership: Partnership) => ancestors(partnership).at(-1) ?? partnership
  const children = new Map(grouped(all, (it) => it.parent ?? '').map((group) => [group[0]!.parent, group]))
  const partsOf = (whole: Partnership): Partnership[] =>
    (children.get(whole.id) ?? [])
      .filter((it) => byId.get(whole.id) === whole && ancestors(it).length > 0) // a partnership in a circle has no ancestors
      .flatMap((it) => [it, ...partsOf(it)])
  const wholes = all.filter((it) => wholeOf(it) === it)
  const held = wholes.filter((it) => it.status !== 'proposed')
  return {
    all,
    wholes,
    held,
    proposals: wholes.filter((it) => it.status === 'proposed'),
    parts: all.filter((it) => wholeOf(it) !== it),
    ended: partnerships.filter((it) => it.status === 'ended'),
    ofEnded: held.filter((it) => endedWhole(register, it) !== undefined),
    wholeOf,
    ancestors,
    partsOf,
  }
}

/** How many partnerships may be above one; more are a mistake, which reference/parent-cycle reports. */
export const MOST_ABOVE = 50

/** What a partnership is a part of, the nearest first; nothing where parents form a circle or are too many. */
function climb(part: Partnership, named: (id: string) => Partnership | undefined): readonly Partnership[] {
  if (part.parent === undefined) return []
  const ancestors = new Set<Partnership>()
  for (let next = named(part.parent); next !== undefined; next = named(next.parent ?? '')) {
    if (next === part || ancestors.has(next) || ancestors.size === MOST_ABOVE) return []
    ancestors.add(next)
  }
  return [...ancestors]
}

/** The partnership that it is a part of, where that has ended. */
export function endedWhole(register: Register, { parent }: Partnership): Partnership | undefined {
  const whole = parent === undefined ? undefined : lookUp(register).partnership.get(parent)
  return whole?.status === 'ended' ? whole : undefined
}

/** Is it a part of a partnership that has not ended? */
export const hasParent = (register: Register, partnership: Partnership): boolean =>
  runningPartnerships(register).ancestors(partnership).length > 0

/** A partnership and what it is a part of, ended or not, the nearest first. */
export const withAncestors = (register: Register, partnership: Partnership): readonly Partnership[] => [
  partnership,
  ...climb(partnership, (id) => lookUp(register).partnership.get(id)),
]

/** What a partnership states, or else the nearest that it is a part of; undefined where none of them does. */
export const inherited = <K extends keyof Partnership>(register: Register, partnership: Partnership, key: K) =>
  withAncestors(register, partnership).find((it) => it[key] !== undefined)?.[key]

/** Those that are not part of another among them: the value of a part is contained in that of its whole. */
export function outermost(register: Register, partnerships: readonly Partnership[]): Partnership[] {
  const { ancestors } = runningPartnerships(register)
  const among = new Set(partnerships)
  return partnerships.filter((it) => !ancestors(it).some((whole) => among.has(whole)))
}

/** A partnership with its parts, and their parts. */
export interface HierarchyNode {
  readonly partnership: Partnership
  /** By name. */
  readonly parts: readonly HierarchyNode[]
}

/**
 * Partnerships with their parts inside, by name, each once. A part whose whole is not among them is at the top; so is the
 * first of a circle of partnerships that are, by mistake, parts of each other.
 */
export function hierarchyOf(partnerships: readonly Partnership[]): HierarchyNode[] {
  const named = partnerships.toSorted(by((it) => it.name.toLowerCase()))
  const ids = new Set(named.map((it) => it.id))
  const partsOf = new Map(grouped(named, (it) => it.parent ?? '').map((group) => [group[0]!.parent, group]))
  const placed = new Set<Partnership>()
  const place = (partnership: Partnership, ancestors: number): HierarchyNode[] => {
    if (placed.has(partnership) || ancestors > MOST_ABOVE) return []
    placed.add(partnership)
    const parts = partsOf.get(partnership.id) ?? []
    return [{ partnership, parts: parts.flatMap((it) => place(it, ancestors + 1)) }]
  }
  const tops = named.filter(({ parent }) => parent === undefined || !ids.has(parent))
  return [...tops, ...named].flatMap((it) => place(it, 0))
}

/** All parts of a partnership, each followed by its own. */
export const allParts = ({ parts }: HierarchyNode): HierarchyNode[] => parts.flatMap((it) => [it, ...allParts(it)])

/** The role that runs a partnership; a part that names none has the lead of its nearest whole that does. */
export const leadOf = (register: Register, partnership: Partnership): string | undefined =>
  inherited(register, partnership, 'lead')
