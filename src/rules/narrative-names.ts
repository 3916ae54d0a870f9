import { at, type Place } from '../model/place.js'
import type { Register } from '../model/register.js'

/** Several capitalised words that end in a word for a body: most likely the name of a partnership. */
const NAME =
  /\b[A-Z][\w’'-]+(?: (?:(?:of|and|for|the|with) )?[A-Z][\w’'-]+)* (?:Partnership|Alliance|Network|Collaborative|Care System|Joint Venture)\b/g

/** Names in updates’ sections that look like those of partnerships. */
export function* capitalisedNames({ updates }: Register): Iterable<{ at: Place; name: string }> {
  for (const update of updates) {
    for (const [index, { text }] of update.sections.entries()) {
      for (const match of text?.matchAll(NAME) ?? []) {
        yield {
          at: {
            ...at(update, 'sections', index, 'text'),
            within: { start: match.index, end: match.index + match[0].length },
          },
          name: match[0].replace(/^(?:The|A|An) /, ''),
        }
      }
    }
  }
}

/** Every name that the register knows, in small letters. */
export function namesOf({ partnerships, organisations, settings }: Register): string[] {
  const records = [...partnerships, ...organisations].flatMap((it) => [it.name, ...it.aliases])
  const titles = [...settings.standards.map((it) => it.title ?? ''), ...settings.bodies.map((it) => it.name)]
  return [...records, ...titles].map((it) => it.toLowerCase())
}
