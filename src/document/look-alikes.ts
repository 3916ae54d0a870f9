import type { SyntaxProblem } from './node.js'

/** Characters that look like a space, or like nothing, and what each is called. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00A0': 'a no-break space',
  '\u2007': 'a figure space',
  '\u202F': 'a narrow no-break space',
  '\u3000': 'a full-width space',
  '\u200B': 'a zero-width space',
  '\u2060': 'a word joiner',
  '\uFEFF': 'a byte order mark',
  '\uFF1A': 'a full-width colon',
}
const BLANKS = '\u00A0\u2007\u202F\u3000'

/** Where a space has a meaning in YAML: at the beginning of a line, after its dashes, and after the colon of a key. */
const STRUCTURE = new RegExp(`^[ ${BLANKS}]*(?:-[ ${BLANKS}]+)*(?:[A-Za-z][\\w-]*:(?:[ ${BLANKS}]+|$))?`)
const BLANK = new RegExp(`[${BLANKS}]`)
const ALL_BLANKS = new RegExp(BLANK, 'g')
/** Invisible characters, and a character after a key that only looks like a colon. */
const ELSEWHERE = /[\u200B\u2060\uFEFF]|(?<=^\s*(?:- +)*[A-Za-z][\w-]*)\uFF1A/
/** The end of a line with a text below it, in lines that are indented further. */
const BLOCK = /(?:^|[:\s-])[|>][-+\d]*\s*(?:#.*)?$/

interface Plainer {
  readonly text: string
  readonly problems: readonly SyntaxProblem[]
}

/**
 * Reports characters that look like others, once per line. Where a space has a meaning in YAML, no-break spaces become
 * spaces; inside a value they stay. All places stay the same.
 */
export function withoutLookAlikes(text: string, from = 0, to = text.length): Plainer {
  const problems: SyntaxProblem[] = []
  if (text.search(ANY) === -1) return { text, problems }
  let start = from
  let block: number | undefined // the indent of the line that has a text below it
  const lines = text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const plain = line.replace(STRUCTURE, (written) => written.replace(ALL_BLANKS, ' '))
      const indent = /^ */.exec(plain)![0].length
      const isText = block !== undefined && (plain.trim() === '' || indent > block)
      if (!isText) {
        const at = line === plain ? line.search(ELSEWHERE) : line.search(BLANK)
        if (at !== -1) problems.push(problemAt(text, start + at))
        block = BLOCK.test(plain.trimEnd()) ? indent : undefined
      }
      start += line.length + 1
      return isText ? line : plain
    })
  return { text: text.slice(0, from) + lines.join('\n') + text.slice(to), problems }
}

const ANY = new RegExp(`[${Object.keys(NAMES).join('')}]`)

function problemAt(text: string, start: number): SyntaxProblem {
  const character = text[start]!
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const fix =
    character === '\uFF1A' ? 'write a plain colon and a space' : BLANK.test(character) ? 'write a space' : 'delete it'
  return {
    code: 'syntax/look-alike',
    start,
    end: start + 1,
    message: `${NAMES[character]!} (U+${code}) is used here`,
    hint: `${fix}; it often comes with text pasted from a word processor or a web page`,
  }
}

/** A text in the form in which it is compared: one form of letters with marks, blanks as spaces, nothing invisible. */
export const inOneForm = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/[\u200B\u2060\uFEFF]/g, '')
        .replace(ALL_BLANKS, ' ')
const PLAIN = /^[\n -~]*$/
