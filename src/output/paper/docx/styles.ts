import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx'

/** The styles that a paper uses, by the names that Word has for them in every language. */
const NAMES = {
  Title: 'title',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Heading4: 'heading 4',
  ListParagraph: 'list paragraph',
  Hyperlink: 'hyperlink',
  BodyText: 'body text',
} as const
export type StyleName = keyof typeof NAMES

/** The ids of these styles in a file, which are those of its language; ours where it has no such style. */
export type StyleIds = Readonly<Record<StyleName, string>>

const STYLE = /<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>\s*<w:name\b[^>]*\bw:val="([^"]+)"/g

/** The styles of a file by their names in small letters. */
export const stylesByName = (styles: string): ReadonlyMap<string, string> =>
  new Map([...styles.matchAll(STYLE)].map(([, id, name]) => [name!.toLowerCase(), id!]))

export function styleIdsOf(styles: string | undefined): StyleIds {
  const own = stylesByName(styles ?? '')
  const ids = Object.entries(NAMES).map(([ours, name]) => [ours, own.get(name) ?? ours] as const)
  // few files have a style for body text apart from that of all text
  if (!own.has(NAMES.BodyText)) ids.push(['BodyText', own.get('normal') ?? 'Normal'])
  return Object.fromEntries(ids) as Record<StyleName, string>
}

const FONT = 'Arial'
const ACCENT = '003A70'
const INK = '1B1F23'
const heading = (size: number, before: number, color = ACCENT) => ({
  run: { size, bold: true, color, font: FONT },
  paragraph: { spacing: { before, after: 60 }, keepNext: true },
})

const DEFAULTS = {
  title: { run: { size: 34, bold: true, color: ACCENT, font: FONT }, paragraph: { spacing: { after: 100 } } },
  heading1: heading(26, 220),
  heading2: heading(22, 160),
  heading3: heading(20, 140, INK),
  heading4: heading(20, 120, INK),
  listParagraph: { paragraph: { spacing: { after: 50 }, contextualSpacing: false } },
  hyperlink: { run: { color: '005EA5', underline: {} } },
} as const

/** Styles of our own, whose type is that of the organisation's file where there is one. */
const small = (id: string, name: string, size: number, after: number) => ({
  id,
  name,
  basedOn: 'Normal',
  run: { size },
  paragraph: { spacing: { before: 0, after } },
})
const OURS = [
  small('PaperTableText', 'Paper table text', 17, 0),
  { ...small('PaperTableHeading', 'Paper table heading', 17, 0), run: { size: 17, bold: true } },
  small('PaperSmallPrint', 'Paper small print', 16, 60),
  small('PaperHeader', 'Paper header and footer', 16, 0),
  {
    id: 'PaperQuotation',
    name: 'Paper quotation',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: { indent: { left: 400, right: 400 } },
  },
  { ...small('PaperCode', 'Paper code', 17, 0), run: { size: 17, font: 'Courier New' } },
]

/**
 * The styles of a paper: ours, or those of the organisation's file with ours in the place of what it does not have.
 * @param house the `word/styles.xml` of its file
 */
export function stylesOf(house: string | undefined): { styles: IStylesOptions; externalStyles?: string } {
  const document = {
    run: { font: FONT, size: 20, color: INK, language: { value: 'en-GB' } },
    paragraph: { spacing: { after: 90, line: 257 } },
  }
  if (house === undefined) return { styles: { default: { document, ...DEFAULTS }, paragraphStyles: OURS } }
  const own = stylesByName(house)
  const missing = Object.entries(DEFAULTS).filter(([key]) => !own.has(NAMES[styleOf(key)]))
  const normal = own.get('normal') ?? 'Normal'
  return {
    externalStyles: house,
    styles: {
      default: Object.fromEntries(missing),
      paragraphStyles: OURS.map((it) => ({ ...it, basedOn: normal })),
    },
  }
}

const styleOf = (key: string) => (key[0]!.toUpperCase() + key.slice(1)) as StyleName

export const BULLETS = 'bullets'
/** Lists with numbers, by the number that they begin with. */
export const numbersFrom = (start: number) => `numbers from ${start}`

/** How lists look; deeper levels have other marks. */
export function numberingOf(starts: readonly number[]): INumberingOptions {
  const levels = (text: (level: number) => string, format: (typeof LevelFormat)[keyof typeof LevelFormat], start = 1) =>
    [0, 1, 2, 3, 4, 5].map((level) => ({
      level,
      format,
      text: text(level),
      start: level === 0 ? start : 1,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: indentOf(level) } },
    }))
  return {
    config: [
      { reference: BULLETS, levels: levels((it) => ['•', '–', '◦'][it % 3]!, LevelFormat.BULLET) },
      ...starts.map((it) => ({
        reference: numbersFrom(it),
        levels: levels((level) => `%${level + 1}.`, LevelFormat.DECIMAL, it),
      })),
    ],
  }
}

export const DEEPEST = 5
export const indentOf = (level: number) => ({ left: 360 * (level + 1), hanging: 300 })
