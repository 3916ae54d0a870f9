import { encodeLike } from '../document/decode.js'
import { Lines } from '../document/node.js'
import { layOut } from '../model/layout.js'
import { kindOf } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { counted } from '../model/words.js'
import type { Change } from './change.js'

/** The files of the register's own folder that are laid out differently, and those that cannot be laid out. */
export function layouts({ files, policies }: Register) {
  const inherited = new Set(policies.slice(1).map((it) => it.file))
  const changed: { file: string; bytes: Uint8Array }[] = []
  const refused: { file: string; message: string }[] = []
  for (const { file, bytes, text } of files.values()) {
    const kind = kindOf(file)
    if (bytes === undefined || kind === undefined || inherited.has(file)) continue
    const result = layOut({ file, bytes, kind })
    if ('message' in result) {
      const { line } = new Lines(text).position(result.at.start)
      refused.push({ file, message: `line ${line}: ${result.message}${result.hint ? `; ${result.hint}` : ''}` })
    } else if (result.isChanged) changed.push({ file, bytes: encodeLike(result.text, bytes) })
  }
  return { changed, refused }
}

/**
 * Lays out every file; one that cannot be laid out stays as it is, and is reported.
 * @param printed a file of the register as it is shown
 */
export function layoutChange(register: Register, printed: (file: string) => string): Change {
  const { changed, refused } = layouts(register)
  return {
    edits: [],
    rewritten: new Map(changed.map(({ file, bytes }) => [file, bytes])),
    sentence: `${counted(changed.length, 'file')} ${changed.length === 1 ? 'is' : 'are'} laid out again: the same values and comments, in their order`,
    nothing: `Every ${refused.length === 0 ? '' : 'other '}file is laid out in the order of the catalogue already`,
    notes: refused.map(({ file, message }) => `${printed(file)} is left as it is: ${message}`),
  }
}
