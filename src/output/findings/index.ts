import type { FindingFormat } from './format.js'

/** Formats of findings; each is loaded when it is needed. */
export const findingFormats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  markdown: async () => (await import('./markdown.js')).markdown,
} satisfies Record<string, () => Promise<FindingFormat>>

export type FindingFormatName = keyof typeof findingFormats
