import { Lines } from '../document/lines.js'
import { editedBytes, newRecordText } from '../model/edit-record.js'
import { isPlace, type At } from '../model/place.js'
import type { Problem } from '../model/problem.js'
import { kindOf } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { spanOf } from '../model/span.js'
import { UsageError } from '../model/usage-error.js'
import type { FileChange } from '../source/write-register.js'
import type { Change } from './change.js'

/**
 * What a change makes of the files of a register, in the order of their paths.
 * @throws UsageError where a file has syntax errors, with the first of them, or is laid out so that it cannot be edited
 */
export function stagedFiles(
  register: Register,
  { edits, created = [], moved = [], rewritten = new Map() }: Change,
): FileChange[] {
  const files = [...new Set([...edits.map((it) => it.file), ...moved.map((it) => it.from)])].sort()
  const changed = files.flatMap((file): FileChange[] => {
    const before = bytesOf(register, file)
    const own = edits.filter((it) => it.file === file)
    const after = editedBytes({ file, bytes: before, kind: kindOf(file)! }, own)
    const to = moved.find((it) => it.from === file)?.to
    const isSame = to === undefined && Buffer.from(before).equals(after)
    return isSame ? [] : [{ path: file, before, after, ...(to !== undefined && { to }) }]
  })
  const fresh = created.map(({ file, value }): FileChange => {
    const text = newRecordText(kindOf(file)!, value)
    return { path: file, before: undefined, after: new TextEncoder().encode(text) }
  })
  const anew = [...rewritten].map(([path, after]): FileChange => ({ path, before: bytesOf(register, path), after }))
  return [...changed, ...anew, ...fresh]
}

function bytesOf(register: Register, file: string): Uint8Array {
  const read = register.files.get(file)
  const fault = read?.problems.find(({ code }) => /^(?:syntax|file)\//.test(code) && !READ_ALL_THE_SAME.includes(code))
  if (fault !== undefined)
    throw new UsageError(
      `${sayAt(register, fault.at)}: ${fault.message} (${fault.code}); a file with such an error is not changed`,
      fault.hint,
    )
  if (read?.bytes === undefined) throw new UsageError(`${file} could not be read, so it is not changed`)
  return read.bytes
}

/** What keeps every value readable, and stays as it is. */
const READ_ALL_THE_SAME = ['syntax/misread', 'syntax/control-character', 'syntax/comment-in-value']

function sayAt({ files }: Register, at: At): string {
  const read = files.get(at.file)
  if (read === undefined) return at.file
  const { line, column } = new Lines(read.text).position(isPlace(at) ? spanOf(read.root, at).start : at.start)
  return `${at.file}:${line}:${column}`
}

/**
 * What the reader meets in the changed files that it did not meet before: a value that its field does not allow.
 * @throws UsageError with the first of it
 */
export function refuseNewTrouble(before: Register, after: Register, changes: readonly FileChange[]): void {
  for (const { path, to = path } of changes) {
    const known = new Set((before.files.get(path)?.problems ?? []).map(words))
    const [fresh] = (after.files.get(to)?.problems ?? []).filter((it) => !known.has(words(it)))
    if (fresh !== undefined) throw new UsageError(`${fresh.message}, so nothing was written`, fresh.hint)
  }
}

const words = ({ code, message }: Problem) => `${code}\n${message}`
