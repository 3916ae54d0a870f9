import type { RowView } from '../rows/index.js'

/** Turns a paper's markdown into text of a format. */
type PaperFormat = (markdown: string, view: RowView) => string

/** Formats of papers; each is loaded when it is needed. */
export const paperFormats = {
  md: async (): Promise<PaperFormat> => (markdown) => markdown,
  html: async (): Promise<PaperFormat> => {
    const { html } = await import('./html.js')
    return (markdown) => html(markdown)
  },
  text: async (): Promise<PaperFormat> => (await import('./terminal.js')).terminal,
} as const

export type PaperFormatName = keyof typeof paperFormats
