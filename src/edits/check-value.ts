import type * as z from 'zod'
import type { Path } from '../document/node.js'
import type { Written } from '../document/edit.js'
import { clean } from '../model/clean.js'
import { metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { labelOf } from './label.js'

/**
 * A value as the field takes it, spaces around it taken off.
 * @param named how the value was given, such as `--date`
 * @throws UsageError with the field's own words where it does not fit
 */
export function checkedText(schema: Schema, path: Path, written: string, named?: string): string {
  const text = clean(written.replace(/\r\n?/g, '\n').trim(), { lines: true })
  const field = schemaAt(schema, path) as z.ZodType
  const result = field.safeParse(text, { jitless: true })
  if (result.success) return metaAt(schema, path)?.kind === 'grade' ? String(result.data) : text // one spelling is written
  const [issue] = result.error.issues
  const { hint } = (issue as { params?: { hint?: string } }).params ?? {}
  throw new UsageError(`${named ?? labelOf(schema, path)}: ${issue!.message}`, hint)
}

/** Values for a list of single values, each checked. */
export function checkedList(schema: Schema, path: Path, written: readonly string[], named?: string): Written[] {
  return written.map((it) => checkedText(schema, [...path, 0], it, named))
}

/** Is a field a list of single values, such as aliases? */
export function isPlainList(schema: Schema, path: Path): boolean {
  const item = metaAt(schema, [...path, 0])?.kind
  return metaAt(schema, path)?.kind === 'list' && item !== undefined && !['group', 'list', 'map'].includes(item)
}
