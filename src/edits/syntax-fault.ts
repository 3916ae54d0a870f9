import { Lines } from '../document/lines.js'
import { isPlace, type At } from '../model/place.js'
import type { Register } from '../model/register.js'
import { spanOf } from '../model/span.js'
import { UsageError } from '../model/usage-error.js'

/** Why a file is not changed: the first thing that keeps it from being read as it stands; undefined where nothing does. */
export function syntaxFault(register: Register, file: string): UsageError | undefined {
  const fault = register.files
    .get(file)
    ?.problems.find(({ code }) => /^(?:syntax|file)\//.test(code) && !READ_ALL_THE_SAME.includes(code))
  if (fault === undefined) return undefined
  return new UsageError(
    `${formatPosition(register, fault.at)}: ${fault.message} (${fault.code}); a file with such an error is not changed`,
    fault.hint,
  )
}

/** What keeps every value readable, and stays as it is. */
const READ_ALL_THE_SAME = ['syntax/misread', 'syntax/control-character', 'syntax/comment-in-value']

function formatPosition({ files }: Register, at: At): string {
  const read = files.get(at.file)
  if (read === undefined) return at.file
  const { line, column } = new Lines(read.text).position(isPlace(at) ? spanOf(read.root, at).start : at.start)
  return `${at.file}:${line}:${column}`
}
