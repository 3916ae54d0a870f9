import type { TreeEdit, Written } from '../document/edit.js'
import type { Path, PathKey } from '../document/node.js'
import { withoutHidden } from '../model/clean.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { childOf, identityPath, isRequired, keysOf, schemaAt, type Schema } from '../model/schema-walk.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { formatNames, shortText } from '../model/words.js'
import { editsOf, type Change } from './change.js'
import { checkedList, checkedText, fieldsIn, isPlainList } from './check-value.js'
import { readPath, formatPath, type FieldAt } from './edit-path.js'
import { ITEM_KINDS } from './item-kinds.js'
import { clearUnknown } from './clear-unknown.js'
import type { Target } from './target.js'
import { writtenAt, writtenRecord } from './written-at.js'

/**
 * Gives a field another value.
 * @param written the value: one text, or several for a list of single values; none removes the field
 * @throws UsageError if the path names no field, or the field does not allow the value
 */
export function setValue(register: Register, target: Target, path: string, written: readonly string[]): Change {
  const { schema } = RECORD_SCHEMAS[target.kind]
  const own = ownKey(register, target, path, written)
  if (own !== undefined) return own
  const record = writtenRecord(register, target.record)
  const field = readPath(schema, record, path)
  refuseMade(field.path)
  const before = writtenAt(register, target.file, field.path)
  const { edits, taken } =
    written.length === 0
      ? { edits: removal(field, before), taken: written }
      : settings(schema, register, target, field, written)
  const known = written.length === 0 ? undefined : clearUnknown(schema, record, field.path)
  return {
    edits: editsOf(target.file, [...asItems(schema, target, record, edits), ...(known?.edits ?? [])]),
    sentence: `${identityPath(schema, record, field.path)}: ${describeChange(before, taken, field.meta?.kind)} (${target.name})`,
    notes: [...(known?.notes ?? []), ...(edits.length === 1 ? besideAmount(register, target, field.path) : [])],
  }
}

/**
 * Changes a key that is in the file and not in the catalogue: an own one (`x-…`), or an unknown one that is removed.
 */
function ownKey(register: Register, { file, name }: Target, path: string, written: readonly string[]) {
  const key = path.trim()
  if (/^x-[\w-]+$/.test(key) && written.length === 1) {
    const before = writtenAt(register, file, [key])
    const value = withoutHidden(written[0]!).trim()
    const shown = `“${shortText(value)}”${before === undefined ? '' : `, was “${shortText(before)}”`}`
    return { edits: editsOf(file, [{ op: 'set', path: [key], value }]), sentence: `${key}: ${shown} (${name})` }
  }
  if (written.length > 0) return undefined
  const steps = key.split(/[.[\]]+/).filter((it) => it !== '')
  const places = steps.map((it) => (/^\d+$/.test(it) ? Number(it) - 1 : it))
  const before = writtenAt(register, file, places)
  const isUnknown = register.problems.some(
    ({ code, at }) =>
      code === 'schema/unknown-key' && 'path' in at && at.file === file && at.path.join('\n') === places.join('\n'),
  )
  if (before === undefined || !(isUnknown || key.startsWith('x-'))) return undefined
  return {
    edits: editsOf(file, [{ op: 'remove', path: places }]),
    sentence: `${key}: “${shortText(before)}” is removed (${name})`,
  }
}

/** Setting a field of an item that does not exist yet inserts the item. */
function asItems(schema: Schema, target: Target, record: object, edits: readonly TreeEdit[]): TreeEdit[] {
  return edits.map((edit) => {
    const depth = edit.path.findIndex(
      (key, index) => typeof key === 'number' && isNew(record, edit.path.slice(0, index), key),
    )
    if (edit.op !== 'set' || depth === -1) return edit
    refuseIncomplete(schema, target, edit.path.slice(0, depth + 1), edit.path[depth + 1])
    const value = edit.path
      .slice(depth + 1)
      .reduceRight<Written>((inner, key) => ({ [String(key)]: inner }), edit.value)
    return { op: 'insert', path: edit.path.slice(0, depth + 1), value }
  })
}

/** An item that needs several keys is not inserted with one of them. */
function refuseIncomplete(schema: Schema, { id, file }: Target, item: Path, given: PathKey | undefined): void {
  const keys = keysOf(schemaAt(schema, item)) ?? []
  const needed = keys.filter((key) => isRequired(schemaAt(schema, item), key))
  if (needed.every((key) => key === given)) return
  const [list] = item
  const isOfPartnership = item.length === 2 && schema === RECORD_SCHEMAS.partnership.schema
  const kind = isOfPartnership ? Object.entries(ITEM_KINDS).find(([, it]) => it.list === list)?.[0] : undefined
  throw new UsageError(
    `a new item of ${formatPath(item.slice(0, -1))} needs ${formatNames(needed)} at once`,
    kind === undefined
      ? `write it into ${file}`
      : `partners record ${kind} ${id} ${needed.map((it) => `--${it} …`).join(' ')}`,
  )
}

function isNew(record: unknown, list: Path, position: number): boolean {
  const items = list.reduce<unknown>((above, key) => childOf(above, key), record)
  return !Array.isArray(items) || position >= items.length
}

/** The words about an amount stay when it changes, and may no longer be true. */
function besideAmount(register: Register, { id, file }: Target, path: Path): string[] {
  if (path.at(-1) !== 'amount') return []
  const sibling = (key: string) => writtenAt(register, file, [...path.slice(0, -1), key])
  const remaining = ['basis', 'stated'].filter((key) => sibling(key) !== undefined)
  if (remaining.length === 0) return []
  const words = remaining.map((key) => `${key} “${shortText(sibling(key)!, 50)}”`).join(' and ')
  const ways = remaining.map((key) => `partners set ${id} ${formatPath([...path.slice(0, -1), key])} …`).join(' and ')
  return [`The words about the old amount are unchanged: ${words}; to change them: ${ways}, or --unset.`]
}

/** @param before the value; a key without a value states nothing */
function describeChange(before: string | undefined, written: readonly string[], kind: string | undefined): string {
  const show = (text: string) => (kind === 'text' ? `“${shortText(text)}”` : shortText(text))
  const after = written.join(', ').trim()
  if (after === '' && before === '') return 'the key, which has no value, is removed'
  if (after === '') return `${before === undefined ? 'the value' : show(before)} is removed`
  return before === undefined || before.trim() === '' ? show(after) : `${show(after)}, was ${show(before)}`
}

/** Only the tool records what a review has seen. */
function refuseMade(path: Path): void {
  if (path.includes('stamp'))
    throw new UsageError(`${formatPath(path)} is written by partners record review, never by hand`)
}

/** The edits that give a field its value, and the value as the field takes it. */
function settings(
  schema: Schema,
  register: Register,
  { file }: Target,
  { path, schema: field, meta, value }: FieldAt,
  written: readonly string[],
): { readonly edits: readonly TreeEdit[]; readonly taken: readonly string[] } {
  if (isPlainList(schema, path)) {
    const taken = checkedList({ register, file, schema, path }, written)
    return { edits: listEdits(path, value, taken), taken }
  }
  if (meta?.kind === 'list') {
    const identity = meta.identity?.[0] ?? 'title'
    throw new UsageError(
      `${formatPath(path)} is a list of items with keys of their own`,
      `name an item and its field: ${formatPath(path)}[…].${identity}, or ${formatPath(path)}[+].${identity} for a new one`,
    )
  }
  if (meta?.kind === 'group' || meta?.kind === 'map') {
    const keys = keysOf(field) ?? []
    const name = formatPath(path)
    const hint =
      keys.length === 0 ? `name a key: ${name}.…` : `name one: ${keys.map((it) => `${name}.${it}`).join(', ')}`
    throw new UsageError(`${name} has keys of its own`, hint)
  }
  if (written.length > 1)
    throw new UsageError(
      `${formatPath(path)} takes one value, and ${written.length} are given`,
      'put a text with spaces in quotes',
    )
  const place = { register, file, schema, path }
  const fields = path.at(-1) === 'amount' ? fieldsIn(place, written[0]!) : undefined
  if (fields !== undefined) {
    const above = path.slice(0, -1)
    return {
      edits: Object.entries(fields).map(([key, it]): TreeEdit => ({ op: 'set', path: [...above, key], value: it })),
      taken: written,
    }
  }
  const text = checkedText(place, written[0]!)
  const isThere = writtenAt(register, file, path) === text
  return { edits: isThere ? [] : [{ op: 'set', path, value: text }], taken: [text] }
}

/** Items that stay keep their lines and comments; the others are removed and inserted. */
function listEdits(path: Path, value: unknown, wanted: readonly string[]): TreeEdit[] {
  const present = (Array.isArray(value) ? value : []).map(String)
  const kept = present.filter((it) => wanted.includes(it))
  const isInOrder = kept.join('\n') === wanted.filter((it) => present.includes(it)).join('\n')
  if (!isInOrder || new Set(wanted).size < wanted.length) return [{ op: 'set', path, value: wanted }]
  if (kept.length === 0) return present.join('\n') === wanted.join('\n') ? [] : [{ op: 'set', path, value: wanted }]
  const removed = present.flatMap((it, index) => (wanted.includes(it) ? [] : [index]))
  return [
    ...removed.toReversed().map((index): TreeEdit => ({ op: 'remove', path: [...path, index] })),
    ...wanted.flatMap((it, index): TreeEdit[] =>
      present.includes(it) ? [] : [{ op: 'insert', path: [...path, index], value: it }],
    ),
  ]
}

function removal({ path }: FieldAt, before: string | undefined): TreeEdit[] {
  if (before === undefined) throw new UsageError(`${formatPath(path)} is not stated, so there is nothing to remove`)
  return [{ op: 'remove', path }]
}
