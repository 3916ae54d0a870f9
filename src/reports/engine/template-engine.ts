import type Handlebars from 'handlebars'

/** Handlebars as a paper is rendered with it: from templates that are read now, or that the build has compiled. */
export interface TemplateEngine {
  /** A Handlebars of its own for each paper: nothing is shared between papers. */
  create(): typeof Handlebars
  /** Makes a template of its text ready for the Handlebars that was created. */
  compile(own: typeof Handlebars, source: string): Handlebars.TemplateDelegate
}

/** How every template is compiled: values are escaped where they are printed, and a partial keeps the lines that it has. */
export const COMPILE_OPTIONS = { noEscape: true, preventIndent: true } as const
