import { clean } from '../../model/clean.js'

/**
 * Text of the register as markdown, in a paragraph, heading or table cell alike: everything in it is shown as it is,
 * nothing in it is markup. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return (
    clean(text)
      .replace(/ {2,}/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|~]/g, '\\$&')
      .replace(/_/g, (sign, at: number, all: string) => (isInWord(all, at) ? sign : '\\_'))
      // at the end, too, as the template may go on with a semicolon; no name of a character has one letter, so A&E stays
      .replace(/&(?=(?:#\w*|[a-z]\w+)?(?:;|$))/gi, '\\&')
      // what makes a list, heading or quotation at the beginning of a line; `1.0`, `-5%` and `#5` do not
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^(?:[-+](?=[\s-]|$)|=(?==*$)|#(?=#{0,5}(?:\s|$))|[.)](?=\s|$)|>)/, '\\$&')
      // `## Skills in C #` would lose its last sign, as the closing mark of a heading
      .replace(/(?<!\\)#$/, '\\#')
      // a cell's end may follow at once, and tables do not count backslashes
      .replace(/\\\\$/, '&#92;')
  )
}

// letters and digits on both sides: no emphasis can begin or end there, and names of files stay readable
const isInWord = (all: string, at: number) => /[a-z0-9]/i.test(all[at - 1] ?? '') && /[a-z0-9]/i.test(all[at + 1] ?? '')

/**
 * A long text of the register as markdown: its paragraphs, line breaks and simple `- ` lists stay; everything else is
 * shown as it is.
 */
export function escapeProse(text: string): string {
  const blocks: string[] = []
  let last: 'list' | 'paragraph' | undefined
  for (const line of text.split(/\r\n?|\n/)) {
    const item = /^\s*- +(?=\S)(.*)$/.exec(line)
    const written = escapeMarkdown(item?.[1] ?? line)
    if (written === '') last = undefined
    else if (item !== null && last === 'list') blocks.push(`${blocks.pop()}\n- ${written}`)
    else if (item !== null) {
      last = 'list'
      blocks.push(`- ${written}`)
    } else if (last === 'list' && /^\s/.test(line)) blocks.push(`${blocks.pop()}\n  ${written}`)
    else if (last === 'paragraph') blocks.push(`${blocks.pop()}\n${written}`)
    else {
      last = 'paragraph'
      blocks.push(written)
    }
  }
  return blocks.join('\n\n')
}
