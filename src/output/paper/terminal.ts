import { Chalk, type ChalkInstance } from 'chalk'
import MarkdownIt from 'markdown-it'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { clean } from '../../model/clean.js'
import { markers } from './markers.js'
import { textCell, type Cell, type Column } from '../rows/rows.js'
import { table } from '../rows/table.js'
import type { RowView } from '../rows/index.js'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

/** Longer lines of prose are hard to read, however wide the terminal is. */
const LONGEST = 100

/** A paper in a terminal: headings, wrapped paragraphs, lists and tables; plain text where there is no colour. */
export function terminal(markdown: string, { width, colour }: RowView): string {
  const tokens = new MarkdownIt({ html: false }).disable('image').use(markers).parse(markdown, {})
  const page = new Page(tokens, { width, colour, paint: new Chalk({ level: colour ? 1 : 0 }) })
  return `${page.blocks().join('\n\n')}\n`
}

interface Look extends RowView {
  readonly paint: ChalkInstance
}

/** Goes through the tokens once, block by block. */
class Page {
  #next = 0

  constructor(
    readonly tokens: readonly Token[],
    readonly look: Look,
  ) {}

  /** The blocks up to the end of the paper, or of the list or quotation that they are in. */
  blocks(width = this.look.width, end?: string): string[] {
    const result: string[] = []
    for (let token = this.#take(); token !== undefined && token.type !== end; token = this.#take()) {
      const block = this.#block(token, width)
      if (block !== '') result.push(block)
    }
    return result
  }

  #take(): Token | undefined {
    return this.tokens[this.#next++]
  }

  #block(token: Token, width: number): string {
    const { paint } = this.look
    switch (token.type) {
      case 'heading_open':
        return heading(this.#inline('heading_close'), token.tag, width, paint)
      case 'paragraph_open':
        return wrapped(this.#inline('paragraph_close'), width)
      case 'bullet_list_open':
        return this.#items('bullet_list_close', width, () => '- ')
      case 'ordered_list_open': {
        let number = Number(token.attrGet('start') ?? 1)
        return this.#items('ordered_list_close', width, () => `${number++}. `)
      }
      case 'table_open':
        return this.#table(width)
      case 'blockquote_open':
        return indented(this.blocks(width - 2, 'blockquote_close').join('\n\n'), '  ')
      case 'hr':
        return '─'.repeat(Math.min(width, LONGEST))
      case 'fence':
      case 'code_block':
        // the source of a diagram is of no use to a reader, and a list has the same content
        if (token.info === 'mermaid') return ''
        return indented(clean(token.content.trimEnd(), { lines: true }), '    ')
      default:
        return ''
    }
  }

  /** The text up to the end of its block. */
  #inline(end: string): string {
    let text = ''
    for (let token = this.#take(); token !== undefined && token.type !== end; token = this.#take())
      text += inline(token.children ?? [], this.look.paint)
    return text
  }

  #items(end: string, width: number, mark: () => string): string {
    const items: string[] = []
    let isTight = true
    for (let token = this.#take(); token !== undefined && token.type !== end; token = this.#take()) {
      if (token.type !== 'list_item_open') continue
      const begin = mark()
      // a paragraph of a tight list is hidden
      isTight &&= this.tokens[this.#next]?.hidden !== false
      const blocks = this.blocks(width - begin.length, 'list_item_close')
      items.push(begin + indented(blocks.join(isTight ? '\n' : '\n\n'), ' '.repeat(begin.length)).trimStart())
    }
    return items.join(isTight ? '\n' : '\n\n')
  }

  #table(width: number): string {
    const lines: string[][] = []
    const columns: Column[] = []
    for (let token = this.#take(); token !== undefined && token.type !== 'table_close'; token = this.#take()) {
      if (token.type === 'tr_open') lines.push([])
      // words only: the table paints its cells itself
      if (token.type === 'th_open' || token.type === 'td_open')
        lines.at(-1)!.push(inline(this.#take()?.children ?? [], PLAIN))
      if (token.type === 'th_open') {
        const align = /right/.test(String(token.attrGet('style'))) ? 'right' : undefined
        columns.push({ key: String(columns.length), label: lines[0]!.at(-1)!, align, wraps: true })
      }
    }
    const rows = lines.slice(1).map((cells) => ({
      cells: Object.fromEntries(cells.map((text, index) => [String(index), cellOf(text)])),
    }))
    const text = table({ columns, rows }, { width, colour: this.look.colour }).trimEnd()
    // the front sheet has no headings above its columns
    return columns.some((it) => it.label !== '') ? text : text.replace(/^\s*\n/, '')
  }
}

const PLAIN = new Chalk({ level: 0 })

/** A grade has its colour beside its letter. */
const cellOf = (text: string) => textCell(text, TONES.get(text.trim().replace(/ [▲▼]$/, '')))
const TONES: ReadonlyMap<string, Cell['tone']> = new Map([
  ['R', 'bad'],
  ['R/A', 'bad'],
  ['A', 'warn'],
  ['A/G', 'good'],
  ['G', 'good'],
  ['not stated', 'dim'],
  ['not known', 'dim'],
])

/** A heading; the title and the sections are underlined, which shows without colour. */
function heading(text: string, tag: string, width: number, paint: ChalkInstance): string {
  const heading = wrapped(paint.bold(text), width)
  if (tag !== 'h1' && tag !== 'h2') return heading
  const longest = Math.max(...heading.split('\n').map((it) => stringWidth(it)))
  return `${heading}\n${(tag === 'h1' ? '═' : '─').repeat(longest)}`
}

/** The words of a block; characters that would control the terminal are items visible. */
function inline(children: readonly Token[], paint: ChalkInstance): string {
  let text = ''
  const open: { style: (it: string) => string; from: number }[] = []
  const begin = (style: (it: string) => string) => void open.push({ style, from: text.length })
  const finish = () => {
    const { style, from } = open.pop() ?? { style: (it: string) => it, from: text.length }
    text = text.slice(0, from) + style(text.slice(from))
  }
  for (const token of children) {
    if (token.type === 'strong_open') begin(paint.bold)
    else if (token.type === 'em_open') begin(paint.italic)
    else if (token.type === 'link_open') begin(linked(String(token.attrGet('href') ?? '')))
    else if (token.type.endsWith('_close')) finish()
    else if (token.type === 'softbreak') text += ' '
    else if (token.type === 'hardbreak') text += '\n'
    else text += clean(token.content)
  }
  return text
}

/** A link with its address, unless that is what its words are. */
const linked = (address: string) => (words: string) => {
  const shown = clean(decoded(address))
  return shown === words || shown === '' ? words : `${words} <${shown}>`
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

const wrapped = (text: string, width: number) =>
  wrapAnsi(text, Math.max(20, Math.min(width, LONGEST)), { hard: true, trim: true })

const indented = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n')
