import type { Entry, Node, Span, SyntaxProblem } from './node.js'
import { inQuotes } from './yaml-text.js'

const problem = (code: string, { start, end }: Span, message: string, hint: string): SyntaxProblem => {
  return { code, start, end, message, hint }
}
const quote = (text: string) => `"${text}"`
const WRITE_OUT = 'write the value out here; nobody should have to look elsewhere for it'

export const aliasProblem = (span: Span, alias: string) =>
  problem('syntax/alias', span, `the alias ${quote(alias)} stands for a value written elsewhere`, WRITE_OUT)

export const mergeKeyProblem = (span: Span) =>
  problem('syntax/alias', span, 'the merge key << takes values from elsewhere', WRITE_OUT)

export const anchorProblem = (span: Span, anchor: string) =>
  problem(
    'syntax/anchor',
    span,
    `the anchor ${quote(anchor)} is not plain data`,
    'remove it, and write the value out wherever it is needed',
  )

export const tagProblem = (span: Span, tag: string) =>
  problem('syntax/tag', span, `the tag ${quote(tag)} is not plain data`, 'remove it; each field has its own type')

/** In `[“Alpha, Beta”]` the comma separates what was meant as one text. */
export const curlyQuoteProblem = ({ start }: Span, text: string, isWhole: boolean) =>
  problem(
    'syntax/look-alike',
    { start, end: start + 1 },
    `a curly quote (U+${text.codePointAt(0)!.toString(16).toUpperCase()}) is a letter like any other to YAML`,
    `write straight quotes: ${isWhole ? inQuotes(text.slice(1, -1)) : '"…"'}`,
  )

/** @param rest what follows the value in its line, with the comment */
export const numberedCommentProblem = (span: Span, value: string, rest: string) =>
  problem(
    'syntax/comment-in-value',
    span,
    `a # after a space begins a comment, so the value is only ${quote(value)}`,
    `put the value in quotes (${inQuotes(value + rest.trimEnd())}), or write a space after the #`,
  )

export const keyProblem = (node: Node) =>
  problem(
    'syntax/yaml',
    node,
    `there is a ${node.kind} where a key was expected`,
    'write a key as plain text, followed by a colon',
  )

export const duplicateKeyProblem = ({ key }: Entry, earlier: Entry): SyntaxProblem => ({
  ...problem(
    'syntax/duplicate-key',
    key,
    `the key ${quote(key.text)} is written twice in the same place`,
    'keep one of the two; only the first is read',
  ),
  related: [{ start: earlier.key.start, end: earlier.key.end, message: 'it is written here first' }],
})

/**
 * @param value what is left of the value before the comma
 * @param written all of it
 */
export const commaProblem = (span: Span, key: string, value: string, written: string) =>
  problem(
    'syntax/comma',
    span,
    `inside { } a comma ends a value, so ${quote(key)} is only ${quote(value)}`,
    `put the value in quotes ("${written}"), or write each key on a line of its own`,
  )

export const secondDocumentProblem = (start: number) =>
  problem(
    'syntax/several-documents',
    { start, end: start + 3 },
    'a second document begins here',
    'keep one record per file: move what follows the --- into a file of its own',
  )
