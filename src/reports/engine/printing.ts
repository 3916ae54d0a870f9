import { escapeMarkdown } from './escape.js'
import { helpers } from './helpers.js'
import { Markdown } from './markdown.js'

type Node = hbs.AST.Node

/** Name of the helper that every printed value goes through; no template can write it. */
export const PRINT = 'print value'

/** What a mustache prints of a value: text escaped, markdown as it is. */
export function printValue(value: unknown, place: 'cell' | 'text'): string {
  if (!(value instanceof Markdown)) return value === null || value === undefined ? '' : escapeMarkdown(String(value))
  value.printed()
  return place === 'cell' ? value.text.trim().replace(/\s*\n\s*/g, ' ') : value.text
}

/** Name of the helper behind the block `{{#join}}`; `{{join}}` is another one. */
export const JOIN_BLOCK = 'join block'

/** Rewrites a parsed template so that each mustache prints through the one helper that escapes. */
export function throughPrint(program: hbs.AST.Program, source: string): hbs.AST.Program {
  const lines = source.split(/\r\n?|\n/)
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'MustacheStatement') wrap(node as hbs.AST.MustacheStatement, lines)
      if (node.type === 'PartialStatement')
        renamePartial((node as hbs.AST.PartialStatement).name as hbs.AST.PathExpression)
      if (node.type !== 'BlockStatement') continue
      const { path, program: inner, inverse } = node as hbs.AST.BlockStatement
      if (path.original === 'join') rename(path, JOIN_BLOCK)
      walk(inner?.body ?? [])
      walk(inverse?.body ?? [])
    }
  }
  walk(program.body)
  return program
}

/** The name that a partial is registered by: a file may be called `__proto__`. */
export const registeredName = (partial: string): string => `partial ${partial}`

const renamePartial = (name: hbs.AST.PathExpression) => rename(name, registeredName(name.original))

const rename = (path: hbs.AST.PathExpression, to: string) => Object.assign(path, { original: to, parts: [to] })

function wrap(node: hbs.AST.MustacheStatement, lines: readonly string[]): void {
  const { path, params, hash, loc } = node
  const name = path as hbs.AST.PathExpression
  const called = params.length > 0 || (name.type === 'PathExpression' && Object.hasOwn(helpers, name.original))
  const value = called ? { type: 'SubExpression', path, params, hash, loc } : path
  const place = isCell(lines[loc.start.line - 1] ?? '') ? 'cell' : 'text'
  Object.assign(node, {
    path: { type: 'PathExpression', data: false, depth: 0, parts: [PRINT], original: PRINT, loc },
    params: [value, { type: 'StringLiteral', value: place, original: place, loc }],
    hash: undefined,
  })
}

/** A row of a table begins with |, after the tags of blocks. */
const isCell = (line: string) => /^(?:\s|\{\{[^{}]*\}\})*\|/.test(line)
