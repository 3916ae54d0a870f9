import Handlebars from 'handlebars'
import { checkCall } from './check-call.js'
import { didYouMean } from './did-you-mean.js'
import { helpers } from './helpers.js'
import { childScope, resolve, type Scopes, type Tell } from './resolve.js'
import { parseTrouble, placesIn, type TemplatePlace } from './template-place.js'
import { canBeNull, isFigure, kindOf, shapeOf, type Schema } from './view-kind.js'

/** Something wrong with a template; line and column from 1, start and end as offsets into its text. */
export interface TemplateProblem extends TemplatePlace {
  readonly message: string
  readonly hint: string
}

type Path = hbs.AST.PathExpression
const BLOCKS = ['each', 'if', 'unless', 'with']

/**
 * Holds every name of a template against the view model, before anything is rendered: Handlebars itself lets misspelt
 * names in blocks and helper arguments pass in silence. A partial is checked where it is called, with what it is given.
 */
export function checkTemplate(
  source: string,
  view: Schema,
  partials: Readonly<Record<string, string>>,
): TemplateProblem[] {
  const problems = check(source, { root: view, each: 0, stack: [view], names: [{}] }, partials, [])
  return problems.sort((a, b) => a.start - b.start)
}

/** @param calls the partials that lead here, so that none calls itself */
function check(
  source: string,
  scopes: Scopes,
  partials: Readonly<Record<string, string>>,
  calls: readonly string[],
): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const place = placesIn(source)
  const lines = source.split(/\r\n?|\n/)
  const tell: Tell = ({ loc }, message, hint) => void problems.push({ ...place(loc), message, hint })
  try {
    program(Handlebars.parse(source), scopes)
  } catch (error) {
    const { location, message, hint } = parseTrouble(error as Error)
    problems.push({ ...place(location), message, hint })
  }
  return problems

  function program(body: hbs.AST.Program | undefined, scopes: Scopes): void {
    for (const node of body?.body ?? []) statement(node, scopes)
  }

  function statement(node: hbs.AST.Node, scopes: Scopes): void {
    if (node.type === 'MustacheStatement') mustache(node as hbs.AST.MustacheStatement, scopes)
    else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scopes)
    else if (node.type === 'PartialStatement') partial(node as hbs.AST.PartialStatement, scopes)
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement')
      tell(
        node,
        'this kind of tag is not used in papers',
        'use {{name}}, {{#each}}, {{#if}}, {{#unless}}, {{#with}} and {{> partial}}',
      )
  }

  function mustache(node: hbs.AST.MustacheStatement, scopes: Scopes): void {
    if (!node.escaped) tell(node, 'three braces or & would print a text unescaped', 'write two braces')
    const path = node.path as Path
    if (path.type !== 'PathExpression')
      return tell(path, 'text in braces is not a name', 'write the text without braces')
    if (node.params.length > 0 || node.hash !== undefined || isHelper(path)) {
      const { start, end } = place(node.loc)
      if (path.original === 'prose' && lines[node.loc.start.line - 1]?.trim() !== source.slice(start, end).trim())
        tell(node, 'prose has paragraphs, and stands beside other text here', 'give it a line of its own, or use said')
      return checkCall(node, 'print', scopes, tell)
    }
    const found = resolve(path, scopes, tell)
    if (found !== undefined) printable(path, found)
  }

  function printable(path: Path, found: Schema): void {
    const kind = kindOf(found)
    if (kind === 'text') return
    const name = path.original
    if (isFigure(kind)) {
      const ways = kind === 'figure' ? ['count', 'money'] : [kind]
      tell(path, `"${name}" is a figure`, `print it with ${ways.map((it) => `{{${it} ${name}}}`).join(' or ')}`)
      return
    }
    const keys = Object.keys(shapeOf(found) ?? {})
    const hints: Record<string, string> = {
      list: `write {{#each ${name}}} or {{names ${name}}}`,
      map: `write {{#each ${name}}}`,
      group: `name what to print of it: ${keys.map((key) => `${name}.${key}`).join(', ')}`,
      number: 'numbers are printed as figures, which say how they were made',
      flag: `write {{#if ${name}}}`,
    }
    tell(path, `"${name}" is a ${kind}, which cannot be printed as it is`, hints[kind] ?? '')
  }

  function block(node: hbs.AST.BlockStatement, scopes: Scopes): void {
    const name = (node.path as Path).original
    if (!BLOCKS.includes(name)) {
      tell(node.path, `there is no block "${name}"`, didYouMean(name, BLOCKS))
      for (const param of node.params) value(param, scopes)
    } else if (node.params.length !== 1 || node.hash !== undefined)
      tell(node, `{{#${name}}} takes one name`, `write {{#${name} name}}`)
    const [param] = node.params
    const found = BLOCKS.includes(name) && param !== undefined ? value(param, scopes) : undefined
    const conditional = name !== 'each' && name !== 'with'
    if (conditional && found !== undefined && BLOCKS.includes(name)) condition(param as Path, found)
    const inner = conditional ? scopes : found && childScope(name, node, found, scopes, tell)
    if (inner !== undefined) program(node.program, inner) // else its own name is wrong: what is inside cannot be judged
    program(node.inverse, scopes)
  }

  /** What is never empty says nothing as a condition, although it reads as if it did. */
  function condition(param: Path, found: Schema): void {
    const kind = kindOf(found)
    if (canBeNull(found) || (!isFigure(kind) && kind !== 'group' && kind !== 'map')) return
    tell(
      param,
      `"${param.original}" is a ${isFigure(kind) ? 'figure' : kind}, which is always there`,
      isFigure(kind) ? `write (some ${param.original})` : 'name what is to be asked of it',
    )
  }

  /** The schema of a block's or partial's argument; undefined for literals, and for names that were told as wrong. */
  function value(node: hbs.AST.Expression, scopes: Scopes): Schema | undefined {
    if (node.type === 'SubExpression') checkCall(node as hbs.AST.SubExpression, 'condition', scopes, tell)
    else if (node.type === 'PathExpression') return resolve(node as Path, scopes, tell, false)
    else tell(node, 'a name of the view is wanted here, not a text or number', 'write a name without quotes')
    return undefined
  }

  function partial(node: hbs.AST.PartialStatement, scopes: Scopes): void {
    const called = (node.name as Path).original as string | undefined
    if (called === undefined || !Object.hasOwn(partials, called))
      return tell(node.name, `there is no partial "${called ?? ''}"`, didYouMean(called ?? '', Object.keys(partials)))
    if (calls.includes(called)) return tell(node.name, `the partial "${called}" calls itself`, 'take one call out')
    if (node.hash !== undefined) tell(node, 'a partial is given one value, and no names of its own', 'use {{#with}}')
    const [param] = node.params
    const given = param === undefined ? scopes.stack.at(-1) : value(param, scopes)
    if (given === undefined) return
    const inside: Scopes = { root: scopes.root, each: scopes.each, stack: [given], names: [{}] }
    for (const it of check(partials[called]!, inside, partials, [...calls, called]))
      tell(node.name, `in the partial "${called}", ${it.line}:${it.column}: ${it.message}`, it.hint)
  }
}

const isHelper = (path: Path) =>
  path.parts.length === 1 && path.depth === 0 && !path.data && Object.hasOwn(helpers, path.original)
