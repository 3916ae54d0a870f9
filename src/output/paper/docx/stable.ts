import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { withBraces } from './text.js'

/** The first day that a zip can have, at noon, which is on that day in every time zone. */
const LONG_AGO = new Date(1980, 0, 2, 12)

/**
 * A Word file made the same each time: the library names links by chance, counts pictures on from the last file, and
 * writes the time of day.
 * @param day the day of the paper, `2019-04-30`
 */
export function stable(file: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(file)
  const names = new Names()
  const made: Zippable = {}
  for (const path of Object.keys(parts).sort(inOrder)) {
    const bytes = parts[path]!
    const isText = /\.(?:xml|rels)$/.test(path)
    made[path] = [isText ? strToU8(names.renamed(strFromU8(bytes), day)) : bytes, { mtime: LONG_AGO, level: 6 }]
  }
  return zipSync(made)
}

/** Word wants to find the types of the parts first. */
function inOrder(a: string, b: string): number {
  const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : path.endsWith('.rels') ? 2 : 1)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

/** Names of links in the order in which they are met; a text holds no markup, as its signs are escaped. */
class Names {
  readonly #links = new Map<string, string>()

  renamed(xml: string, day: string): string {
    let pictures = 0
    const marks = new Map<string, number>()
    const mark = (id: string) => marks.set(id, marks.get(id) ?? marks.size + 1).get(id)
    return withBraces(xml)
      .replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([\w-]+)/g,
        (_, before: string, id: string) => `${before}${mark(id)}`,
      )
      .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")\d+/g, (_, before: string) => `${before}${++pictures}`)
      .replace(
        /(<w:hyperlink\b[^>]*? r:id="|<Relationship\b[^>]*? Id=")(rId[\w-]{8,})(?=")/g,
        (_, before: string, id: string) => {
          return before + this.#link(id)
        },
      )
  }

  #link(id: string): string {
    const known = this.#links.get(id) ?? `rIdLink${this.#links.size + 1}`
    this.#links.set(id, known)
    return known
  }
}
