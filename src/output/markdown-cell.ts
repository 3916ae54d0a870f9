import { clean } from '../model/clean.js'

/** Text as a cell of a markdown table: nothing in it is markup, no address becomes a link, and nobody is notified. */
export function cell(text: string): string {
  return clean(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[<>&]/g, (sign) => ENTITIES[sign]!)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(MENTION, '@&#8288;')
    .replace(NUMBER, '#&#8288;')
    .trim()
}

/** A name after @ would notify somebody; a word joiner behind it is not seen, and makes it none. */
const MENTION = /(?<![\w.])@(?=\w)/g
/** A number after # would be a link to some other pull request. */
const NUMBER = /(?<![\w&])#(?=\d)/g
const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Text inside an HTML tag of markdown, such as `<summary>`, where no markdown is read. */
export const summaryText = (text: string): string =>
  clean(text)
    .replace(/[<>&]/g, (sign) => ENTITIES[sign]!)
    .replace(MENTION, '@&#8288;')
