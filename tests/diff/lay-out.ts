import * as fc from 'fast-check'

/** Data of a record as it is written: texts, lists and maps. */
export type Written = string | Written[] | { [key: string]: Written }

/** A stream of choices, by which data are laid out in one of many ways that say the same. */
export type Choose = (count: number) => number

/** Choices that fast-check can shrink: all noughts is the plainest layout. */
export const choices: fc.Arbitrary<Choose> = fc.infiniteStream(fc.nat(1000)).map((stream) => {
  return (count) => (stream.next().value as number) % count
})

/** A map as YAML: keys in any order, any quotes, comments and blank lines, lists indented or not, long texts folded. */
export function layOut(data: { [key: string]: Written }, choose: Choose): string {
  return `${comment(choose, '')}${mapLines(data, '', choose).join('\n')}\n`
}

function mapLines(data: { [key: string]: Written }, indent: string, choose: Choose): string[] {
  return shuffled(Object.entries(data), choose).flatMap(([key, value]) => [
    ...(choose(8) === 0 ? [''] : []),
    ...(choose(8) === 0 ? [`${indent}# a remark`] : []),
    ...entryLines(`${indent}${key}:`, value, indent, choose),
  ])
}

function entryLines(head: string, value: Written, indent: string, choose: Choose): string[] {
  if (typeof value === 'string') return scalarLines(head, value, indent, choose)
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${head} []`]
    const isFlow = choose(3) === 0 && value.every((it) => typeof it === 'string')
    if (isFlow) return [`${head} [${value.map((it) => quoted(it as string, choose, true)).join(', ')}]`]
    const inner = choose(2) === 0 ? `${indent}  ` : indent
    return [head, ...value.flatMap((it) => itemLines(it, inner, choose))]
  }
  return [head, ...mapLines(value, `${indent}${choose(2) === 0 ? '  ' : '    '}`, choose)]
}

function itemLines(value: Written, indent: string, choose: Choose): string[] {
  if (typeof value === 'string') return scalarLines(`${indent}-`, value, indent, choose)
  const lines = Array.isArray(value) ? [] : mapLines(value, `${indent}  `, choose).filter((it) => it.trim() !== '')
  const first = lines.findIndex((it) => !it.trim().startsWith('#'))
  const [begin] = lines.splice(first, 1)
  return [...lines.splice(0, first).map((it) => it), `${indent}- ${begin!.trim()}`, ...lines]
}

/** A text on its line, or folded over several where it has words to break at. */
function scalarLines(head: string, text: string, indent: string, choose: Choose): string[] {
  const words = text.split(' ')
  if (words.length > 4 && choose(2) === 0 && !/\s{2}/.test(text)) {
    const at = 1 + choose(words.length - 2)
    return [`${head} >-`, `${indent}  ${words.slice(0, at).join(' ')}`, `${indent}  ${words.slice(at).join(' ')}`]
  }
  return [`${head} ${quoted(text, choose, false)}${choose(9) === 0 ? ' # why not' : ''}`]
}

function quoted(text: string, choose: Choose, inFlow: boolean): string {
  const isPlain = /^[A-Za-z0-9][\w %/.£-]*$/.test(text) && !text.endsWith(' ') && (!inFlow || /^[\w -]+$/.test(text))
  const style = choose(3)
  if (isPlain && style === 0) return text
  return style === 1 ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
}

function shuffled<T>(items: readonly T[], choose: Choose): T[] {
  const left = [...items]
  return items.map(() => left.splice(choose(left.length), 1)[0]!)
}

const comment = (choose: Choose, indent: string) => (choose(2) === 0 ? '' : `${indent}# Source: a paper.\n`)
