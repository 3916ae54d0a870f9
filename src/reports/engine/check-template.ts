import { checkCall } from './check-call.js'
import { didYouMean } from '../../model/nearest.js'
import { helpers } from './helpers.js'
import { parseTemplate } from './parse-template.js'
import { NO_OWN_NAMES, type OwnNames } from './own-names.js'
import { childScope, namesOf, resolve, type Scopes, type Report } from './resolve.js'
import { placesIn } from './template-place.js'
import { cannotBeRead, type TemplateCall, type TemplateProblem } from './template-problem.js'
import { canBeNull, isFigure, kindOf, type Schema } from './view-kind.js'

type Path = hbs.AST.PathExpression
const BLOCKS = ['each', 'join', 'if', 'unless', 'with']

/**
 * Checks every name of a template against the view model, before anything is rendered: Handlebars itself ignores
 * misspelt names in blocks and helper arguments. A partial is checked where it is called, with what it is given;
 * what is wrong in it is reported once, at its own place.
 * @param own the fields of their own that the records of the register have
 */
export function checkTemplate(
  source: string,
  view: Schema,
  partials: Readonly<Record<string, string>>,
  own: OwnNames = NO_OWN_NAMES,
): TemplateProblem[] {
  const inView = { root: view, own, each: 0, stack: [view], names: [{}] }
  const problems = check({ source, calls: [] }, inView, { partials, checked: new Map() })
  const distinct = new Map(problems.toReversed().map((it) => [`${it.partial ?? ''} ${it.start} ${it.message}`, it]))
  return [...distinct.values()].sort((a, b) => firstCall(a) - firstCall(b) || a.start - b.start)
}

const firstCall = ({ start, calls }: TemplateProblem) => calls.at(-1)?.start ?? start

/** The template itself, or a partial with the calls that lead to it, the nearest first. */
interface Checked {
  readonly source: string
  readonly partial?: string
  readonly calls: readonly TemplateCall[]
}

/** The partials, and what each was checked with: it is not looked at again when it is given the same. */
interface Known {
  readonly partials: Readonly<Record<string, string>>
  readonly checked: Map<string, Set<Schema>>
}

/** How deep partials may call each other. */
const DEEPEST = 50
/** How many lists around a partial its `@../index` may refer to. */
const MOST_LISTS = 10

function check({ source, partial: own, calls }: Checked, scopes: Scopes, known: Known): TemplateProblem[] {
  const { partials } = known
  const problems: TemplateProblem[] = []
  const context = { ...(own !== undefined && { partial: own }), calls }
  const place = placesIn(source)
  const lines = source.split(/\r\n?|\n/)
  const report: Report = ({ loc }, message, hint) => void problems.push({ ...place(loc), message, hint, ...context })
  const parsed = parseTemplate(source)
  if ('message' in parsed) return [{ ...cannotBeRead(source, parsed), ...context }]
  program(parsed, scopes)
  return problems

  function program(body: hbs.AST.Program | undefined, scopes: Scopes): void {
    for (const node of body?.body ?? []) statement(node, scopes)
  }

  function statement(node: hbs.AST.Node, scopes: Scopes): void {
    if (node.type === 'MustacheStatement') mustache(node as hbs.AST.MustacheStatement, scopes)
    else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scopes)
    else if (node.type === 'PartialStatement') partial(node as hbs.AST.PartialStatement, scopes)
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement')
      report(
        node,
        'this kind of tag is not used in papers',
        'use {{name}}, {{#each}}, {{#if}}, {{#unless}}, {{#with}} and {{> partial}}',
      )
  }

  function mustache(node: hbs.AST.MustacheStatement, scopes: Scopes): void {
    if (!node.escaped) report(node, 'three braces or & would print a text unescaped', 'write two braces')
    const path = node.path as Path
    if (path.type !== 'PathExpression')
      return report(path, 'text in braces is not a name', 'write the text without braces')
    if (node.params.length > 0 || node.hash !== undefined || isHelper(path)) {
      const { start, end } = place(node.loc)
      const block = isHelper(path) ? helpers[path.original]!.block : undefined
      if (block !== undefined && lines[node.loc.start.line - 1]?.trim() !== source.slice(start, end).trim())
        report(
          node,
          `${path.original} has ${block}, but is beside other text here`,
          'give it a line of its own, or use {{said}}',
        )
      return checkCall(node, 'print', scopes, report)
    }
    const found = resolve(path, scopes, report)
    if (found !== undefined) printable(path, found, scopes)
  }

  function printable(path: Path, found: Schema, { own }: Scopes): void {
    const kind = kindOf(found)
    if (kind === 'text') return
    const name = path.original
    if (isFigure(kind)) {
      report(path, `"${name}" is a figure`, `print it with {{${kind} ${name}}}`)
      return
    }
    const keys = Object.keys(namesOf(found, own) ?? {})
    const hints: Record<string, string> = {
      list: `write {{#each ${name}}} or {{names ${name}}}`,
      map: `write {{#each ${name}}}`,
      group: `name what to print of it: ${keys.map((key) => `${name}.${key}`).join(', ')}`,
      number: 'numbers are printed as figures, which say how they were made',
      flag: `write {{#if ${name}}}`,
    }
    report(path, `"${name}" is a ${kind}, which cannot be printed as it is`, hints[kind] ?? '')
  }

  function block(node: hbs.AST.BlockStatement, scopes: Scopes): void {
    const name = (node.path as Path).original
    if (!BLOCKS.includes(name)) {
      report(node.path, `there is no block "${name}"`, didYouMean(name, BLOCKS))
      for (const param of node.params) value(param, scopes)
    } else if (name === 'join') {
      if (node.params.length !== 2 || node.params[1]!.type !== 'StringLiteral' || node.hash !== undefined)
        report(node, '{{#join}} takes a list and a text', 'write {{#join name "; "}}')
    } else if (node.params.length !== 1 || node.hash !== undefined)
      report(node, `{{#${name}}} takes one name`, `write {{#${name} name}}`)
    const [param] = node.params
    const found = BLOCKS.includes(name) && param !== undefined ? value(param, scopes) : undefined
    const conditional = name === 'if' || name === 'unless'
    if (conditional && found !== undefined && BLOCKS.includes(name)) condition(param as Path, found)
    const inner = conditional ? scopes : found && childScope(name, node, found, scopes, report)
    if (inner !== undefined) program(node.program, inner) // otherwise its own name is wrong, and what is inside cannot be checked
    program(node.inverse, scopes)
  }

  /** A value that is always there makes a condition that is always true. */
  function condition(param: Path, found: Schema): void {
    const kind = kindOf(found)
    if (canBeNull(found) || (!isFigure(kind) && kind !== 'group' && kind !== 'map')) return
    report(
      param,
      `"${param.original}" is a ${isFigure(kind) ? 'figure' : kind}, which is always there`,
      isFigure(kind) ? `write (some ${param.original})` : 'name a value inside it',
    )
  }

  /** The schema of a block's or partial's argument; undefined for literals, and for names that were reported. */
  function value(node: hbs.AST.Expression, scopes: Scopes): Schema | undefined {
    if (node.type === 'SubExpression') checkCall(node as hbs.AST.SubExpression, 'condition', scopes, report)
    else if (node.type === 'PathExpression') return resolve(node as Path, scopes, report, false)
    else report(node, 'a name of the view is wanted here, not a text or number', 'write a name without quotes')
    return undefined
  }

  function partial(node: hbs.AST.PartialStatement, scopes: Scopes): void {
    const called = (node.name as Path).original as string | undefined
    if (called === undefined || !Object.hasOwn(partials, called))
      return report(
        node.name,
        `there is no partial "${called ?? ''}"`,
        partialMeant(called ?? '', Object.keys(partials)),
      )
    if (called === own || calls.some((it) => it.partial === called))
      return report(node.name, `the partial "${called}" calls itself`, 'take one call out')
    if (calls.length >= DEEPEST)
      return report(node.name, `more than ${DEEPEST} partials call each other here`, 'take a call out')
    if (node.hash !== undefined) report(node, 'a partial is given one value, and no names of its own', 'use {{#with}}')
    const [param] = node.params
    const given = param === undefined ? scopes.stack.at(-1) : value(param, scopes)
    if (given === undefined || !isNew(called, given, scopes)) return
    const inside: Scopes = { ...scopes, stack: [given], names: [{}] }
    const call = { ...place(node.name.loc), ...(own !== undefined && { partial: own }) }
    for (const it of check({ source: partials[called]!, partial: called, calls: [call, ...calls] }, inside, known))
      problems.push(it)
  }

  /** What a partial means depends on what it is given, and on the lists around it. */
  function isNew(called: string, given: Schema, { each }: Scopes): boolean {
    const key = `${Math.min(each, MOST_LISTS)} ${called}`
    const seen = known.checked.get(key) ?? new Set()
    known.checked.set(key, seen)
    return !seen.has(given) && seen.add(given) !== undefined
  }
}

const partialMeant = (called: string, names: readonly string[]) =>
  names.length === 0 ? 'a register keeps its own in templates/partials' : didYouMean(called, names)

const isHelper = (path: Path) =>
  path.parts.length === 1 && path.depth === 0 && !path.data && Object.hasOwn(helpers, path.original)
