import { commentsOf } from '../document/layout.js'
import { rawText } from '../document/decode.js'
import { cutMarkdown } from '../document/markdown.js'

/** The comments of a record that an edit of it takes out, without their signs. */
export function lostComments(file: string, before: Uint8Array, after: Uint8Array): string[] {
  const left = commentsIn(file, after)
  return commentsIn(file, before).flatMap((comment) => {
    const index = left.indexOf(comment)
    if (index !== -1) left.splice(index, 1)
    const words = comment.replace(/^#+\s*/, '')
    return index === -1 && words !== '' && comment.startsWith('#') ? [words] : []
  })
}

function commentsIn(file: string, bytes: Uint8Array): string[] {
  const text = rawText(bytes)
  const { start, end } = (file.endsWith('.md') ? cutMarkdown(text).frontMatter : undefined) ?? {
    start: 0,
    end: text.length,
  }
  return commentsOf(text.slice(start, end))
}
