import Handlebars from 'handlebars/runtime'
import type { TemplateEngine } from './template-engine.js'

/** A template that the build has compiled: its text, and the code that Handlebars made of it. */
export interface CompiledTemplate {
  readonly source: string
  readonly code: TemplateSpecification
}

/** Renders from templates that were compiled before; any other text is printed as it is. */
export function compiledTemplates(known: readonly CompiledTemplate[]): TemplateEngine {
  const codes = new Map(known.map(({ source, code }) => [source, code]))
  return {
    create: () => Handlebars.create(),
    compile: (own, source) => {
      const code = codes.get(source)
      return code === undefined ? () => source : own.template(code)
    },
  }
}
