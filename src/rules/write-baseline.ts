import type { MapNode } from '../document/node.js'
import { entryOf } from '../document/node.js'
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

/** A baseline's text without some of its entries; every other byte stays. */
export function withoutEntries(text: string, root: MapNode, positions: ReadonlySet<number>): string {
  const list = entryOf(root, 'accepted')?.value
  if (list?.kind !== 'list' || positions.size === 0) return text
  const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const starts = list.items.map(({ start }) => lineStart(text.lastIndexOf('-', start)))
  const end = text.indexOf('\n', list.items.at(-1)!.end)
  const ends = [...starts.slice(1), end === -1 ? text.length : end + 1]
  const kept = starts.map((start, index) => (positions.has(index) ? '' : text.slice(start, ends[index])))
  const before = text.slice(0, starts[0])
  const after = text.slice(ends.at(-1))
  return kept.every((it) => it === '') ? `${before.trimEnd()} []\n${after}` : before + kept.join('') + after
}
