/**
 * Control characters, among them the escape that begins terminal sequences, and characters that reorder text or are
 * invisible; without the joiners that scripts and emoji need.
 */
// oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g

/** What makes a line a command to a CI runner, wherever the line is wrapped: `::error::`, `##[error]`. A blank stops it. */
const CI_COMMAND = /:(?=:[a-z-]+(?:\s[^:]*)?::)|#(?=#(?:vso)?\[)/gi

/**
 * Text of a register made safe to show: what a terminal, page or annotation could take for a command becomes visible.
 * @param lines keeps line breaks; otherwise they become spaces
 */
export function clean(text: string, { lines = false } = {}): string {
  return text.replace(CI_COMMAND, '$& ').replace(UNSAFE, (character) => {
    if (character === '\n') return lines ? '\n' : ' '
    if (character === '\t' || character === '\r') return ' '
    return `<U+${hex(character).toUpperCase()}>`
  })
}

/** A value as JSON with line breaks; unsafe characters are escaped, so no text changes. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(UNSAFE, (character) => (character === '\n' ? '\n' : `\\u${hex(character)}`))
    .replaceAll('##[', '#\\u0023[')}\n`

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0')

/** Text without unsafe characters, to be written to a file; line breaks stay, tabs become blanks. */
export const withoutHidden = (text: string): string =>
  text.replace(UNSAFE, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
