import { entryOf, type MapNode, type Node } from '../document/node.js'
import type { Accepted } from '../model/baseline.js'

/** A new baseline: each accepted finding once, by file and rule. */
export function newBaseline(accepted: readonly Accepted[]): string {
  const items = [...new Set(accepted.map(item))].sort()
  return `${HEAD}schema: 1\naccepted:${items.length === 0 ? ' []' : `\n${items.join('')}`.trimEnd()}\n`
}

const HEAD = `# Findings that were there when this register was taken over, accepted until somebody mends them.
# Made by partners baseline, which takes out what is no longer found; nothing is ever added.
`

const item = ({ file, rule, at, key }: Accepted) =>
  [
    `  - file: ${quoted(file)}`,
    `    rule: ${quoted(rule)}`,
    ...(at === undefined ? [] : [`    at: ${quoted(at)}`]),
    ...(key === undefined ? [] : [`    key: ${quoted(key)}`]),
    '',
  ].join('\n')

/** Plain where every reader of YAML takes it for the same text, otherwise in double quotes, which JSON's are. */
const quoted = (text: string) =>
  /^[a-z][a-z0-9/._-]*$/i.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text)
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i

/**
 * A baseline's text without some of its entries; every other byte stays, comments between entries among them.
 * @returns undefined when the list is laid out so that entries cannot be cut out line by line
 */
export function withoutEntries(text: string, root: MapNode, positions: ReadonlySet<number>): string | undefined {
  const accepted = entryOf(root, 'accepted')
  const list = accepted?.value
  if (accepted === undefined || list?.kind !== 'list' || list.flow) return undefined
  const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const hasOwnLine = ({ start }: Node) => /^\s*-[ \t]+$/.test(text.slice(lineStart(start), start))
  if (!list.items.every(hasOwnLine)) return undefined
  let kept = text
  for (const [position, { start, end }] of [...list.items.entries()].reverse()) {
    if (!positions.has(position)) continue
    const lineEnd = text.indexOf('\n', end)
    kept = kept.slice(0, lineStart(start)) + (lineEnd === -1 ? '' : kept.slice(lineEnd + 1))
  }
  if (positions.size < list.items.length) return kept
  const colon = kept.indexOf(':', accepted.key.end) // a key with no entry left says so
  return `${kept.slice(0, colon + 1)} []${kept.slice(colon + 1)}`
}
