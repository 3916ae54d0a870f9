import { Document, Packer, PageOrientation, SectionType, readTheme, type ISectionOptions } from 'docx'
import type { House, Picture } from '../house.js'
import { Blocks, startOf, type PaperSetting } from './blocks.js'
import { footerOf, headerOf, logoOf } from './furniture.js'
import { PAGE, pagesOf, type Pages } from './pages.js'
import { stable } from './stable.js'
import { numberingOf, styleIdsOf, stylesOf } from './styles.js'
import { propertyText } from './text.js'
import { bookmarksOf, levelOf, plainText, tokensOf, type Token } from './tokens.js'

/** What a Word file has beside the text of its paper. */
export interface DocxOptions {
  /** The day of the paper, which the file says it was written on. */
  readonly day: string
  readonly author?: string | undefined
  readonly subject?: string | undefined
  readonly house?: House | undefined
  /** Pictures by the paths that the paper names them by. */
  readonly pictures?: ReadonlyMap<string, Picture> | undefined
  /** Reports what a reader of the file may stumble on. */
  readonly remark?: ((text: string) => void) | undefined
}

/** A paper as a Word file. The same text and options give the same bytes. */
export async function docx(markdown: string, options: DocxOptions): Promise<Uint8Array> {
  const { day, author, subject, house = {}, pictures, remark } = options
  const tokens = tokensOf(markdown)
  const titles = tokens.flatMap((it, index) => (levelOf(it) === 1 ? [plainText(tokens[index + 1])] : []))
  const title = titles[0] ?? 'Paper'
  const ids = styleIdsOf(house.word?.styles)
  const setting: PaperSetting = {
    ids,
    runs: { pictures: pictures ?? new Map(), bookmarks: bookmarksOf(tokens), hyperlink: ids.Hyperlink },
    isPack: titles.length > 1,
    titles: { count: 0 },
    lists: { count: 0 },
    tooWide: (heading) => remark?.(`the table under "${heading}" is too wide for a page, so words in it are broken`),
  }
  const by = propertyText(author ?? 'partners')
  const document = new Document({
    title: propertyText(title),
    creator: by,
    lastModifiedBy: by,
    ...(subject !== undefined && { subject: propertyText(subject) }),
    ...stylesOf(house.word?.styles),
    ...(house.word?.theme !== undefined && { theme: readTheme(house.word.theme) }),
    numbering: numberingOf(startsIn(tokens)),
    sections: pagesOf(tokens).map((it, index) => section(it, index === 0, { setting, house, title })),
  })
  return stable(new Uint8Array(await Packer.toArrayBuffer(document)), day)
}

const startsIn = (tokens: readonly Token[]) => [
  ...new Set(tokens.filter((it) => it.type === 'ordered_list_open').map(startOf)),
]

/** Pages of one orientation. All of them have the same head and foot, but the first page, whose title is below. */
function section(
  pages: Pages,
  isFirst: boolean,
  { setting, house, title }: { readonly setting: PaperSetting; readonly house: House; readonly title: string },
): ISectionOptions {
  const { width, height, margin } = PAGE
  const orientation = pages.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const footer = footerOf(house)
  const { made } = new Blocks(pages, setting)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isFirst,
      page: {
        size: { width, height, orientation },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 500, footer: 400 },
      },
    },
    headers: {
      default: headerOf(house, title),
      ...(isFirst && { first: headerOf(house, undefined) }),
    },
    footers: { default: footer, ...(isFirst && { first: footer }) },
    children: [...(isFirst ? logoOf(house) : []), ...made],
  }
}
