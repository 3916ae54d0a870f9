import Handlebars from 'handlebars'

/** How deep blocks, `{{else if …}}` and brackets may be nested. */
const DEEPEST = 100

/** What is wrong with a template that cannot be parsed, and where: line from 1, column from 0. */
export interface ParseProblem {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint: string
}

/** A parsed template, or why it cannot be parsed. The parser copies all open blocks at every step, so nesting is limited. */
export function parseTemplate(source: string): hbs.AST.Program | ParseProblem {
  const start = tooDeepAt(source)
  if (start !== undefined) return tooDeep(source.slice(0, start))
  try {
    return Handlebars.parse(source)
  } catch (error) {
    return problemOf(source, (error as Error).message)
  }
}

/** The beginnings and ends of tags, with what opens or closes a block, and brackets. */
const SIGN = /\{\{~?\s*(?:(?<opens>#|\^(?=\s*[\w.@]))|(?<chains>else\s+(?=[\w.@]))|(?<closes>\/))?|\}\}|[()]/g

/** The offset at which the limit of nesting is exceeded. */
function tooDeepAt(source: string): number | undefined {
  const blocks: number[] = [] // the levels of each open block: one, and one more for each `else if` of it
  let depth = 0
  let brackets: number | undefined // undefined outside of tags
  for (const { 0: sign, index, groups = {} } of source.matchAll(SIGN)) {
    if (sign.startsWith('{{')) brackets = 0
    else if (sign === '}}') brackets = undefined
    else if (brackets !== undefined) brackets += sign === '(' ? 1 : -1
    if (groups['opens']) blocks.push(0)
    if ((groups['opens'] || groups['chains']) && blocks.length > 0) {
      blocks[blocks.length - 1]! += 1
      depth++
    }
    if (groups['closes']) depth -= blocks.pop() ?? 0
    if (depth + (brackets ?? 0) > DEEPEST) return index
  }
  return undefined
}

function tooDeep(before: string): ParseProblem {
  const lines = before.split(/\r\n?|\n/)
  return {
    line: lines.length,
    column: lines.at(-1)!.length,
    message: `more than ${DEEPEST} blocks and brackets are nested here`,
    hint: 'take some of them out',
  }
}

/** Handlebars gives the place only in the words of its errors. */
function problemOf(source: string, message: string): ParseProblem {
  const mismatch = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message)
  if (mismatch !== null) {
    const [, opened, closed, line, column] = mismatch
    const message = `{{#${opened}}} is closed by {{/${closed}}}`
    return { line: Number(line), column: Number(column), message, hint: UNCLOSED }
  }
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1)
  const text = source.split(/\r\n?|\n/)[line - 1] ?? ''
  if (message.endsWith("got 'EOF'"))
    return { line, column: text.length, message: 'a block is not closed before the end', hint: UNCLOSED }
  const column = shownColumn(text, message)
  const sign = signAt(text, column)
  if (sign === undefined) return { line, column, message: 'the template cannot be read from here on', hint: UNCLOSED }
  const refusal = `templates do not compare or calculate, so "${sign.text}" cannot be used here`
  return { line, column: sign.column, message: refusal, hint: CONDITIONS }
}

const UNCLOSED = 'look for a missing }} or a block that is not closed, such as {{#if …}} without {{/if}}'
const CONDITIONS =
  'a condition tests whether something is there ({{#if name}}, {{#unless name}}), whether a count is not zero ({{#if (some held)}}), or whether two texts are the same ({{#if (is tone "good")}})'

/** The column that the marks of the third line of a message point to, in the text that its second line shows; 0 where it is not found. */
function shownColumn(text: string, message: string): number {
  const [, shown = '', marks = ''] = message.split('\n')
  const at = Math.max(0, marks.indexOf('^'))
  const before = shown.slice(0, at).replace(/^\.\.\./, '')
  const behind = shown.slice(at).replace(/\.\.\.$/, '')
  const isHere = (column: number) =>
    before.endsWith(text.slice(Math.max(0, column - before.length), column)) &&
    behind.startsWith(text.slice(column, column + behind.length))
  let column = 0
  while (column < text.length && !isHere(column)) column++
  return column === text.length ? 0 : column
}

/**
 * An operator of other languages at a place, or after the name there. Handlebars itself reads the first sign of ==.
 */
function signAt(text: string, column: number): { readonly text: string; readonly column: number } | undefined {
  const start = text[column] === '=' && text[column - 1] === '=' ? column - 1 : column
  const [, name = '', sign] = /^([\w.@/-]*)([=<>!&|+*?]+)/.exec(text.slice(start)) ?? []
  return sign === undefined ? undefined : { text: sign, column: start + name.length }
}
