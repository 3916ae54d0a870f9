import type * as z from 'zod'
import type { Path } from '../document/node.js'
import { withoutHidden } from '../model/clean.js'
import { inDayOrder } from '../model/day-order.js'
import type { Correction } from '../model/fix.js'
import type { Register } from '../model/register.js'
import { metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { inMessageLength } from './echoed.js'
import { resolveReference } from './resolve-reference.js'

/** The field that a value is for, and how it was given. */
export interface Place {
  readonly register: Register
  /** The file of the record, if it exists. */
  readonly file?: string | undefined
  readonly schema: Schema
  readonly path: Path
  /** Its name in messages, such as `--date`; by default the label of the field. */
  readonly named?: string | undefined
}

/**
 * A value as the field takes it. Other spellings of the same value are understood: `Active`, `30/04/2019`, `yes`, a
 * role in lower case, an organisation by its name.
 * @throws UsageError with the field's own message if it does not fit, or names nothing in the register
 */
export function checkedText(place: Place, written: string): string {
  const { register, schema, path, file } = place
  const text = takenAs(place, written)
  const { value, message, hint, correction } = readBy(schema, path, text)
  if (message === undefined)
    // a grade is written in one spelling
    return metaAt(schema, path)?.kind === 'grade' ? String(value) : resolveReference(register, schema, path, text, file)
  if (correction?.safe && correction.text !== undefined) return correction.text
  const name = resolveReference(register, schema, path, text, file)
  if (name !== text && readBy(schema, path, name).message === undefined) return name
  throw new UsageError(`${place.named ?? labelOf(schema, path)}: ${inMessageLength(message)}`, hint)
}

/**
 * The fields that a phrase such as `up to £2m` stands for: amount, basis and the words themselves; undefined if it is a
 * plain value, or is not understood.
 */
export function fieldsIn({ schema, path }: Place, written: string): Readonly<Record<string, string>> | undefined {
  const { message, correction } = readBy(schema, path, cleaned(written))
  return message !== undefined && correction?.safe ? correction.fields : undefined
}

/** A text as the register reads it: days in its order. */
const takenAs = ({ register, schema, path }: Place, written: string) =>
  inDayOrder(register.settings['day-order'], metaAt(schema, path)?.kind, cleaned(written))

/** A text without control characters, which can come along with what is copied. */
const cleaned = (written: string) => withoutHidden(written.replace(/\r\n?/g, '\n')).normalize('NFC').trim()

function readBy(schema: Schema, path: Path, text: string) {
  const result = (schemaAt(schema, path) as z.ZodType).safeParse(text, { jitless: true })
  if (result.success) return { value: result.data }
  const [issue] = result.error.issues
  const { hint, correction } = (issue as { params?: { hint?: string; correction?: Correction } }).params ?? {}
  return { message: issue!.message, hint: forAnswer(hint), correction }
}

/** Hints are about lines of files; a value on the command line is on none. */
const forAnswer = (hint: string | undefined) =>
  hint?.replace(', each on a line of its own', '').replace(/^write it, or take the key out$/, 'write it')

/** Checks each value of a list of single values. */
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
