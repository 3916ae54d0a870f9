import { join } from 'node:path'
import { kindOf } from '../model/record-schemas.js'
import { UsageError } from '../model/usage-error.js'
import { bytesOf } from './read-files.js'
import { leadsOut } from './place-within.js'
import { isOfRegister } from './which-files.js'

/** The steps of a change of several files, written before the first of these is touched. */
export interface Journal {
  readonly schema: 1
  readonly steps: readonly Step[]
}

export interface Step {
  readonly path: string
  readonly to?: string
  /** Hash of its earlier bytes; null for a new file. */
  readonly before: string | null
  /** Its new bytes, as base64. */
  readonly after: string
}

/** Hidden, so that no reader takes it for a record. */
export const journalPath = (root: string): string => join(root, '.partners-change.json')

/** A change of ten thousand files has some 40 MB; anything longer than this could not be read as one string. */
export const MAX_JOURNAL_BYTES = 500 * 1024 * 1024

/** The text of the journal; undefined where there is none. @throws UsageError when it is not a file */
export const journalText = (root: string): string | undefined =>
  bytesOf(journalPath(root), MAX_JOURNAL_BYTES, LOOK)?.toString('utf8')

/** Is there an interrupted change? @throws UsageError as `stepsIn` */
export const isUnfinished = (root: string): boolean => stepsIn(root, journalText(root)).length > 0

/**
 * The steps in a journal's text. Anybody who can put a file into a register could write a journal, so it is not trusted: it
 * may only be about records of this register. An empty one has no steps.
 * @throws UsageError when it is not as partners writes it, or of another release
 */
export function stepsIn(root: string, text: string | undefined): readonly Step[] {
  if (text === undefined || text === '') return []
  const journal = parsed(text)
  if (typeof journal === 'object' && journal !== null && 'schema' in journal && journal.schema !== 1)
    throw new UsageError(
      `${journalPath(root)} was written by another release of partners`,
      'let that release complete its change, or look at git diff and delete it',
    )
  if (!isJournal(journal)) throw new UsageError(`${journalPath(root)} is not as partners writes it`, LOOK)
  for (const { path, to = path } of journal.steps)
    for (const it of [path, to])
      if (!isRecordPath(it) || leadsOut(root, it))
        throw new UsageError(`${journalPath(root)} refers to a file that is not a record of this register`, LOOK)
  return journal.steps
}

const LOOK = 'it describes an interrupted change; look at git diff, then delete it'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isJournal(it: unknown): it is Journal {
  const { schema, steps } = (typeof it === 'object' && it !== null ? it : {}) as Record<string, unknown>
  return schema === 1 && Array.isArray(steps) && steps.every(isStep)
}

function isStep(it: unknown): it is Step {
  if (typeof it !== 'object' || it === null) return false
  const { path, to = '', before, after } = it as Record<string, unknown>
  const isHash = before === null || (typeof before === 'string' && /^[0-9a-f]{64}$/.test(before))
  return typeof path === 'string' && typeof to === 'string' && isHash && isBase64(after)
}

/** Node accepts faulty base64, so the bytes are encoded again and compared. */
const isBase64 = (it: unknown) => typeof it === 'string' && Buffer.from(it, 'base64').toString('base64') === it

/** A relative path with / as separator, without `..` and hidden parts. */
const isRecordPath = (path: string) =>
  !/[\\:\0]|^\/|\/\/|\/$/.test(path) && isOfRegister(path) && kindOf(path) !== undefined
