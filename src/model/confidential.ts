import { clean } from './clean.js'
import { grouped } from './order.js'
import type { Partnership } from './partnership.js'

/** The partnerships that are marked as confidential, with all their parts. */
export function confidentialOf(partnerships: readonly Partnership[]): readonly Partnership[] {
  const partsOf = new Map(grouped(partnerships, (it) => it.parent ?? '').map((parts) => [parts[0]!.parent, parts]))
  const found = new Set(partnerships.filter((it) => it.confidential === true))
  // a set that grows while it is gone through
  for (const { id } of found) for (const part of partsOf.get(id) ?? []) found.add(part)
  return [...found]
}

/** The names of the partnerships that a text or markdown mentions by name or alias; each once. */
export function namesMentioned(text: string, partnerships: readonly Partnership[]): string[] {
  const plain = unmarked(text)
  const isMentioned = (name: string) => {
    const at = unmarked(name)
    return at !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(at)}(?![\\p{L}\\p{N}])`, 'u').test(plain)
  }
  return [
    ...new Set(
      partnerships.filter(({ name, aliases }) => [name, ...aliases].some(isMentioned)).map(({ name }) => name),
    ),
  ]
}

const unmarked = (text: string) => clean(text, { lines: true }).replaceAll('\\', '').replace(/\s+/g, ' ').trim()
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
