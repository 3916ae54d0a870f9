/** What is wrong with an organisation's own style sheet, and on which line. */
export interface StyleSheetProblem {
  readonly line: number
  readonly message: string
  readonly hint: string
}

/** What would end the style of a page, or load something from elsewhere; a picture or font within the text is neither. */
const REFUSED: readonly (readonly [form: RegExp, message: string, hint: string])[] = [
  [/<\s*\/|<!--/, 'the style sheet holds a mark of HTML', 'take it out: a style sheet holds rules of style only'],
  [
    /@import/i,
    'the style sheet imports another one',
    'copy its rules into the file: a paper loads nothing from elsewhere',
  ],
  [
    /\b(?:url|src)\(\s*(?!\s*["']?\s*data:)/i,
    'the style sheet loads something from elsewhere',
    'write it as url(data:…), or take it out: a paper loads nothing from elsewhere',
  ],
  [
    /image-set\(/i,
    'the style sheet chooses among pictures with image-set()',
    'name one picture as url(data:…): a paper loads nothing from elsewhere',
  ],
]

/** Whether a style sheet may be a part of a page; comments and strings in it count, so that nothing can be hidden there. */
export function checkStyleSheet(css: string): StyleSheetProblem | undefined {
  const text = withoutEscapes(css)
  for (const [form, message, hint] of REFUSED) {
    const at = [css, text].map((it) => lineOf(it, form)).find((it) => it !== undefined)
    if (at !== undefined) return { line: at, message, hint }
  }
  return undefined
}

function lineOf(text: string, form: RegExp): number | undefined {
  const at = text.search(form)
  return at === -1 ? undefined : text.slice(0, at).split('\n').length
}

/** The letters that escapes mean (`\75 rl(` is `url(`), with the one space or line end after them, which CSS swallows. */
const withoutEscapes = (css: string) =>
  css.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|([^\n]))/gi,
    (_, code: string | undefined, sign: string | undefined) =>
      code === undefined ? sign! : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )

/** A text as a string of a style sheet; whatever could end it is written as a code. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{M}\p{N} .,:;–—·()’/-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
