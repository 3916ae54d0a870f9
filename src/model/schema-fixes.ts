import type * as z from 'zod'
import type { Path } from '../document/node.js'
import { moneyError } from './field-errors.js'
import { fixOf, type Fix } from './fix.js'
import type { Plain } from './plain.js'
import { keysOf, metaAt, schemaAt, takes } from './schema-walk.js'
import { withoutBullet, type LinesAt } from './text-lines.js'

/** Writes the key that was probably meant, which only a person can confirm. */
export const keyFix = (path: Path, meant: string | undefined): { fix?: Fix } =>
  meant === undefined
    ? {}
    : { fix: { title: `write ${meant}`, safe: false, edits: [{ op: 'rename-key', path, key: meant }] } }

/** For a single value in place of a list (perhaps several in one), and money in words in place of its fields. */
export function shapeFix(schema: z.ZodType, path: Path, found: Plain, linesAt: LinesAt): { fix?: Fix } {
  if (typeof found !== 'string') return {}
  const item = metaAt(schema, path)?.kind === 'list' ? schemaAt(schema, [...path, 0]) : undefined
  if (item !== undefined && takes(schema, [...path, 0], found)) return { fix: listFix(path, found, linesAt(path)) }
  const { correction } = (keysOf(schemaAt(schema, path)) ?? []).includes('amount') ? moneyError(found) : {}
  const fix = correction && fixOf(path, correction, {})
  return fix === undefined ? {} : { fix }
}

/** A text as the only item of a list; several lines, or a line with a bullet, as items that somebody has to check. */
function listFix(path: Path, found: string, lines: readonly string[] = [found]): Fix {
  const items = lines.map(withoutBullet)
  const title = items.length === 1 ? 'write a list of it' : `write ${items.length} items: ${items.join('; ')}`
  const safe = items.length === 1 && items[0] === found && !SEVERAL.test(found)
  return { title, safe, edits: [{ op: 'set', path, value: items }] }
}

/** Separators in a list that was written as one text. */
const SEVERAL = /[,;&\n\r]|\sand\s/i
