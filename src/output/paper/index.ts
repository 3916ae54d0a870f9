/** Makes a file of a paper's markdown. */
export type PaperFormat = (markdown: string) => string

/** Every format of papers, each loaded when it is asked for. */
export const paperFormats = {
  md: async (): Promise<PaperFormat> => (markdown) => markdown,
  html: async (): Promise<PaperFormat> => (await import('./html.js')).html,
} as const

export type PaperFormatName = keyof typeof paperFormats
