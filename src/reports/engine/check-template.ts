import Handlebars from 'handlebars'
import type * as z from 'zod'
import { figureSchema } from '../../figures/figure.js'
import { nearest } from '../../model/nearest.js'
import { helpers, type ArgumentType } from './helpers.js'

/** Something wrong with a template; line and column from 1. */
export interface TemplateProblem {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint: string
}

type Schema = z.core.$ZodType
type Node = hbs.AST.Node
const BLOCKS = ['each', 'if', 'unless', 'with']
const INDEX_WORDS = ['index', 'first', 'last', 'key', 'root']

/**
 * Holds every name of a template against the view model, before anything is rendered: Handlebars itself lets misspelt
 * names in blocks and helper arguments pass in silence.
 */
export function checkTemplate(
  source: string,
  view: Schema,
  partials: Readonly<Record<string, string>>,
): TemplateProblem[] {
  let program: hbs.AST.Program
  try {
    program = Handlebars.parse(source)
  } catch (error) {
    return [parseProblem(error as Error)]
  }
  const walker = new Walker(view, partials)
  walker.program(program, [view])
  return walker.problems.sort((a, b) => a.line - b.line || a.column - b.column)
}

function parseProblem({ message }: Error): TemplateProblem {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+/.exec(message)?.[1] ?? 1)
  const column = Number(/ - \d+:(\d+)/.exec(message)?.[1] ?? 0) + 1
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message)
  const words =
    mismatch === null
      ? 'the template cannot be read from here on'
      : `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}`
  return {
    line,
    column,
    message: words,
    hint: 'look for a missing }} or a block that is not closed, such as {{#if …}} without {{/if}}',
  }
}

class Walker {
  readonly problems: TemplateProblem[] = []
  constructor(
    readonly root: Schema,
    readonly partials: Readonly<Record<string, string>>,
  ) {}

  program(program: hbs.AST.Program, scopes: Schema[]): void {
    for (const statement of program.body) this.statement(statement, scopes)
  }

  statement(node: Node, scopes: Schema[]): void {
    switch (node.type) {
      case 'MustacheStatement':
        return this.mustache(node as hbs.AST.MustacheStatement, scopes)
      case 'BlockStatement':
        return this.block(node as hbs.AST.BlockStatement, scopes)
      case 'PartialStatement': {
        const { name } = node as hbs.AST.PartialStatement
        const called = (name as hbs.AST.PathExpression).original
        if (!Object.hasOwn(this.partials, called))
          this.tell(name, `there is no partial "${called}"`, did(called, Object.keys(this.partials)))
        return
      }
      case 'ContentStatement':
      case 'CommentStatement':
        return
      default:
        this.tell(
          node,
          'this kind of tag is not used in papers',
          'use {{name}}, {{#each}}, {{#if}}, {{#unless}}, {{#with}} and {{> partial}}',
        )
    }
  }

  mustache(node: hbs.AST.MustacheStatement, scopes: Schema[]): void {
    if (!node.escaped) this.tell(node, 'three braces or & would print a text unescaped', 'write two braces')
    const path = node.path as hbs.AST.PathExpression
    if (node.params.length > 0 || isHelper(path)) return void this.call(node, scopes)
    const found = this.resolve(path, scopes)
    if (found === undefined) return
    const kind = kindOf(found)
    if (kind === 'figure')
      this.tell(
        path,
        `"${path.original}" is a figure`,
        `print it with {{count ${path.original}}} or {{money ${path.original}}}`,
      )
    else if (kind !== 'text')
      this.tell(
        path,
        `"${path.original}" is a ${kind}, which cannot be printed as it is`,
        kind === 'list'
          ? `write {{#each ${path.original}}} or {{names ${path.original}}}`
          : `name what to print of it: ${keysOf(found)
              .map((key) => `${path.original}.${key}`)
              .join(', ')}`,
      )
  }

  block(node: hbs.AST.BlockStatement, scopes: Schema[]): void {
    const name = (node.path as hbs.AST.PathExpression).original
    if (!BLOCKS.includes(name)) {
      this.tell(node.path, `there is no block "${name}"`, did(name, BLOCKS))
    }
    const [param] = node.params
    const found = param && this.value(param, scopes)
    if (param === undefined) this.tell(node, `{{#${name}}} says of what`, `write {{#${name} name}}`)
    let inner = scopes
    if (found !== undefined && name === 'each') {
      const element = elementOf(found)
      if (element === undefined) this.tell(param!, `"${said(param!)}" is not a list`, 'each goes through a list')
      else inner = [...scopes, element]
    } else if (found !== undefined && name === 'with') inner = [...scopes, found]
    else if ((name === 'each' || name === 'with') && param !== undefined) return // its own name is wrong: what is inside cannot be judged
    this.program(node.program, inner)
    if (node.inverse !== undefined) this.program(node.inverse, scopes)
  }

  /** A helper and its arguments. */
  call(node: { path: Node; params: hbs.AST.Expression[] }, scopes: Schema[]): void {
    const path = node.path as hbs.AST.PathExpression
    const helper = Object.hasOwn(helpers, path.original) ? helpers[path.original] : undefined
    if (helper === undefined) {
      for (const param of node.params) this.value(param, scopes)
      return this.tell(path, `there is no helper "${path.original}"`, did(path.original, Object.keys(helpers)))
    }
    if (node.params.length !== helper.args.length)
      this.tell(
        path,
        `${path.original} takes ${helper.args.length} value${helper.args.length === 1 ? '' : 's'}, not ${node.params.length}`,
        helper.help,
      )
    node.params.forEach((param, index) => {
      const found = this.value(param, scopes)
      const wanted = helper.args[index]
      if (found === undefined || wanted === undefined || fits(found, wanted)) return
      this.tell(
        param,
        `"${said(param)}" is a ${kindOf(found)}, and ${path.original} takes a ${wanted === 'count' || wanted === 'money' ? 'figure' : wanted}`,
        helper.help,
      )
    })
  }

  /** The schema of an argument; undefined for literals, and for names that were told as wrong. */
  value(node: Node, scopes: Schema[]): Schema | undefined {
    if (node.type === 'SubExpression') {
      this.call(node as hbs.AST.SubExpression, scopes)
      return undefined
    }
    return node.type === 'PathExpression' ? this.resolve(node as hbs.AST.PathExpression, scopes) : undefined
  }

  resolve(path: hbs.AST.PathExpression, scopes: Schema[]): Schema | undefined {
    const parts = path.parts as string[]
    if (path.data) {
      if (parts[0] !== 'root' && !INDEX_WORDS.includes(parts[0] ?? ''))
        this.tell(path, `there is no @${parts[0]}`, did(parts[0] ?? '', INDEX_WORDS))
      return parts[0] === 'root' ? this.walk(path, this.root, parts.slice(1)) : undefined
    }
    const scope = scopes.at(-1 - path.depth)
    if (scope === undefined) {
      this.tell(path, `"${path.original}" leads out of the view`, 'take out a ../')
      return undefined
    }
    return this.walk(path, scope, parts)
  }

  walk(path: hbs.AST.PathExpression, from: Schema, parts: string[]): Schema | undefined {
    let found: Schema = bare(from)
    for (const part of parts) {
      const shape = shapeOf(found)
      const next = shape !== undefined && Object.hasOwn(shape, part) ? shape[part] : undefined
      if (next === undefined && !(part === 'length' && elementOf(found) !== undefined)) {
        this.tell(path, `"${part}" is not in the view`, did(part, Object.keys(shape ?? {})))
        return undefined
      }
      if (next === undefined) return undefined
      found = bare(next)
    }
    return found
  }

  tell({ loc }: Node, message: string, hint: string): void {
    this.problems.push({ line: loc.start.line, column: loc.start.column + 1, message, hint })
  }
}

const isHelper = (path: hbs.AST.PathExpression) =>
  path.parts.length === 1 && path.depth === 0 && !path.data && Object.hasOwn(helpers, path.original)
const did = (written: string, names: string[]) => {
  const meant = nearest(written, names)
  return meant === undefined ? `names here: ${names.join(', ')}` : `did you mean ${meant}?`
}
const said = (node: Node) => (node as hbs.AST.PathExpression).original ?? ''

interface Definition {
  type: string
  innerType?: Schema
  element?: Schema
  shape?: Record<string, Schema>
}
const definition = (schema: Schema) => schema._zod.def as unknown as Definition
const bare = (schema: Schema): Schema => {
  const { innerType } = definition(schema)
  return innerType === undefined ? schema : bare(innerType)
}
const shapeOf = (schema: Schema) => definition(bare(schema)).shape
const elementOf = (schema: Schema) => definition(bare(schema)).element
const keysOf = (schema: Schema) => Object.keys(shapeOf(schema) ?? {})

function kindOf(schema: Schema): 'figure' | 'list' | 'group' | 'text' | 'flag' {
  const found = bare(schema)
  if (found === figureSchema) return 'figure'
  const { type } = definition(found)
  return type === 'array' ? 'list' : type === 'object' ? 'group' : type === 'boolean' ? 'flag' : 'text'
}

function fits(found: Schema, wanted: ArgumentType): boolean {
  const kind = kindOf(found)
  if (wanted === 'any') return kind === 'text'
  return kind === (wanted === 'count' || wanted === 'money' ? 'figure' : wanted)
}
