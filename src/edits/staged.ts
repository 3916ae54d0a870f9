import { editedBytes, newRecordText } from '../model/edit-record.js'
import type { Problem } from '../model/fix.js'
import { kindOf } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { FileChange } from '../source/write-register.js'
import type { Change } from './change.js'
import { syntaxFault } from './syntax-fault.js'

/**
 * The files of a register as a change leaves them, in the order of their paths.
 * @throws UsageError if a file has syntax errors, with the first of them, or a layout that cannot be edited
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
    return isSame ? [] : [{ path: file, before, after, to }]
  })
  const fresh = created.map(({ file, value }) => {
    const after = new TextEncoder().encode(newRecordText(kindOf(file)!, value))
    return { path: file, before: undefined, after }
  })
  const replaced = [...rewritten].map(([path, after]): FileChange => ({ path, before: bytesOf(register, path), after }))
  return [...changed, ...replaced, ...fresh]
}

function bytesOf(register: Register, file: string): Uint8Array {
  const read = register.files.get(file)
  const fault = syntaxFault(register, file)
  if (fault !== undefined) throw fault
  if (read?.bytes === undefined) throw new UsageError(`${file} could not be read, so it is not changed`)
  return read.bytes
}

/**
 * @throws UsageError if reading the changed files gives a new problem, such as a value that its field does not allow
 */
export function refuseNewProblems(before: Register, after: Register, changes: readonly FileChange[]): void {
  for (const { path, to = path } of changes) {
    const known = new Set((before.files.get(path)?.problems ?? []).map(words))
    const [fresh] = (after.files.get(to)?.problems ?? []).filter((it) => !known.has(words(it)))
    if (fresh !== undefined) throw new UsageError(`${fresh.message}, so nothing was written`, fresh.hint)
  }
}

const words = ({ code, message }: Problem) => `${code}\n${message}`
