import Handlebars from 'handlebars'
import { helpers } from './helpers.js'

type Path = hbs.AST.PathExpression

/** The names that a template takes of what it is given, in the order of the text: `risks.list[].title`. */
export function namesIn(source: string): string[] {
  const names = new Set<string>()
  program(Handlebars.parse(source), [''])
  return [...names]

  /** @param scopes what names begin with here, the innermost last */
  function program(body: hbs.AST.Program | undefined, scopes: readonly string[]): void {
    for (const node of body?.body ?? []) {
      const { path, params, program: inner, inverse } = node as hbs.AST.BlockStatement
      const type: string = node.type
      if (type === 'MustacheStatement' && params.length === 0 && !isHelper(path.original)) value(path, scopes)
      if (type !== 'MustacheStatement' && type !== 'BlockStatement') continue
      const given = params.map((it) => value(it, scopes))
      const block = type === 'BlockStatement' ? path.original : ''
      const within = ['each', 'join'].includes(block) ? `${given[0] ?? ''}[]` : block === 'with' ? given[0] : undefined
      program(inner, within === undefined ? scopes : [...scopes, within])
      program(inverse, scopes)
    }
  }

  /** What an expression names; its name is noted. */
  function value(node: hbs.AST.Expression, scopes: readonly string[]): string | undefined {
    const { params } = node as hbs.AST.SubExpression
    if (node.type === 'SubExpression') params.forEach((it) => value(it, scopes))
    const { parts, depth, data } = node as Path
    if (node.type !== 'PathExpression' || data) return undefined
    const name = [scopes.at(-1 - depth) ?? '', ...(parts as string[])].filter((it) => it !== '').join('.')
    if (name !== '') names.add(name)
    return name
  }
}

const isHelper = (name: string) => Object.hasOwn(helpers, name)
