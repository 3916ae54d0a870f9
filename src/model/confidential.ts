import { clean } from './clean.js'
import type { Partnership } from './partnership.js'

/** What is marked as confidential, and all parts of it. */
export function confidentialOf(partnerships: readonly Partnership[]): readonly Partnership[] {
  const found = new Set(partnerships.filter((it) => it.confidential === true))
  for (let before = -1; before < found.size;) {
    before = found.size
    const ids = new Set([...found].map((it) => it.id))
    for (const it of partnerships) if (it.parent !== undefined && ids.has(it.parent)) found.add(it)
  }
  return [...found]
}

/** The names of those that a text (markdown, too) tells of by name or alias; each once. */
export function namesMentioned(text: string, partnerships: readonly Partnership[]): string[] {
  const plain = unmarked(text)
  const isCovered = (name: string) => {
    const at = unmarked(name)
    return at !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped(at)}(?![\\p{L}\\p{N}])`, 'u').test(plain)
  }
  return [
    ...new Set(partnerships.filter(({ name, aliases }) => [name, ...aliases].some(isCovered)).map(({ name }) => name)),
  ]
}

const unmarked = (text: string) => clean(text, { lines: true }).replaceAll('\\', '').replace(/\s+/g, ' ').trim()
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
