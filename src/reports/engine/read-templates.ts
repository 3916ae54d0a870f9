import Handlebars from 'handlebars'
import { throughPrint } from './printing.js'
import { COMPILE_OPTIONS, type TemplateEngine } from './template-engine.js'

/** Reads templates as they are needed, those of a register as well as the built-in ones. */
export const readTemplates: TemplateEngine = {
  create: () => Handlebars.create(),
  compile: (own, source) => own.compile(throughPrint(own.parse(source), source), COMPILE_OPTIONS),
}

/** A template as JavaScript, which needs only the part of Handlebars that renders. */
export const precompile = (source: string): string =>
  Handlebars.precompile(throughPrint(Handlebars.parse(source), source), COMPILE_OPTIONS) as string

/** Names of the partials that a template calls itself. */
export function partialsIn(source: string): ReadonlySet<string> {
  const calls = new Calls()
  calls.accept(Handlebars.parse(source))
  return calls.names
}

class Calls extends Handlebars.Visitor {
  readonly names = new Set<string>()

  override PartialStatement({ name }: hbs.AST.PartialStatement): void {
    this.names.add((name as hbs.AST.PathExpression).original)
  }
}
