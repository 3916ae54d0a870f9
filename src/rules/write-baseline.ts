import { entryOf, type MapNode, type Node } from '../document/node.js'
import { inQuotes, yamlText } from '../document/yaml-text.js'
import type { Accepted } from '../model/baseline.js'
import { identityText } from './baseline.js'

/** A new baseline: each accepted finding once, by file and rule. */
export function newBaseline(accepted: readonly Accepted[]): string {
  const items = accepted.map((it) => ({ identity: identityText(it), text: item(it) }))
  items.sort((a, b) => (a.text < b.text ? 1 : -1)) // backwards, so that the first of several messages stays
  const once = [...new Map(items.map(({ identity, text }) => [identity, text])).values()].sort()
  return `${HEAD}schema: 1\naccepted:${once.length === 0 ? ' []' : `\n${once.join('')}`.trimEnd()}\n`
}

const HEAD = `# Findings that existed when this register was taken over, accepted until somebody fixes them.
# Made by partners baseline. Nothing is ever added; partners baseline --shrink removes what is no longer found.
`

const item = ({ file, rule, at, key, message }: Accepted) =>
  [
    `  - file: ${yamlText(file)}`,
    `    rule: ${yamlText(rule)}`,
    ...(at === undefined ? [] : [`    at: ${yamlText(at)}`]),
    ...(key === undefined ? [] : [`    key: ${yamlText(key)}`]),
    ...(message === undefined ? [] : [`    message: ${inQuotes(message)}`]),
    '',
  ].join('\n')

/**
 * A baseline's text without some of its entries; every other byte stays. Comments inside an entry and right above its
 * dash are removed with it. A comment with a blank line below it is about more than one entry, and stays.
 * @returns undefined when the list is laid out so that entries cannot be cut out line by line
 */
export function withoutEntries(text: string, root: MapNode, positions: ReadonlySet<number>): string | undefined {
  const accepted = entryOf(root, 'accepted')
  const list = accepted?.value
  if (accepted === undefined || list?.kind !== 'list' || list.flow) return undefined
  const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const hasOwnLine = ({ start }: Node) => /^\s*-[ \t]+$/.test(text.slice(lineStart(start), start))
  if (!list.items.every(hasOwnLine)) return undefined
  const parts: string[] = []
  let keptTo = 0
  for (const [position, node] of list.items.entries()) {
    if (!positions.has(position)) continue
    const { from, to } = linesOf(text, lineStart(node.start), node.end)
    parts.push(text.slice(keptTo, Math.max(keptTo, from)))
    keptTo = to
  }
  const kept = parts.join('') + text.slice(keptTo)
  if (positions.size < list.items.length) return kept
  const colon = kept.indexOf(':', accepted.key.end) // an empty list is written out
  return `${kept.slice(0, colon + 1)} []${kept.slice(colon + 1)}`
}

/** The lines of an entry with its comments; a comment that is indented further than the dash belongs to the entry above. */
function linesOf(text: string, dashLine: number, end: number): { from: number; to: number } {
  const lineAfter = (offset: number) => text.indexOf('\n', offset) + 1 || text.length
  const dash = text.indexOf('-', dashLine) - dashLine
  const commentAt = (from: number) => /^[ \t]*#/.exec(text.slice(from, lineAfter(from)))?.[0].length
  let from = dashLine
  for (let above = lineBefore(text, from); above !== undefined; above = lineBefore(text, from)) {
    if ((commentAt(above) ?? Infinity) > dash + 1) break
    from = above
  }
  let to = text[end - 1] === '\n' ? end : lineAfter(end) // a block of text ends with its line
  while (to < text.length && (commentAt(to) ?? 0) > dash + 1) to = lineAfter(to)
  return { from, to }
}

const lineBefore = (text: string, line: number) => (line === 0 ? undefined : text.lastIndexOf('\n', line - 2) + 1)
