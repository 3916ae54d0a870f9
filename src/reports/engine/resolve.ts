import { didYouMean } from '../../model/nearest.js'
import { lacking, ownShape, toAdd, type OwnNames } from './own-names.js'
import { elementOf, entryOf, isFigure, kindOf, ownKindOf, shapeOf, type Schema } from './view-kind.js'

/** Reports a problem at a node of the template. */
export type Report = (node: hbs.AST.Node, message: string, hint: string) => void

/** What names mean at some point of a template. */
export interface Scopes {
  readonly root: Schema
  readonly own: OwnNames
  /** How many {{#each}} and {{#join}} are around. */
  readonly each: number
  /** What `this`, `..` and `../..` are, the innermost last. */
  readonly stack: readonly Schema[]
  /** Names that blocks give by `as |name|`; null for a position or key. */
  readonly names: readonly Readonly<Record<string, Schema | null>>[]
}

const EACH_WORDS = ['index', 'first', 'last', 'key']

/** What a name stands for; undefined where it was reported, or is a position that conditions alone may use. */
export function resolve(
  path: hbs.AST.PathExpression,
  scopes: Scopes,
  report: Report,
  printed = true,
): Schema | undefined {
  const parts = path.parts as string[]
  if (path.data) return dataWord(path, parts, scopes, report, printed)
  const [first = ''] = parts
  const named = path.depth === 0 && !/^this\b|^\./.test(path.original) ? blockName(first, scopes) : undefined
  if (named === null) return undefined
  if (named !== undefined) return walk(path, named, parts.slice(1), scopes, report)
  const scope = scopes.stack.at(-1 - path.depth)
  if (scope === undefined) {
    report(path, `"${path.original}" leads out of the view`, 'take out a ../')
    return undefined
  }
  return walk(path, scope, parts, scopes, report)
}

function dataWord(path: hbs.AST.PathExpression, parts: string[], scopes: Scopes, report: Report, printed: boolean) {
  const [word = ''] = parts
  if (word === 'root') return walk(path, scopes.root, parts.slice(1), scopes, report)
  const words = scopes.each > path.depth ? EACH_WORDS : []
  if (!words.includes(word) || parts.length > 1)
    report(path, `there is no @${parts.join('.')} here`, didYouMean(word, [...words, 'root']))
  else if (printed && word !== 'key')
    report(
      path,
      `@${word} cannot be printed`,
      'use it in a condition, such as {{#if @first}}; lists are numbered with 1.',
    )
  return undefined
}

const blockName = (name: string, { names }: Scopes) => names.findLast((it) => Object.hasOwn(it, name))?.[name]

/** The names of a group and what is there, own fields (`x-…`) among them; undefined for anything else. */
export function namesOf(schema: Schema, own: OwnNames): Readonly<Record<string, Schema>> | undefined {
  const kind = ownKindOf(schema)
  return kind === undefined ? shapeOf(schema) : ownShape(own(kind))
}

function walk(
  path: hbs.AST.PathExpression,
  from: Schema,
  parts: string[],
  { own }: Scopes,
  report: Report,
): Schema | undefined {
  let found: Schema = from
  for (const [index, part] of parts.entries()) {
    const shape = namesOf(found, own)
    const next = shape === undefined ? entryOf(found) : Object.hasOwn(shape, part) ? shape[part] : undefined
    if (next === undefined) {
      const before = parts.slice(0, index).join('.')
      if (shape !== undefined) notIn(found, shape, part)
      else if (elementOf(found) !== undefined)
        report(path, `"${before || 'this'}" is a list, of which "${part}" is no part`, 'go through it with {{#each}}')
      else
        report(
          path,
          `"${part}" is not in the view`,
          `"${before || 'this'}" is ${describeKind(found)}, which has no parts`,
        )
      return undefined
    }
    found = next
  }
  return found // with its null, if it can be that: conditions want to know

  function notIn(group: Schema, shape: Readonly<Record<string, Schema>>, part: string): void {
    const kind = ownKindOf(group)
    if (kind !== undefined) report(path, lacking(kind, part), didYouMean(part, Object.keys(shape), toAdd(kind, part)))
    else
      report(
        path,
        `"${part}" is not in the view`,
        part.startsWith('x-') && 'x' in shape ? `write x.${part.slice(2)}` : didYouMean(part, Object.keys(shape)),
      )
  }
}

function describeKind(schema: Schema): string {
  const kind = kindOf(schema)
  return isFigure(kind) ? 'a figure' : kind === 'flag' ? 'true or false' : kind === 'number' ? 'a number' : 'a text'
}

/** The scopes inside {{#each}}, {{#join}} or {{#with}}; undefined where nothing inside can be judged. */
export function childScope(
  block: string,
  node: hbs.AST.BlockStatement,
  found: Schema,
  scopes: Scopes,
  report: Report,
): Scopes | undefined {
  const isLoop = block === 'each' || block === 'join'
  const item = isLoop ? (elementOf(found) ?? entryOf(found)) : found
  if (item === undefined) {
    const [param] = node.params
    report(param!, `"${(param as hbs.AST.PathExpression).original}" is not a list`, `${block} goes through a list`)
    return undefined
  }
  const [value, position] = node.program?.blockParams ?? []
  const names = { ...(value && { [value]: item }), ...(position && { [position]: null }) }
  return {
    ...scopes,
    each: scopes.each + (isLoop ? 1 : 0),
    stack: [...scopes.stack, item],
    names: [...scopes.names, names],
  }
}
