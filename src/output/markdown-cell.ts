import { clean } from '../model/clean.js'

/** Text as a cell of a markdown table: nothing in it is markup, no address becomes a link, and nobody is notified. */
export function cell(text: string): string {
  return clean(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[<>&]/g, (sign) => ENTITIES[sign]!)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/(?<![\w.])@(?=\w)/g, '@&#8288;') // a word joiner: unseen, and @name is no mention any more
    .trim()
}

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
