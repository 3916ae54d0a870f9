import type * as z from 'zod'
import type { Path } from '../document/node.js'
import { withoutHidden } from '../model/clean.js'
import { inDayOrder } from '../model/day-order.js'
import type { Correction } from '../model/fix.js'
import type { Register } from '../model/register.js'
import { metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { resolveReference } from './resolve-reference.js'

/** Where a value is to stand, and how it was given. */
export interface Place {
  readonly register: Register
  /** Of the record; undefined where that is not there yet. */
  readonly file?: string | undefined
  readonly schema: Schema
  readonly path: Path
  /** Such as `--date`; the label of the field otherwise. */
  readonly named?: string | undefined
}

/**
 * A value as the field takes it. What says the very same in other words is understood: `Active`, `30/04/2019`, `yes`, a
 * role in small letters, an organisation by its name.
 * @throws UsageError with the field's own words where it does not fit, or names nothing in the register
 */
export function checkedText(place: Place, written: string): string {
  const { register, schema, path, file } = place
  const text = takenAs(place, written)
  const { value, message, hint, correction } = readBy(schema, path, text)
  if (message === undefined)
    // one spelling of a grade is written
    return metaAt(schema, path)?.kind === 'grade' ? String(value) : resolveReference(register, schema, path, text, file)
  if (correction?.safe && correction.text !== undefined) return correction.text
  const name = resolveReference(register, schema, path, text, file)
  if (name !== text && readBy(schema, path, name).message === undefined) return name
  throw new UsageError(`${place.named ?? labelOf(schema, path)}: ${message}`, hint)
}

/**
 * The fields that a phrase stands for, such as `up to £2m` an amount, its basis and the words; undefined where it is a
 * plain value, or cannot be understood.
 */
export function fieldsIn({ schema, path }: Place, written: string): Readonly<Record<string, string>> | undefined {
  const { message, correction } = readBy(schema, path, cleaned(written))
  return message !== undefined && correction?.safe ? correction.fields : undefined
}

/** A text as the register reads it: days in its order. */
const takenAs = ({ register, schema, path }: Place, written: string) =>
  inDayOrder(register.settings['day-order'], metaAt(schema, path)?.kind, cleaned(written))

/** A text without what a terminal or page could take for a command; it comes along with what is copied. */
const cleaned = (written: string) => withoutHidden(written.replace(/\r\n?/g, '\n')).normalize('NFC').trim()

function readBy(schema: Schema, path: Path, text: string) {
  const result = (schemaAt(schema, path) as z.ZodType).safeParse(text, { jitless: true })
  if (result.success) return { value: result.data }
  const [issue] = result.error.issues
  const { hint, correction } = (issue as { params?: { hint?: string; correction?: Correction } }).params ?? {}
  return { message: issue!.message, hint: forAnswer(hint), correction }
}

/** Hints are about files; where a value was given, no line of a file is meant. */
const forAnswer = (hint: string | undefined) =>
  hint?.replace(', each on a line of its own', '').replace(/^write it, or take the key out$/, 'write it')

/** Values for a list of single values, each checked. */
export function checkedList(place: Place, written: readonly string[]): string[] {
  return written.map((it) => checkedText({ ...place, path: [...place.path, 0] }, it))
}

/** Is a field a list of single values, such as aliases? */
export function isPlainList(schema: Schema, path: Path): boolean {
  const item = metaAt(schema, [...path, 0])?.kind
  return metaAt(schema, path)?.kind === 'list' && item !== undefined && !['group', 'list', 'map'].includes(item)
}

/** The label of a field; of an entry in a map of free keys its key. */
function labelOf(schema: Schema, path: Path) {
  const isFree = path.length > 1 && metaAt(schema, path.slice(0, -1))?.kind === 'map'
  return (isFree ? undefined : metaAt(schema, path)?.label) ?? String(path.at(-1) ?? '')
}
