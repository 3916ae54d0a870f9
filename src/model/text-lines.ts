import { nodeAt, type Node, type Path } from '../document/node.js'

/** Finds the lines of a single value as they are in its file; undefined for a value of one line. */
export type LinesAt = (path: Path) => readonly string[] | undefined

/** The lines of the values of a tree, as YAML joins those of a plain text, and a list without dashes becomes one value. */
export const linesIn =
  (root: Node, text: () => string): LinesAt =>
  (path) => {
    const node = nodeAt(root, path)
    if (node?.kind !== 'scalar') return undefined
    const written = node.style === 'plain' ? text().slice(node.start, node.end) : node.text
    const lines = written.split('\n').flatMap((it) => it.trim() || [])
    return lines.length > 1 ? lines : undefined
  }

/** Bullets and numbers of pasted lists, in place of the dash of YAML. */
const BULLET = /^(?:[•‣▪▫◦●○■□·∙–—*-]|\d{1,2}[.)]|\(?[a-z][.)])\s+/i

/** An item without its bullet or number. */
export const withoutBullet = (line: string): string => line.replace(BULLET, '')
