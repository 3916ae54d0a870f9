import { strFromU8, unzipSync } from 'fflate'
import type { WordStyles } from '../house.js'

/** Why a file cannot give papers its styles, and what to do about it. */
export interface StyleProblem {
  readonly message: string
  readonly hint: string
}

export const MAX_STYLE_BYTES = 10 * 1024 * 1024
/** A part of a Word file that is larger, once unpacked, is no styles. */
const MAX_PART_BYTES = 5 * 1024 * 1024
const AS_DOCX = 'open it in Word, and save it as a Word document (.docx) or template (.dotx)'

/** The styles and theme of an organisation's own Word file; nothing else of it gets into a paper. */
export function readWordStyles(bytes: Uint8Array): WordStyles | StyleProblem {
  const parts = partsOf(bytes)
  if (parts === undefined) return { message: 'is no Word file', hint: AS_DOCX }
  if ('message' in parts) return parts
  const { names, texts } = parts
  const types = texts.get('[Content_Types].xml') ?? ''
  if (!types.includes('wordprocessingml')) return { message: 'is no Word file', hint: AS_DOCX }
  if (/macroEnabled|vbaProject/.test(types) || names.some((it) => /vbaProject/i.test(it)))
    return { message: 'holds macros', hint: 'save it without them, as .docx or .dotx' }
  const outside = [...texts].find(
    ([name, text]) => name.endsWith('.rels') && /TargetMode\s*=\s*["']External/i.test(text),
  )
  if (outside !== undefined) {
    const target = /<Relationship\b(?=[^>]*TargetMode)[^>]*?\bTarget\s*=\s*["']([^"']*)/.exec(outside[1])?.[1] ?? ''
    const hint = 'take out links, linked pictures and an attached template, and save it again'
    return { message: `refers to something outside: ${target.slice(0, 120)}`, hint }
  }
  const styles = texts.get('word/styles.xml')
  if (styles === undefined || !/<w:style\b/.test(styles))
    return { message: 'holds no styles', hint: 'save it again in Word; its headings and text need styles' }
  if (!isSound(styles, 'w:styles')) return { message: 'has styles that cannot be read', hint: AS_DOCX }
  const theme = texts.get('word/theme/theme1.xml')
  return {
    styles: withoutNumbering(styles),
    theme: theme !== undefined && isSound(theme, 'a:theme') ? theme : undefined,
  }
}

interface Parts {
  readonly names: readonly string[]
  /** Of the parts that are looked at. */
  readonly texts: ReadonlyMap<string, string>
}

/** The parts of a file; undefined where it is no zip. */
function partsOf(bytes: Uint8Array): Parts | StyleProblem | undefined {
  const names: string[] = []
  let tooLarge: string | undefined
  let inside = 0
  const isRead = (name: string) =>
    /^(?:\[Content_Types\]\.xml|word\/styles\.xml|word\/theme\/theme1\.xml)$|\.rels$/.test(name)
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (!isRead(name)) return false
        // many parts of a size that is allowed are too large together
        inside += originalSize
        if (originalSize > MAX_PART_BYTES || inside > 2 * MAX_PART_BYTES) tooLarge ??= name
        return tooLarge === undefined
      },
    })
    if (tooLarge !== undefined)
      return { message: `is too large inside (${tooLarge})`, hint: 'save it again with the styles that papers use' }
    return { names, texts: new Map(Object.entries(read).map(([name, it]) => [name, strFromU8(it)])) }
  } catch {
    return undefined
  }
}

/** Is a text one element of a name, with every tag closed, and no entities of its own? */
function isSound(xml: string, root: string): boolean {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) return false
  const text = xml.replace(/^\uFEFF/, '').replace(/<\?[^]*?\?>|<!--[^]*?-->/g, '')
  const open: string[] = []
  let end = 0
  let roots = 0
  for (const tag of text.matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g)) {
    if (/[<>]/.test(text.slice(end, tag.index)) || (open.length === 0 && text.slice(end, tag.index).trim() !== ''))
      return false
    const [whole, closes, name, , isEmpty] = tag
    end = tag.index + whole.length
    if (closes !== '' ? open.pop() !== name : open.length === 0 && (roots++ > 0 || name !== root)) return false
    if (closes === '' && isEmpty === '') open.push(name!)
  }
  return roots === 1 && open.length === 0 && text.slice(end).trim() === ''
}

/** Numbers of headings are kept in another part of the file, and papers number theirs themselves; their language is ours. */
const withoutNumbering = (styles: string) =>
  styles.replace(/<w:numPr>[^]*?<\/w:numPr>|<w:numPr\/>/g, '').replace(/(<w:lang\b[^>]*?\bw:val=")[^"]*/g, '$1en-GB')
