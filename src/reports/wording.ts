/** A template or partial, and its file as it is printed. */
export interface TemplateFile {
  readonly file: string
  readonly source: string
}

/** The partials of a register by name. */
export type Partials = Readonly<Record<string, TemplateFile>>

/** What a paper is worded with beside its update: its template, and the partials that it may call. */
export interface Wording {
  readonly template: TemplateFile
  readonly partials: Partials
}

/** The texts of partials, as the engine takes them. */
export const sourcesOf = (partials: Partials): Record<string, string> =>
  Object.fromEntries(Object.entries(partials).map(([name, { source }]) => [name, source]))

/** Is there anything in a text that a template would read? */
export const isTemplate = (text: string) => text.includes('{{')
