import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { House } from '../house.js'
import { imageRun } from './inline.js'
import { wordText } from './text.js'

type Aligned = (typeof AlignmentType)[keyof typeof AlignmentType]

const line = (text: string | undefined, alignment: Aligned, bold = false): Paragraph[] =>
  text === undefined || text.trim() === ''
    ? []
    : [new Paragraph({ style: 'PaperHeader', alignment, children: [new TextRun({ text: wordText(text), bold })] })]

/** Parts of a line that are there. */
const parted = (...parts: readonly (string | undefined)[]) =>
  parts.filter((it) => it !== undefined && it.trim() !== '').join(' · ')

/**
 * The head of a page: who may read it, the organisation's line, and what paper it is. The first page has the title below.
 * @param title left out on the first page
 */
export function headerOf({ marking, header, meeting }: House, title: string | undefined): Header {
  const paper = title === undefined ? undefined : parted(title, meeting)
  const lines = [...line(marking, AlignmentType.CENTER, true), ...line(parted(header, paper), AlignmentType.LEFT)]
  // the last of them keeps the text of the page away
  return new Header({ children: [...lines, new Paragraph({ style: 'PaperHeader' })] })
}

/** The foot of a page, with its number. */
export function footerOf({ marking, footer }: House): Footer {
  const page = new Paragraph({
    style: 'PaperHeader',
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: [wordText(parted(footer, 'Page ')), PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  })
  return new Footer({
    children: [page, ...line(marking, AlignmentType.CENTER, true)],
  })
}

/** The logo at the top of the first page. */
export const logoOf = ({ logo }: House): Paragraph[] =>
  logo === undefined
    ? []
    : [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [imageRun(logo, logo.alt, { width: 230, height: 75 })],
        }),
      ]
