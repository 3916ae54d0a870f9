import type * as z from 'zod'
import type { Path } from '../document/node.js'
import { moneyError } from './field-errors.js'
import { fixOf, type Fix } from './fix.js'
import type { Plain } from './plain.js'
import { keysOf, metaAt, schemaAt, takes } from './schema-walk.js'
import { withoutBullet, type LinesAt } from './text-lines.js'

/** A key that was probably meant; only a person can tell. */
export const keyFix = (path: Path, meant: string | undefined): { fix?: Fix } =>
  meant === undefined
    ? {}
    : { fix: { title: `write ${meant}`, safe: false, edits: [{ op: 'rename-key', path, key: meant }] } }

/** A single value where a list of such stands (perhaps several in one), and money in words where its fields stand. */
export function shapeFix(schema: z.ZodType, path: Path, found: Plain, linesAt: LinesAt): { fix?: Fix } {
  if (typeof found !== 'string') return {}
  const item = metaAt(schema, path)?.kind === 'list' ? schemaAt(schema, [...path, 0]) : undefined
  if (item !== undefined && takes(schema, [...path, 0], found)) return { fix: listFix(path, found, linesAt(path)) }
  const { correction } = (keysOf(schemaAt(schema, path)) ?? []).includes('amount') ? moneyError(found) : {}
  const fix = correction && fixOf(path, correction, {})
  return fix === undefined ? {} : { fix }
}

/** One text as the one item of a list; several lines, or a line with a bullet, as items that somebody has to look at. */
function listFix(path: Path, found: string, lines: readonly string[] = [found]): Fix {
  const items = lines.map(withoutBullet)
  const title = items.length === 1 ? 'write a list of it' : `write ${items.length} items: ${items.join('; ')}`
  const safe = items.length === 1 && items[0] === found && !SEVERAL.test(found)
  return { title, safe, edits: [{ op: 'set', path, value: items }] }
}

/** What stands between the members of a list that was written as one text. */
const SEVERAL = /[,;&\n\r]|\sand\s/i
