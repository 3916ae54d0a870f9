import type * as z from 'zod'
import type { Path, PathKey } from '../document/node.js'
import { fieldMeta } from './field.js'
import { moneyError } from './field-errors.js'
import { fixOf, type Correction, type Fix, type Problem } from './fix.js'
import { ID, slug } from './id.js'
import { meantKey } from './nearest.js'
import { valueAt, type Plain, type PlainMap } from './plain.js'
import { type LinesAt, withoutBullet } from './text-lines.js'
import { isRequired, keysOf, metaAt, schemaAt, takes } from './schema-walk.js'

export type Issue = z.core.$ZodIssue

/** The record that an issue is about. */
interface About {
  readonly file: string
  readonly schema: z.ZodType
  readonly plain: PlainMap
  readonly linesAt: LinesAt
}

/** An issue of zod as problems in the words of the register. */
export function problemsOf({ file, schema, plain, linesAt }: About, issue: Issue): Problem[] {
  const path = issue.path as PathKey[]
  const on = (place: Path, part: 'key' | 'value' = 'value') => ({ file, path: place, on: part })
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, path)) ?? []
    const names = `keys here: ${known.join(', ')}` // one text for all of them
    return issue.keys.map((key) => {
      const meant = meantKey(key, known)
      return {
        code: 'schema/unknown-key',
        at: on([...path, key], 'key'),
        message: `"${key}" is not a key ${insideOf(path)}`,
        hint: meant === undefined ? `${names}; ${OWN_KEYS}` : `did you mean ${meant}? (${OWN_KEYS})`,
        ...keyFix([...path, key], meant),
      }
    })
  }
  if (isAbsent(schema, issue, plain))
    return [
      {
        code: 'schema/missing',
        at: on(path),
        message: `${nameAt(path)} is missing ${insideOf(path.slice(0, -1)).replace(/^of/, 'from')}`,
        hint: missingHint(schema, path),
      },
    ]
  if (issue.code === 'custom') {
    const { code, hint, correction } = (issue.params ?? {}) as { code?: string; hint?: string; correction?: Correction }
    const fix = correction && fixOf(path, correction, asMap(valueAt(plain, path.slice(0, -1))))
    return [
      { code: code ?? 'schema/type', at: on(path), message: issue.message, ...(hint && { hint }), ...(fix && { fix }) },
    ]
  }
  if (issue.code === 'invalid_type') {
    const found = valueAt(plain, path)!
    return [
      {
        code: 'schema/type',
        at: on(path),
        ...wrongShape(schema, path, issue.expected, found),
        ...shapeFix(schema, path, found, linesAt),
      },
    ]
  }
  return [{ code: 'schema/type', at: on(path), message: issue.message }]
}

/** Is it about a missing required key? A field that reads any value, such as a condition, has its own message for that. */
function isAbsent(schema: z.ZodType, { path }: Issue, plain: PlainMap): boolean {
  const key = path.at(-1)
  if (valueAt(plain, path as PathKey[]) !== undefined || typeof key !== 'string') return false
  return isRequired(schemaAt(schema, path.slice(0, -1) as PathKey[]), key)
}

const asMap = (value: Plain | undefined): Record<string, Plain> =>
  typeof value === 'object' && !Array.isArray(value) ? value : {}

const insideOf = (path: Path) => {
  const name = path.findLast((key) => typeof key === 'string')
  return name === undefined ? 'of this file' : `of ${name}`
}

const OWN_KEYS = 'a key of your own begins with x-'

function missingHint(schema: z.ZodType, path: Path): string {
  const field = schemaAt(schema, path)
  const meta = field && fieldMeta.get(field as z.ZodType)
  const example = meta?.example === undefined ? '' : `, such as ${path.at(-1)}: ${meta.example}`
  const allowed = Array.isArray(meta?.json['enum']) ? ` (${meta.json['enum'].join(', ')})` : ''
  return `write it${example}${allowed}`
}

function wrongShape(schema: z.ZodType, path: Path, expected: string, found: Plain) {
  const name = nameAt(path)
  if (expected === 'array')
    return { message: `${name} is not a list`, hint: 'write each item on a line of its own, beginning with a dash' }
  if (expected === 'string') {
    const shape = Array.isArray(found) ? 'a list' : 'keys of its own'
    const message = `${name} has ${shape} where a single value was expected`
    return { message, hint: 'write one value after the colon' }
  }
  const keys = keysOf(schemaAt(schema, path)) ?? []
  const item = typeof path.at(-1) === 'number' && typeof found === 'string' ? itemHint(schema, path, found) : undefined
  if (item !== undefined)
    return { message: `${name} has a single value where an item with keys was expected`, hint: item }
  if (keys.includes('amount') && typeof found === 'string') return { ...moneyError(found), code: 'schema/money' }
  const meant = typeof found === 'string' ? keys.find((key) => allows(schema, [...path, key], found)) : undefined
  return {
    message: `${name} needs keys of its own, not ${Array.isArray(found) ? 'a list' : 'a single value'}`,
    hint:
      meant !== undefined
        ? `write ${meant}: ${found as string} below ${name}`
        : keys.length > 0
          ? `keys here: ${keys.join(', ')}`
          : 'write key: value, each on a line of its own',
  }
}

/** The name of what a path is about; for an item, that of its list rather than its position. */
const nameAt = (path: Path) => path.findLast((key) => typeof key === 'string') ?? 'this file'

/** For a plain value in a list of maps: writes it after the first required key that accepts it. */
function itemHint(schema: z.ZodType, path: Path, found: string): string | undefined {
  const keys = keysOf(schemaAt(schema, path)) ?? []
  const itself = schemaAt(schema, path)
  const required = keys.filter((key) => isRequired(itself, key))
  const key =
    required.find((it) => takes(schema, [...path, it], found)) ??
    required[0] ??
    metaAt(schema, path.slice(0, -1))?.identity?.[0]
  if (key === undefined || found.trim() === '') return undefined
  const isId = metaAt(schema, [...path, key])?.json['pattern'] === ID.source
  const line = found.trim().split('\n')[0]!
  return `write - ${key}: ${isId && !ID.test(line) ? slug(line) : line}`
}

/** Is this one of the values that the field at a path allows? */
function allows(schema: z.ZodType, path: Path, found: string): boolean {
  const values = metaAt(schema, path)?.json['enum']
  return Array.isArray(values) && values.includes(found)
}

/** Writes the key that was probably meant, which only a person can confirm. */
const keyFix = (path: Path, meant: string | undefined): { fix?: Fix } =>
  meant === undefined
    ? {}
    : { fix: { title: `write ${meant}`, safe: false, edits: [{ op: 'rename-key', path, key: meant }] } }

/** For a single value in place of a list (perhaps several in one), and money in words in place of its fields. */
function shapeFix(schema: z.ZodType, path: Path, found: Plain, linesAt: LinesAt): { fix?: Fix } {
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
