import { at, type Place } from '../model/place.js'
import { policySchema } from '../model/policy.js'
import type { PolicyFile } from '../model/register.js'
import { keysOf, metaAt, schemaAt } from '../model/schema-walk.js'
import { mergePolicies } from './merge.js'

/** An entry of a section of a policy as its file states it. */
export interface Stated {
  readonly section: string
  readonly id: string
  readonly data: unknown
  readonly at: Place
  /** Its schema, for the labels and kinds of its fields. */
  readonly schema: NonNullable<ReturnType<typeof schemaAt>>
}

/** A part of a policy. */
export interface Section {
  readonly name: string
  readonly title: string
}

/** Keys about the policy itself, which are not entries. */
const OF_ITSELF = ['extends', 'title', 'sources']
/** The section of single values, and of limits, each of which is an entry. */
const LIMITS = 'limits'
/** The section of what the Board paper alerts to, each of which is an entry, too. */
const SIGNALS = 'signals'

const keys = keysOf(policySchema)!.filter((key) => !OF_ITSELF.includes(key))
const isMap = (key: string) => metaAt(policySchema, [key])?.kind === 'map'

/** Every section that a policy may have, in the order of the schema: a new one needs no line here. */
export const POLICY_SECTIONS: readonly Section[] = [
  ...keys.filter(isMap).map((name) => ({ name, title: metaAt(policySchema, [name])?.label ?? name })),
  { name: SIGNALS, title: 'Signals' },
  { name: LIMITS, title: 'Limits and times' },
]

/** The entries of a section that are in force: own ones over inherited ones. */
export function statedIn(policies: readonly PolicyFile[], { name: section }: Section): Stated[] {
  if (section !== LIMITS && section !== SIGNALS)
    return mergePolicies(policies)
      .entries(section as never)
      .map(({ id, data, at }: { id: string; data: unknown; at: Place }) => stated(section, id, [section, id], data, at))
  const values = new Map<string, Stated>()
  for (const policy of policies)
    for (const it of valuesOf(policy, section)) if (!values.has(it.id)) values.set(it.id, it)
  const order = [...policies].reverse().flatMap((policy) => valuesOf(policy, section).map((it) => it.id))
  return [...new Set(order)].map((id) => values.get(id)!)
}

/** The entries of a section that is a group of single values; that of limits has those outside of groups, too. */
function valuesOf(policy: PolicyFile, section: string): Stated[] {
  const data = policy.data as Readonly<Record<string, unknown>>
  return keys
    .filter((key) => !isMap(key) && data[key] !== undefined && (key === SIGNALS) === (section === SIGNALS))
    .flatMap((key) => {
      if (key !== section) return [stated(section, key, [key], data[key], at(policy, key))]
      return Object.entries(data[key] as object)
        .filter(([, value]) => value !== undefined)
        .map(([id, value]) => stated(section, id, [key, id], value, at(policy, key, id)))
    })
}

const stated = (section: string, id: string, path: string[], data: unknown, place: Place): Stated => ({
  section,
  id,
  data,
  at: place,
  schema: schemaAt(policySchema, path)!,
})

/** How an own policy differs from the one that it extends. */
export type PolicyChange =
  | { readonly kind: 'added'; readonly is: Stated }
  | { readonly kind: 'replaced'; readonly is: Stated; readonly was: Stated }
  | { readonly kind: 'taken out'; readonly was: Stated; readonly reason: string; readonly at: Place }

/** What the own policy adds, replaces and takes out in a section. */
export function policyChanges([own, ...inherited]: readonly PolicyFile[], section: Section): PolicyChange[] {
  if (own === undefined) return []
  const before = new Map(statedIn(inherited, section).map((it) => [it.id, it]))
  const changes = statedIn([own], section).map((is): PolicyChange => {
    const was = before.get(is.id)
    return was === undefined ? { kind: 'added', is } : { kind: 'replaced', is, was }
  })
  return [...changes, ...takenOut(own, section, before)]
}

function takenOut(own: PolicyFile, { name }: Section, before: ReadonlyMap<string, Stated>): PolicyChange[] {
  if (name === LIMITS) return []
  const entries = (own.data as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[name] ?? {}
  return Object.entries(entries).flatMap(([id, data]): PolicyChange[] => {
    const reason = (data as { off?: string } | null)?.off
    const was = before.get(id)
    if (reason === undefined || was === undefined) return []
    return [{ kind: 'taken out', was, reason, at: at(own, name, id, 'off') }]
  })
}
