/** How a paper is to look where that can be chosen. */
export interface PaperLook {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}

/** Makes a file of a paper's markdown. */
export type PaperFormat = (markdown: string, look: PaperLook) => string

/** Every format of papers, each loaded when it is asked for. */
export const paperFormats = {
  md: async (): Promise<PaperFormat> => (markdown) => markdown,
  html: async (): Promise<PaperFormat> => (await import('./html.js')).html,
  text: async (): Promise<PaperFormat> => (await import('./terminal.js')).terminal,
} as const

export type PaperFormatName = keyof typeof paperFormats
