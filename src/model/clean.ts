/** Control characters, the escape that begins terminal sequences, and what reorders text. */
// oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/g

/**
 * Text of a register as it may be shown: what a terminal, page or annotation could take for a command becomes visible.
 * @param lines keeps line breaks; otherwise they become spaces
 */
export function clean(text: string, { lines = false } = {}): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\n') return lines ? '\n' : ' '
    if (character === '\t' || character === '\r') return ' '
    return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** Text without such characters, to be kept in a file; line breaks stay, tabs become blanks. */
export const withoutHidden = (text: string): string =>
  text.replace(UNSAFE, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
