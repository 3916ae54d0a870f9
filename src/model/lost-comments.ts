import { commentsOf } from '../document/layout.js'
import { rawText } from '../document/decode.js'
import { yamlOf } from '../document/markdown.js'

/** The comments of a record that an edit removes, without their signs. */
export function lostComments(file: string, before: Uint8Array, after: Uint8Array): string[] {
  const left = commentsIn(file, after)
  return commentsIn(file, before).flatMap((comment) => {
    const index = left.indexOf(comment)
    if (index !== -1) left.splice(index, 1)
    const words = comment.replace(/^#+\s*/, '')
    return index === -1 && words !== '' && comment.startsWith('#') ? [words] : []
  })
}

function commentsIn(file: string, bytes: Uint8Array) {
  const text = rawText(bytes)
  const { start, end } = yamlOf(file, text)
  return commentsOf(text.slice(start, end))
}
