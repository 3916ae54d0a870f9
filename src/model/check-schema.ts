import type * as z from 'zod'
import type { Path, PathKey } from '../document/node.js'
import { fieldMeta } from './field.js'
import { fixOf, type Fix, type Correction } from './fix.js'
import { moneyError } from './field-errors.js'
import { ID, slug } from './id.js'
import type { At } from './place.js'
import { meantKey } from './meant-key.js'
import type { Plain } from './plain.js'
import type { Problem } from './problem.js'
import { withoutBullet, type LinesAt } from './text-lines.js'
import { isRequired, keysOf, metaAt, schemaAt } from './schema-walk.js'

/** A record's typed data, with what could not be read taken out; `lost` names the places of that. */
export interface Checked<T> {
  readonly data: T
  readonly lost: readonly Path[]
}

/** How a record is read in spite of its mistakes. */
interface RecoveryOptions {
  /** Stands in for what a record must have. */
  readonly fallback: Record<string, Plain>
  /** Values that syntax cut off: what is left of them was told, and is not what was meant. */
  readonly cut: readonly Path[]
  readonly linesAt: LinesAt
}

/**
 * Gives plain values their types. What does not fit is told, taken out and the rest is read all the same, so that one
 * mistake hides neither the next nor the findings of other rules.
 */
export function checkSchema<T>(
  file: string,
  schema: z.ZodType<T>,
  input: Plain,
  { fallback, cut, linesAt }: RecoveryOptions,
  problems: Problem[],
): Checked<T> {
  const plain = typeof input === 'object' && !Array.isArray(input) ? input : {}
  const takeOut = (path: Path) => (emptied(schema, plain, path) ? path : remove(plain, path, fallback))
  const lost: Path[] = cut.map(takeOut)
  for (let round = 0; round < 8; round++) {
    const result = schema.safeParse(plain, WITHOUT_COMPILING)
    if (result.success) return { data: result.data, lost }
    const { issues } = result.error
    // all are told before any is taken out: a list goes as a whole, and the next message is about what stood in it
    const meant = issues.flatMap((issue) => intendedKeys(schema, issue))
    const told = round === 0 ? placesAround([...cut, ...meant]) : undefined
    if (told !== undefined)
      reportError(
        problems,
        issues.flatMap((issue) =>
          isAlreadyReported(issue, plain, told) ? [] : problemsOf({ file, schema, plain, linesAt }, issue),
        ),
      )
    const outs = issues.flatMap((issue) => pathsToRemove(plain, issue))
    // one by one: as many as a hostile file can have are more than a call takes arguments
    for (const it of meant) lost.push(it)
    for (const it of outs) lost.push(takeOut(it))
  }
  throw new Error(`${file} cannot be read even without its mistakes`)
}

/** Is it only that a value is missing which was cut off, or stands under a misspelt key? That is told. */
const isAlreadyReported = ({ path }: Issue, plain: Plain, told: ReadonlySet<string>) =>
  told.has(JSON.stringify(path)) && valueAt(plain, path as PathKey[]) === undefined

/** Paths, and those of all that they are in. */
const placesAround = (paths: readonly Path[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))))

/** A key that must be there and has no value is told once: that it is empty, with what may stand there. */
function reportError(problems: Problem[], found: readonly Problem[]): void {
  const empties = new Map(
    problems.flatMap(({ code, at }, index) => (code === 'schema/empty' ? [[formatPlace(at), index] as const] : [])),
  )
  for (const problem of found) {
    const empty = problem.code === 'schema/missing' ? empties.get(formatPlace(problem.at)) : undefined
    if (empty === undefined) problems.push(problem)
    else problems[empty] = { ...problems[empty]!, ...(problem.hint && { hint: problem.hint }) }
  }
}

const formatPlace = (at: At) => ('path' in at ? JSON.stringify([at.file, ...at.path]) : '')
/**
 * Compiling each schema to code pays from tens of thousands of records on, if at all: for 2,000 partnerships it made no
 * difference, for the dozen of the embedded register it was a sixth of the time of `validate`.
 */
const WITHOUT_COMPILING = { jitless: true }

type Issue = z.core.$ZodIssue
/** A misspelt key is told; that the key which was meant is missing is the same fact, and is not told again. */
function intendedKeys(schema: z.ZodType, issue: Issue): Path[] {
  if (issue.code !== 'unrecognized_keys') return []
  const path = issue.path as PathKey[]
  const known = keysOf(schemaAt(schema, path)) ?? []
  return issue.keys.flatMap((key) => {
    const meant = meantKey(key, known)
    return meant === undefined ? [] : [[...path, meant]]
  })
}

type PlainMap = { [key: string]: Plain }

/** The record that an issue is about. */
interface About {
  readonly file: string
  readonly schema: z.ZodType
  readonly plain: PlainMap
  readonly linesAt: LinesAt
}

function problemsOf({ file, schema, plain, linesAt }: About, issue: Issue): Problem[] {
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
      { at: on(path), ...wrongShape(schema, path, issue.expected, found), ...shapeFix(schema, path, found, linesAt) },
    ]
  }
  return [{ code: 'schema/type', at: on(path), message: issue.message }]
}

/** Is it about a key that must be there and is not? A field that reads anything, such as a condition, says so in words of its own. */
function isAbsent(schema: z.ZodType, { path }: Issue, plain: PlainMap): boolean {
  const key = path.at(-1)
  if (valueAt(plain, path as PathKey[]) !== undefined || typeof key !== 'string') return false
  return isRequired(schemaAt(schema, path.slice(0, -1) as PathKey[]), key)
}

/** A key that was probably meant; only a person can tell. */
const keyFix = (path: Path, meant: string | undefined): { fix?: Fix } =>
  meant === undefined
    ? {}
    : { fix: { title: `write ${meant}`, safe: false, edits: [{ op: 'rename-key', path, key: meant }] } }

/** A single value where a list of such stands (perhaps several in one), and money in words where its fields stand. */
function shapeFix(schema: z.ZodType, path: Path, found: Plain, linesAt: LinesAt): { fix?: Fix } {
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

function wrongShape(
  schema: z.ZodType,
  path: Path,
  expected: string,
  found: Plain,
): Pick<Problem, 'code' | 'message' | 'hint'> {
  const name = nameAt(path)
  if (expected === 'array') {
    return {
      code: 'schema/type',
      message: `${name} is not a list`,
      hint: 'write each item on a line of its own, beginning with a dash',
    }
  }
  if (expected === 'string') {
    return {
      code: 'schema/type',
      message: `${name} has ${Array.isArray(found) ? 'a list' : 'keys of its own'} where a single value was expected`,
      hint: 'write one value after the colon',
    }
  }
  const keys = keysOf(schemaAt(schema, path)) ?? []
  const item = typeof path.at(-1) === 'number' && typeof found === 'string' ? itemHint(schema, path, found) : undefined
  if (item !== undefined)
    return {
      code: 'schema/type',
      message: `${name} has a single value where an item with keys was expected`,
      hint: item,
    }
  if (keys.includes('amount') && typeof found === 'string') return { ...moneyError(found), code: 'schema/money' }
  const meant = typeof found === 'string' ? keys.find((key) => allows(schema, [...path, key], found)) : undefined
  return {
    code: 'schema/type',
    message: `${name} needs keys of its own, not ${Array.isArray(found) ? 'a list' : 'a single value'}`,
    hint:
      meant !== undefined
        ? `write ${meant}: ${found as string} below ${name}`
        : keys.length > 0
          ? `keys here: ${keys.join(', ')}`
          : 'write key: value, each on a line of its own',
  }
}

/** What a path is about in words: an item of a list has its list's name, never its bare position. */
const nameAt = (path: Path) => path.findLast((key) => typeof key === 'string') ?? 'this file'

/** A plain value where a list has maps: it is written after the first key that must be there and can take it. */
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

const takes = (schema: z.ZodType, path: Path, found: string) =>
  (schemaAt(schema, path) as z.ZodType | undefined)?.safeParse(found, WITHOUT_COMPILING).success === true

/** Is this one of the values that the field at a path allows? */
function allows(schema: z.ZodType, path: Path, found: string): boolean {
  const values = metaAt(schema, path)?.json['enum']
  return Array.isArray(values) && values.includes(found)
}

/** The paths of what an issue is about, to be taken out. */
function pathsToRemove(plain: PlainMap, issue: Issue): Path[] {
  const path = issue.path as PathKey[]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  const absent = valueAt(plain, path) === undefined
  return [absent && path.length > 1 ? path.slice(0, -1) : path]
}

/**
 * Empties an item of a list whose items need nothing, as partners do: its neighbours are read, in their true places. Those
 * of other lists could only be made up (a day, a type), and what is made up would be counted.
 */
function emptied(schema: z.ZodType, plain: PlainMap, path: Path): boolean {
  const [list, position] = [valueAt(plain, path.slice(0, -1)), path.at(-1)]
  if (!Array.isArray(list) || typeof position !== 'number') return false
  const item = schemaAt(schema, path)
  if (keysOf(item)?.some((key) => isRequired(item, key)) ?? true) return false
  list[position] = {}
  return true
}

/** Takes a value out; places of list items stay true, as any other list goes as a whole. */
function remove(plain: PlainMap, path: Path, fallback: Record<string, Plain>): Path {
  const list = path.findIndex((key, index) => typeof key === 'number' && index === path.length - 1)
  const target = list === -1 ? path : path.slice(0, list)
  const parent = valueAt(plain, target.slice(0, -1))
  const key = target.at(-1)
  if (key !== undefined && typeof parent === 'object') delete (parent as Record<PathKey, Plain>)[key]
  if (target.length === 1 && Object.hasOwn(fallback, key!)) plain[key as string] = fallback[key as string]!
  return target
}

function valueAt(plain: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = plain
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PathKey, Plain>)[key]
  }
  return value
}
