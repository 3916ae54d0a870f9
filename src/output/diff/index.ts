import type { DiffFormat } from './report.js'

/** Formats of what changed; each is loaded when it is needed. */
export const diffFormats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  markdown: async () => (await import('./markdown.js')).markdown,
  json: async () => (await import('./json.js')).json,
} satisfies Record<string, () => Promise<DiffFormat>>
