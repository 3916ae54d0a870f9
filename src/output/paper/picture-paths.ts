import MarkdownIt from 'markdown-it'

/** The files of the register that a paper places as pictures (`![words](path)`), each once; addresses are none. */
export function picturePaths(markdown: string): string[] {
  if (!markdown.includes('![')) return []
  const blocks = new MarkdownIt({ html: false }).parse(markdown, {})
  const pictures = blocks.flatMap((it) => it.children ?? []).filter((it) => it.type === 'image')
  const paths = pictures.map((it) => decoded(String(it.attrGet('src'))))
  return [...new Set(paths)].filter((it) => it !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(it))
}

/** A path as it was written: markdown writes blanks and other letters as codes. */
export function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
