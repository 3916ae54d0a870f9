import { isEmpty, type MapNode, type Node, type ScalarNode } from '../document/node.js'
import { readingOfText } from './plain.js'
import type { Filed } from './place.js'
import type { Register } from './register.js'

/** The records whose own fields papers can print. */
export type OwnKind = 'register' | 'update' | 'partnership' | 'organisation'
export type OwnValue = string | boolean | readonly string[]
export type OwnType = 'text' | 'flag' | 'list'

/** Own fields by their names without `x-`. */
export type OwnTypes = ReadonlyMap<string, OwnType>

/** What the own fields (`x-…`) of a kind are: of one type in all records, so that a template can rely on it. */
export const ownTypes = (register: Register, kind: OwnKind): OwnTypes => ofKind(register, kind).types

/** The own fields that a record states. */
export function ownFields(register: Register, kind: OwnKind, record: Filed | undefined): Record<string, OwnValue> {
  const { types, stated } = ofKind(register, kind)
  const own = [...((record && stated.get(record.file)) ?? [])]
  return Object.fromEntries(own.map(([name, value]) => [name, asType(types.get(name)!, value)]))
}

interface OfKind {
  readonly types: OwnTypes
  readonly stated: ReadonlyMap<string, ReadonlyMap<string, OwnValue>>
}

/** By the files, which copies of a register share. */
const known = new WeakMap<Register['files'], Map<OwnKind, OfKind>>()

function ofKind(register: Register, kind: OwnKind): OfKind {
  const kinds = known.get(register.files) ?? new Map<OwnKind, OfKind>()
  known.set(register.files, kinds)
  const found = kinds.get(kind) ?? read(register, recordsOf(register, kind))
  kinds.set(kind, found)
  return found
}

function recordsOf({ settings, updates, partnerships, organisations }: Register, kind: OwnKind): readonly Filed[] {
  return { register: [settings], update: updates, partnership: partnerships, organisation: organisations }[kind]
}

function read({ files }: Register, records: readonly Filed[]): OfKind {
  const types = new Map<string, OwnType>()
  const stated = new Map<string, Map<string, OwnValue>>()
  for (const { file } of records) {
    const source = files.get(file)
    if (source === undefined || !MAY_HAVE.test(source.text)) continue // its tree need not be made
    const values = valuesIn(source.root)
    stated.set(file, values)
    for (const [name, value] of values) types.set(name, common(types.get(name), typeOf(value)))
  }
  return { types, stated }
}

const MAY_HAVE = /(?:^|[\s{,"'])x-/
/** Is it a name that a template can write? `x-__proto__` is none. */
export const isOwnName = (key: string): boolean => /^x-\p{L}[\p{L}\p{N}_-]*$/u.test(key)

function valuesIn(root: MapNode | undefined): Map<string, OwnValue> {
  const values = new Map<string, OwnValue>()
  for (const { key, value } of root?.entries ?? []) {
    const name = key.text.slice('x-'.length)
    const own = isOwnName(key.text) && !values.has(name) ? valueOf(value) : undefined
    if (own !== undefined) values.set(name, own)
  }
  return values
}

/** Undefined for what no template can print: keys within keys, and what has no value. */
function valueOf(node: Node): OwnValue | undefined {
  if (node.kind === 'map' || isEmpty(node)) return undefined
  if (node.kind === 'scalar') return FLAGS.get(node.style === 'plain' ? node.text : '') ?? textOf(node)
  const items = node.items.filter((it) => !isEmpty(it))
  return items.every((it) => it.kind === 'scalar') ? items.map(textOf) : undefined
}

const textOf = ({ text, style }: ScalarNode) => readingOfText(text, style)
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

const typeOf = (value: OwnValue): OwnType =>
  typeof value === 'boolean' ? 'flag' : typeof value === 'string' ? 'text' : 'list'

/** A text beside lists is a list of one; true and false beside texts are texts. */
const common = (one: OwnType | undefined, other: OwnType): OwnType =>
  one === undefined || one === other ? other : one === 'list' || other === 'list' ? 'list' : 'text'

function asType(type: OwnType, value: OwnValue): OwnValue {
  if (typeOf(value) === type) return value
  return type === 'list' ? [String(value)] : String(value)
}
