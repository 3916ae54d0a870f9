/**
 * Control characters, the escape that begins terminal sequences, what reorders text, and what is not seen at all; not the
 * joiners that scripts and emoji need.
 */
// oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g

/**
 * What makes a line a command to the runner of CI, wherever it is wrapped: `::error::`, `::add-mask::`, `##[error]`. A
 * blank in it makes it none.
 */
const OF_CI = /:(?=:[a-z-]+(?:\s[^:]*)?::)|#(?=#(?:vso)?\[)/gi

/**
 * Text of a register as it may be shown: what a terminal, page or annotation could take for a command becomes visible.
 * @param lines keeps line breaks; otherwise they become spaces
 */
export function clean(text: string, { lines = false } = {}): string {
  return text.replace(OF_CI, '$& ').replace(UNSAFE, (character) => {
    if (character === '\n') return lines ? '\n' : ' '
    if (character === '\t' || character === '\r') return ' '
    return `<U+${hex(character).toUpperCase()}>`
  })
}

/** A value as JSON with line breaks: its texts stay what they are, and show a terminal none of those characters. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(UNSAFE, (character) => (character === '\n' ? '\n' : `\\u${hex(character)}`))
    .replaceAll('##[', '#\\u0023[')}\n`

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0')

/** Text without such characters, to be kept in a file; line breaks stay, tabs become blanks. */
export const withoutHidden = (text: string): string =>
  text.replace(UNSAFE, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
