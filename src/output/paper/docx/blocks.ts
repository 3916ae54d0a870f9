import { Bookmark, BorderStyle, Paragraph, TextRun, type IParagraphOptions, type Table } from 'docx'
import { runsOf, type RunSetting } from './inline.js'
import { TABLE_POINTS, textWidth, type Pages } from './pages.js'
import { readTable, textsOf } from './read-table.js'
import { BULLETS, DEEPEST, indentOf, numbersFrom, type StyleIds } from './styles.js'
import { wordTable } from './table.js'
import { wordText } from './text.js'
import { isAnnex, levelOf, plainText, type Token } from './tokens.js'
import { fits, neededWidths } from './widths.js'

/** What all pages of a paper share. */
export interface PaperSetting {
  readonly ids: StyleIds
  readonly runs: Omit<RunSetting, 'room'>
  /** Has it several titles, as a pack has? Then each but the first is a heading of the first level. */
  readonly isPack: boolean
  /** Counts titles. */
  readonly titles: { count: number }
  /** Counts lists with numbers, as each begins anew. */
  readonly lists: { count: number }
  /** Reports a table that no page is wide enough for, by the words of the heading above it. */
  readonly tooWide: (heading: string) => void
}

interface List {
  readonly reference: string
  readonly instance: number
  /** Has the item that is open its mark yet? */
  isMarked: boolean
}

/** Goes through the tokens of some pages once, and makes paragraphs and tables of them. */
export class Blocks {
  readonly made: (Paragraph | Table)[] = []
  readonly #lists: List[] = []
  #next = 0
  #under = ''
  #quotes = 0
  /** What stands below the rule at a paper's foot is in small print. */
  #isFoot = false
  readonly #width: number
  readonly #runs: RunSetting

  constructor(
    readonly pages: Pages,
    readonly setting: PaperSetting,
  ) {
    this.#width = textWidth(pages.isLandscape)
    this.#runs = { ...setting.runs, room: { width: Math.floor(this.#width / 15), height: 480 } }
    const { tokens } = pages
    while (this.#next < tokens.length) this.#block(tokens[this.#next]!)
  }

  #block(token: Token): void {
    const { tokens } = this.pages
    const index = this.#next++
    if (levelOf(token) > 0) return this.#heading(index)
    switch (token.type) {
      case 'paragraph_open':
        return this.#add(this.#paragraph(), tokens[index + 1])
      case 'table_open':
        return this.#table(index)
      case 'bullet_list_open':
        return void this.#lists.push({ reference: BULLETS, instance: 0, isMarked: false })
      case 'ordered_list_open': {
        const reference = numbersFrom(startOf(token))
        return void this.#lists.push({ reference, instance: this.setting.lists.count++, isMarked: false })
      }
      case 'list_item_open':
        this.#lists.at(-1)!.isMarked = false
        return
      case 'bullet_list_close':
      case 'ordered_list_close':
        return void this.#lists.pop()
      case 'blockquote_open':
        return void this.#quotes++
      case 'blockquote_close':
        return void this.#quotes--
      case 'hr':
        this.#isFoot = true
        return this.#rule()
      case 'fence':
      case 'code_block':
        return this.#code(token)
    }
  }

  #add(options: IParagraphOptions, inline: Token | undefined, mark?: string): void {
    const children = runsOf(inline, this.#runs)
    if (children.length === 0) return
    const marked = mark === undefined ? children : [new Bookmark({ id: mark, children })]
    this.made.push(new Paragraph({ ...options, children: marked }))
  }

  #heading(index: number): void {
    const { tokens } = this.pages
    this.#isFoot = false
    this.#under = plainText(tokens[index + 1])
    const level = levelOf(tokens[index]!)
    const { ids, isPack } = this.setting
    const isTitle = level === 1 && !(isPack && this.setting.titles.count++ > 0)
    const isFirst = this.made.length === 0
    const depth = isPack ? level : level - 1
    const style = isTitle ? ids.Title : ids[`Heading${Math.min(4, Math.max(1, depth)) as 1 | 2 | 3 | 4}`]
    const begins = isAnnex(tokens, index) || (level === 1 && !isTitle)
    // pages of their own begin on a page of their own already
    this.#add(
      { style, keepNext: true, pageBreakBefore: begins && !isFirst },
      tokens[index + 1],
      this.#runs.bookmarks.get(`#${tokens[index]!.attrGet('id')}`),
    )
  }

  /** How a paragraph looks where it stands: in a list, in a quotation, at the foot or anywhere else. */
  #paragraph(): IParagraphOptions {
    const list = this.#lists.at(-1)
    if (list === undefined)
      return this.#quotes > 0
        ? { style: 'PaperQuotation' }
        : this.#isFoot
          ? { style: 'PaperSmallPrint' }
          : this.#leading()
    const level = Math.min(this.#lists.length - 1, DEEPEST)
    const style = this.setting.ids.ListParagraph
    if (list.isMarked) return { style, indent: { left: indentOf(level).left } }
    list.isMarked = true
    return { style, numbering: { reference: list.reference, instance: list.instance, level } }
  }

  /** A paragraph that leads to a table or list stays with it; one that is all bold is a heading to what follows. */
  #leading(): IParagraphOptions {
    const after = this.pages.tokens[this.#next + 2]?.type ?? ''
    const words = (this.pages.tokens[this.#next]?.children ?? []).filter((it) => it.content !== '' || it.nesting !== 0)
    const isHeading = words.length === 3 && words[0]!.type === 'strong_open' && words[2]!.type === 'strong_close'
    if (isHeading) return { style: this.setting.ids.BodyText, keepNext: true, spacing: { before: 60 } }
    return {
      style: this.setting.ids.BodyText,
      keepNext: /^(?:table|bullet_list|ordered_list)_open$|^marker$/.test(after),
    }
  }

  #table(index: number): void {
    const table = readTable(this.pages.tokens, index)
    this.#next = table.next
    if (table.rows[0] === undefined) return
    if (!fits(neededWidths(textsOf(table.rows), TABLE_POINTS), this.#width)) this.setting.tooWide(this.#under)
    this.made.push(wordTable(table, this.#width, this.#runs))
    // Word joins tables that follow each other at once
    this.made.push(new Paragraph({ style: 'PaperTableText', spacing: { after: 80 } }))
  }

  #rule(): void {
    const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8C0C8', space: 4 }
    this.made.push(new Paragraph({ style: 'PaperSmallPrint', border: { bottom: line }, keepNext: true }))
  }

  /** The source of a diagram is left out: the list beside it says the same. */
  #code({ info, content }: Token): void {
    if (info === 'mermaid') return
    for (const line of content.trimEnd().split('\n'))
      this.made.push(new Paragraph({ style: 'PaperCode', children: [new TextRun({ text: wordText(line) })] }))
  }
}

/** The number that a list begins with. */
export const startOf = (token: Token): number => Number(token.attrGet('start') ?? 1)
