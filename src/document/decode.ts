import { type SyntaxProblem, lineEnd } from './node.js'

/** Bytes of a file as text, and what is wrong with them. */
interface Decoded {
  readonly text: string
  readonly readable: boolean
  readonly problems: SyntaxProblem[]
}

/** Control characters except tab, line feed and carriage return, and characters that reorder text. */
// oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
const UNWANTED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * Reads bytes as UTF-8 (a byte order mark is taken off). Control characters and direction overrides become spaces of
 * the same length, so that the rest of the file is still read, and each line that has some is reported once.
 */
export function decode(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const problem = { code: 'syntax/encoding', start: 0, end: 0, message: 'this file is UTF-16, not UTF-8' }
    return { text: '', readable: false, problems: [{ ...problem, hint: SAVE_AS_UTF8 }] }
  }
  const exact = exactly(bytes)
  const text = exact ?? LENIENT.decode(bytes)
  const problems: SyntaxProblem[] = []
  if (exact === undefined) {
    const start = text.indexOf('\uFFFD')
    problems.push({
      code: 'syntax/encoding',
      start,
      end: start + 1,
      message: 'this file is not UTF-8: the bytes here are not a character',
      hint: SAVE_AS_UTF8,
    })
  }
  return {
    text: blankUnwanted(text, problems),
    readable: problems.every((it) => it.code !== 'syntax/encoding'),
    problems,
  }
}

const SAVE_AS_UTF8 = 'save the file as UTF-8 (in most editors: “Save with encoding”), then look at its accented letters'

/** The text of bytes, with the characters that `decode` replaces by spaces; places are the same. */
export const rawText = (bytes: Uint8Array): string => LENIENT.decode(bytes)

/** An edited text as bytes, with the byte order mark that its file had. */
export function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const hasMark = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf
  return new TextEncoder().encode(hasMark ? `\uFEFF${text}` : text)
}

// made once, as making one takes longer than decoding some dozens of lines
const LENIENT = new TextDecoder('utf-8')
const STRICT = new TextDecoder('utf-8', { fatal: true })

function exactly(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes)
  } catch {
    return undefined
  }
}

function blankUnwanted(text: string, problems: SyntaxProblem[]): string {
  if (text.search(UNWANTED) === -1) return text
  let reportedUntil = -1
  return text.replace(UNWANTED, (character, start: number) => {
    if (start > reportedUntil) {
      const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      problems.push({
        code: 'syntax/control-character',
        start,
        end: start + 1,
        message: `there is an invisible control character (${name}) here`,
        hint: 'delete it; it often comes with text pasted from a PDF, a terminal or a mail',
      })
      reportedUntil = lineEnd(text, start)
    }
    return ' '
  })
}
