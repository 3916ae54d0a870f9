import { Lines } from '../document/node.js'
import { isPlace, type At } from '../model/place.js'
import type { Register } from '../model/register.js'
import { spanOf } from '../model/span.js'
import { UsageError } from '../model/usage-error.js'

/** The first syntax error of a file, which is then not changed; undefined if it has none. */
export function syntaxFault(register: Register, file: string): UsageError | undefined {
  const fault = register.files
    .get(file)
    ?.problems.find(({ code }) => /^(?:syntax|file)\//.test(code) && !HARMLESS.includes(code))
  if (fault === undefined) return undefined
  return new UsageError(
    `${formatPosition(register, fault.at)}: ${fault.message} (${fault.code}); a file with such an error is not changed`,
    fault.hint,
  )
}

/** Errors that leave every value readable. */
const HARMLESS = ['syntax/misread', 'syntax/control-character', 'syntax/comment-in-value']

function formatPosition({ files }: Register, at: At): string {
  const read = files.get(at.file)
  if (read === undefined) return at.file
  const { line, column } = new Lines(read.text).position(isPlace(at) ? spanOf(read.root, at).start : at.start)
  return `${at.file}:${line}:${column}`
}
