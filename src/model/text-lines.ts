import type { Node, Path } from '../document/node.js'

/** Finds the lines of a single value as they stand in its file; undefined where it has one line alone. */
export type LinesAt = (path: Path) => readonly string[] | undefined

/** The lines of the values of a tree: YAML joins those of a plain text, and what was a list reads as one item. */
export const linesIn =
  (root: Node, text: () => string): LinesAt =>
  (path) => {
    const node = path.reduce<Node | undefined>(
      (above, key) =>
        above?.kind === 'map'
          ? above.entries.find((it) => it.key.text === key)?.value
          : above?.kind === 'list'
            ? above.items[Number(key)]
            : undefined,
      root,
    )
    if (node?.kind !== 'scalar') return undefined
    const written = node.style === 'plain' ? text().slice(node.start, node.end) : node.text
    const lines = written.split('\n').flatMap((it) => it.trim() || [])
    return lines.length > 1 ? lines : undefined
  }

/** What lists are pasted with where YAML has a dash. */
const BULLET = /^(?:[•‣▪▫◦●○■□·∙–—*-]|\d{1,2}[.)]|\(?[a-z][.)])\s+/i

/** An item without its bullet or number. */
export const withoutBullet = (line: string): string => line.replace(BULLET, '')
