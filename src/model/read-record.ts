import type * as z from 'zod'
import { decode } from '../document/decode.js'
import { entryOf, type MapNode, type Path, type Losses } from '../document/node.js'
import { checkSchema } from './check-schema.js'
import { readInDayOrder, type DayOrder } from './day-order.js'
import { isPlace } from './place.js'
import { pathsOf, toPlain, type Plain } from './plain.js'
import type { Problem } from './fix.js'
import { quickRecord } from './quick-record.js'
import { readTree, type ExplainSyntax, type RecordSource } from './read-tree.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { SCHEMA_VERSION } from './settings.js'
import { linesIn } from './text-lines.js'
import { spellingsOf, type Spelling } from './spellings.js'

/** The result of reading a file's bytes: plain data that is never changed. */
export interface ReadRecord {
  /** The typed values in the shape of the file; undefined when nothing could be read. */
  readonly data: unknown
  readonly problems: readonly Problem[]
  /** Paths that were left out; an empty path means the whole record. */
  readonly lost: readonly Path[]
  /** False when a value did not fit or something was lost. */
  readonly isWhole: boolean
  readonly spellings: readonly Spelling[]
}

interface HowToRead {
  readonly explain?: ExplainSyntax | undefined
  /** How the register reads days in numbers; register.yaml itself has its own. */
  readonly dayOrder?: DayOrder
  /** Is the quick reader left out? The record is the same. */
  readonly isCareful?: boolean
}

/**
 * Reads a record: quickly, if it is written plainly and nothing is wrong with it, or else carefully.
 * @throws NewerSchema when the register was written for a later release
 */
export function readRecord(
  source: RecordSource,
  { explain, dayOrder, isCareful = false }: HowToRead = {},
): ReadRecord | 'needs-explaining' {
  const quick = isCareful ? undefined : quickRecord(source, dayOrder)
  if (quick === undefined) return readCarefully(source, explain, dayOrder)
  return { ...quick, problems: [], lost: [], isWhole: true }
}

/**
 * Reads whatever is written: text, tree, plain values, typed values.
 * @param dayOrder how the register reads days in numbers; register.yaml itself has its own
 * @throws NewerSchema when the register was written for a later release
 */
export function readCarefully(
  source: RecordSource,
  explain: ExplainSyntax | undefined,
  dayOrder?: DayOrder,
): ReadRecord | 'needs-explaining' {
  const tree = readTree(source, explain)
  if (tree === 'needs-explaining') return tree
  const { file, kind } = source
  const { root, problems, losses } = tree
  if (root === undefined) return { data: undefined, problems, lost: [[]], isWhole: false, spellings: [] }
  const before = problems.length
  const { schema, fallback } = RECORD_SCHEMAS[kind]
  const written = toPlain(file, root, problems)
  const order = kind === 'register' ? orderIn(written) : dayOrder
  const plain = readInDayOrder(order, schema, written)
  if (kind === 'register' || kind === 'baseline') refuseNewer(file, plain)
  // a key without a value is reported once, so that its fallback leads to no other finding
  const empty = problems.slice(before).flatMap(({ code, at }) => (code !== HIDDEN && isPlace(at) ? [at.path] : []))
  const linesAt = linesIn(root, () => decode(source.bytes).text)
  const cut = pathsOf(root, losses.truncated)
  const checked = checkSchema<unknown>(file, schema as z.ZodType, plain, { fallback, cut, linesAt }, problems)
  const lost = [...empty, ...pathsOf(root, losses.duplicated), ...furtherPaths(root, losses), ...checked.lost]
  const isWhole =
    losses.extraDocuments === undefined &&
    lost.length === 0 &&
    problems.slice(before).every(({ code }) => code === HIDDEN)
  return { data: checked.data, problems, lost, isWhole, spellings: spellingsOf(kind, root) }
}

/** A problem by which nothing of the value is lost. */
const HIDDEN = 'syntax/control-character'

const orderIn = (settings: Plain): DayOrder =>
  typeof settings === 'object' && !Array.isArray(settings) && settings['day-order'] === 'day-first'
    ? 'day-first'
    : undefined

/** The keys of further documents that the record itself does not have. */
const furtherPaths = (root: MapNode, { extraDocuments: further = [] }: Losses): Path[] =>
  further.filter((key) => entryOf(root, key) === undefined).map((key) => [key])

export class NewerSchema extends Error {
  constructor(
    readonly file: string,
    readonly version: number,
  ) {
    super(`${file} has schema: ${version}; this release knows schemas up to ${SCHEMA_VERSION}`)
  }
}

function refuseNewer(file: string, plain: Plain): void {
  const version = typeof plain === 'object' && !Array.isArray(plain) ? Number(plain['schema']) : Number.NaN
  if (Number.isInteger(version) && version > SCHEMA_VERSION) throw new NewerSchema(file, version)
}
