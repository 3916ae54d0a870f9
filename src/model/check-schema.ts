import type * as z from 'zod'
import type { Path, PathKey } from '../document/node.js'
import type { At } from './place.js'
import { meantKey } from './nearest.js'
import { valueAt, type Plain, type PlainMap } from './plain.js'
import type { Problem } from './fix.js'
import { problemsOf, type Issue } from './schema-messages.js'
import type { LinesAt } from './text-lines.js'
import { isRequired, keysOf, schemaAt, WITHOUT_COMPILING } from './schema-walk.js'

/** A record's typed data without what could not be read; `lost` has the paths that were removed. */
export interface Checked<T> {
  readonly data: T
  readonly lost: readonly Path[]
}

/** How a record with mistakes is still read. */
interface RecoveryOptions {
  /** Replaces required values that could not be read. */
  readonly fallback: Record<string, Plain>
  /** Values that syntax cut off, which is already reported: the rest of them is not what was meant. */
  readonly cut: readonly Path[]
  readonly linesAt: LinesAt
}

/** More rounds than any record needs, as each removal leads at most to a missing list or map around it. */
const MOST_ROUNDS = 8

/**
 * Gives plain values their types. What does not fit is reported and removed, and the rest is still read, so that one
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
  const takeOut = (path: Path) => (emptyItem(schema, plain, path) ? path : remove(plain, path, fallback))
  const lost: Path[] = cut.map(takeOut)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = schema.safeParse(plain, WITHOUT_COMPILING)
    if (result.success) return { data: result.data, lost }
    const { issues } = result.error
    const intended = issues.flatMap((issue) => intendedKeys(schema, issue))
    // all are reported before any is removed: a list goes as a whole, and the next message is about its content
    if (round === 0) {
      const reported = placesAround([...cut, ...intended])
      const fresh = issues.filter((issue) => !isAlreadyReported(issue, plain, reported))
      report(
        problems,
        fresh.flatMap((issue) => problemsOf({ file, schema, plain, linesAt }, issue)),
      )
    }
    const outs = issues.flatMap((issue) => pathsToRemove(plain, issue))
    // one by one, as a hostile file can have more of them than a call takes arguments
    for (const it of intended) lost.push(it)
    for (const it of outs) lost.push(takeOut(it))
  }
  throw new Error(`${file} cannot be read even without its mistakes`)
}

/** Is a value missing only because it was cut off or has a misspelt key, which is already reported? */
const isAlreadyReported = ({ path }: Issue, plain: Plain, reported: ReadonlySet<string>) =>
  reported.has(JSON.stringify(path)) && valueAt(plain, path as PathKey[]) === undefined

/** Paths, and those of everything that contains them. */
const placesAround = (paths: readonly Path[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))))

/** Adds problems. A required key without a value is reported once, as empty, with the hint for a missing one. */
function report(problems: Problem[], found: readonly Problem[]): void {
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

/** The keys that misspelt ones were meant to be; that these are missing is not reported as well. */
function intendedKeys(schema: z.ZodType, issue: Issue): Path[] {
  if (issue.code !== 'unrecognized_keys') return []
  const path = issue.path as PathKey[]
  const known = keysOf(schemaAt(schema, path)) ?? []
  return issue.keys.flatMap((key) => {
    const meant = meantKey(key, known)
    return meant === undefined ? [] : [[...path, meant]]
  })
}

/** The paths of the values that an issue is about. */
function pathsToRemove(plain: PlainMap, issue: Issue): Path[] {
  const path = issue.path as PathKey[]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  const absent = valueAt(plain, path) === undefined
  return [absent && path.length > 1 ? path.slice(0, -1) : path]
}

/**
 * Empties an item of a list whose items have no required keys, such as partners, so that its neighbours keep their places.
 * Items of other lists would need values that are made up (a day, a type), and these would be counted.
 */
function emptyItem(schema: z.ZodType, plain: PlainMap, path: Path): boolean {
  const [list, position] = [valueAt(plain, path.slice(0, -1)), path.at(-1)]
  if (!Array.isArray(list) || typeof position !== 'number') return false
  const item = schemaAt(schema, path)
  if (keysOf(item)?.some((key) => isRequired(item, key)) ?? true) return false
  list[position] = {}
  return true
}

/** Removes a value. Of an item, the whole list is removed, so that no other item changes its place. */
function remove(plain: PlainMap, path: Path, fallback: Record<string, Plain>): Path {
  const list = path.findIndex((key, index) => typeof key === 'number' && index === path.length - 1)
  const target = list === -1 ? path : path.slice(0, list)
  const parent = valueAt(plain, target.slice(0, -1))
  const key = target.at(-1)
  if (key !== undefined && typeof parent === 'object') delete (parent as Record<PathKey, Plain>)[key]
  if (target.length === 1 && Object.hasOwn(fallback, key!)) plain[key as string] = fallback[key as string]!
  return target
}
