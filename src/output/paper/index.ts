import type { RowView } from '../rows/index.js'
import type { House, Picture } from './house.js'

/** How a paper looks, and what it says of itself; markdown and text have none of it. */
export interface PaperLook {
  readonly house?: House | undefined
  /** The pictures of the register's own folder by their paths. */
  readonly pictures?: ReadonlyMap<string, Picture> | undefined
  /** The day of the paper. */
  readonly day: string
  readonly author?: string | undefined
  readonly subject?: string | undefined
  readonly remark?: ((text: string) => void) | undefined
}

/** Turns a paper's markdown into a format. */
type PaperFormat<T> = (markdown: string, view: RowView, look: PaperLook) => T
/** Turns it into text, whatever it may look like. */
type TextFormat = (markdown: string, view: RowView) => string

/** Formats of papers; each is loaded when it is needed. */
export const paperFormats = {
  md: async (): Promise<TextFormat> => (markdown) => markdown,
  html: async (): Promise<PaperFormat<string>> => {
    const { html } = await import('./html.js')
    return (markdown, _, { house, pictures }) => html(markdown, { house, pictures })
  },
  docx: async (): Promise<PaperFormat<Promise<Uint8Array>>> => {
    const { docx } = await import('./docx/docx.js')
    return (markdown, _, look) => docx(markdown, look)
  },
  text: async (): Promise<TextFormat> => (await import('./terminal.js')).terminal,
} as const

export type PaperFormatName = keyof typeof paperFormats
