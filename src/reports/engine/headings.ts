/**
 * Puts the headings of a finished paper in order: one with nothing under it is left out, those that are numbered (`## 1. …`)
 * are counted, and annexes (`## Annex A: …`) get their letters. A template so need not know which of its sections are there.
 */
export function tidyHeadings(markdown: string): string {
  const blocks = blocksOf(markdown)
  const kept = blocks.filter((it, index) => it.heading === undefined || !isEmpty(blocks, index))
  let section = 0
  let annex = 0
  return kept
    .map(({ heading, lines }) => {
      if (heading === undefined) return lines.join('\n')
      const title = heading.text
        .replace(/^(## )\d+\. /, (_, mark: string) => `${mark}${++section}. `)
        .replace(/^(## Annex )[A-Z](?=: )/, (_, mark: string) => `${mark}${letters(annex++)}`)
      return [title, ...lines].join('\n')
    })
    .join('\n')
}

/** A heading with the lines under it up to the next one; a rule across the page ends a section, too. */
interface Block {
  readonly heading: { readonly level: number; readonly text: string } | undefined
  readonly lines: string[]
}

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let isFenced = false
  for (const line of markdown.split('\n')) {
    if (/^(?:```|~~~)/.test(line)) isFenced = !isFenced
    const mark = isFenced ? undefined : /^(#{1,6}) /.exec(line)?.[1]
    if (mark !== undefined) blocks.push({ heading: { level: mark.length, text: line }, lines: [] })
    else if (blocks.length === 0 || (!isFenced && line === '---')) blocks.push({ heading: undefined, lines: [line] })
    else blocks.at(-1)!.lines.push(line)
  }
  return blocks
}

/** Has neither it nor any heading below it a line that a reader sees? A title stays in any case. */
function isEmpty(blocks: readonly Block[], index: number): boolean {
  const { heading, lines } = blocks[index]!
  if (heading === undefined || heading.level === 1 || lines.some(isSeen)) return false
  const after = blocks.slice(index + 1)
  const end = after.findIndex((it) => it.heading === undefined || it.heading.level <= heading.level)
  return (end === -1 ? after : after.slice(0, end)).every((it) => !it.lines.some(isSeen))
}

const isSeen = (line: string) => line.trim() !== '' && !/^<!-- [\w: -]+ -->$/.test(line)

/** A to Z, then AA and on, as in a spreadsheet. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
