import { didYouMean } from '../../model/nearest.js'
import { helpers, type ArgumentType } from './helpers.js'
import { figureMeant } from './figures-here.js'
import { resolve, type Scopes, type Report } from './resolve.js'
import { elementOf, isFigure, kindOf, type Schema } from './view-kind.js'

interface Call {
  readonly path: hbs.AST.Node
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

/**
 * A helper and its arguments.
 * @param use a mustache prints what its helper returns; a condition tests it
 */
export function checkCall(node: Call, use: 'print' | 'condition', scopes: Scopes, report: Report): void {
  const path = node.path as hbs.AST.PathExpression
  const name = path.original
  const names = Object.keys(helpers).filter((it) => (helpers[it]!.condition ? 'condition' : 'print') === use)
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined
  for (const pair of node.hash?.pairs ?? [])
    report(pair, `helpers take no named values such as ${pair.key}=`, helper?.help ?? 'take it out')
  if (helper === undefined) {
    for (const param of node.params) argument(param, undefined)
    return report(path, `there is no helper "${name}"`, didYouMean(name, names))
  }
  if (!names.includes(name))
    report(
      path,
      use === 'print' ? `${name} is a condition, which prints nothing` : `${name} prints, and is not a condition`,
      helper.help,
    )
  const { length } = helper.args
  if (node.params.length !== length)
    report(path, `${name} takes ${length} value${length === 1 ? '' : 's'}, not ${node.params.length}`, helper.help)
  node.params.forEach((param, index) => argument(param, helper.args[index]))

  function ofWords(param: hbs.AST.StringLiteral): void {
    const words = helper?.words
    if (words !== undefined && !words.includes(param.value))
      report(param, `${name} does not know "${param.value}"`, didYouMean(param.value, words))
  }

  function argument(param: hbs.AST.Expression, wanted: ArgumentType | undefined): void {
    if (param.type === 'SubExpression') {
      report(param, `${name} takes names of the view`, 'use brackets in {{#if (…)}} only')
      return
    }
    if (param.type !== 'PathExpression') {
      const isText = param.type === 'StringLiteral' && (wanted === 'text' || wanted === 'any' || wanted === 'literal')
      if (wanted !== undefined && !isText)
        report(param, `${name} takes a ${describeExpected(wanted)} here`, helper?.help ?? 'take it out')
      else if (isText) ofWords(param as hbs.AST.StringLiteral)
      return
    }
    const { original: what, depth, data } = param as hbs.AST.PathExpression
    const scope = scopes.stack.at(-1 - depth)
    const meant = isUnit(wanted) && scope !== undefined && !data ? figureMeant(what, wanted, scope) : undefined
    const found = resolve(param as hbs.AST.PathExpression, scopes, (node, message, hint) =>
      report(node, message, meant ?? hint),
    )
    if (found === undefined || wanted === undefined || fits(found, wanted)) return
    const kind = kindOf(found)
    const [written, hint] = isFigure(kind)
      ? [`${kind} figure`, `print it with {{${kind} ${what}}}`]
      : [kind, meant ?? `${name} ${helper!.help}`]
    report(param, `"${what}" is a ${written}, and ${name} takes a ${describeExpected(wanted)}`, hint)
  }
}

/** What an argument must be, in words. */
export const describeExpected = (wanted: ArgumentType) =>
  ({
    count: 'count figure',
    money: 'money figure',
    percent: 'per cent figure',
    list: 'list of texts',
    text: 'text',
    any: 'text',
    literal: 'text in quotes',
  })[wanted]

const isUnit = (wanted: ArgumentType | undefined) => wanted === 'count' || wanted === 'money' || wanted === 'percent'

function fits(found: Schema, wanted: ArgumentType): boolean {
  const kind = kindOf(found)
  if (isUnit(wanted)) return kind === wanted
  if (wanted !== 'list') return kind === 'text' && wanted !== 'literal'
  const element = elementOf(found)
  return element !== undefined && kindOf(element) === 'text'
}
