import { LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { SyntaxProblem } from './node.js'
import type { Unparsed } from './parse.js'
import { knownMistake, type KnownMistake } from './common-mistakes.js'

/**
 * Every syntax error of a text that `parseYaml` could not read. js-yaml stops at the first; `yaml` recovers and goes
 * on, so this is loaded only for broken files.
 */
export function syntaxErrors(text: string, unparsed: Unparsed, from = 0, to = text.length): SyntaxProblem[] {
  if (/depth|nesting/i.test(unparsed.reason)) return [tooDeep(unparsed.offset)]
  const conflicts = mergeConflicts(text, from, to)
  if (conflicts.length > 0) return conflicts
  const found = parseErrors(text.slice(from, to)).map((error) => explained(error, text, from))
  if (found.length === 0) return [fromReason(unparsed, text)]
  const problems = withoutFollowing(found).map(({ problem }) => problem)
  return [...new Map(problems.map((it) => [`${it.start} ${it.message}`, it])).values()]
}

/** The marks that git leaves at a merge conflict, which cause all other errors of the text. */
function mergeConflicts(text: string, from: number, to: number): SyntaxProblem[] {
  return [...text.slice(from, to).matchAll(/^<{7}(?= |\r?$)/gm)].map(({ index }) => ({
    code: 'syntax/yaml',
    start: from + index,
    end: from + index + 7,
    message: 'a git merge is not finished here: these lines have a conflict',
    hint: 'keep the lines of one side, or combine them; delete the lines <<<<<<<, ======= and >>>>>>>, then git add the file',
  }))
}

/** An error of the parser as it is reported, with the mistake that caused it, if known. */
interface Explained {
  readonly error: YAMLError
  readonly mistake: KnownMistake | undefined
  readonly problem: SyntaxProblem
}

function explained(error: YAMLError, text: string, from: number): Explained {
  const { code, message, pos } = error
  const mistake = knownMistake({ code, message, start: pos[0] + from, end: pos[1] + from }, text, from)
  return { error, mistake, problem: mistake?.problem ?? problemOf(error, text, from) }
}

/**
 * Leaves out errors that follow from another: those at the place of a known mistake, and those below a tab, except for
 * mistakes inside a line.
 */
function withoutFollowing(found: readonly Explained[]): Explained[] {
  const tab = found.find(({ problem }) => problem.code === 'syntax/tab')?.problem.start ?? Infinity
  const known = new Set(found.flatMap(({ mistake, error }) => (mistake === undefined ? [] : error.pos[0])))
  return found.filter(({ error, mistake, problem }) => {
    if (isOfBullet(error, found)) return false
    if (mistake?.isOfOneLine || problem.code === 'syntax/tab') return true
    return problem.start < tab && (mistake !== undefined || !known.has(error.pos[0]))
  })
}

/** Is it what follows a `*` written instead of a dash, which is not a second mistake? */
const isOfBullet = ({ code, pos }: YAMLError, found: readonly Explained[]) =>
  code === 'UNEXPECTED_TOKEN' && found.some(({ error }) => error.code === 'BAD_ALIAS' && error.pos[1] + 1 === pos[0])

function parseErrors(yaml: string): YAMLError[] {
  try {
    // uniqueKeys takes quadratic time, and double keys are reported by the tree builder
    return parseDocument(yaml, { uniqueKeys: false, lineCounter: new LineCounter(), prettyErrors: false }).errors
  } catch {
    return [] // a text that exhausts the second parser is still reported by the first one's error
  }
}

function problemOf(error: YAMLError, text: string, from: number): SyntaxProblem {
  const start = Math.min(error.pos[0] + from, text.length)
  const end = Math.min(Math.max(error.pos[1] + from, start + 1), text.length)
  const words = WORDS[error.code] ?? { message: plainWords(error.message), hint: LOOK_ABOVE }
  return { code: 'syntax/yaml', start, end, ...words }
}

function fromReason(unparsed: Unparsed, text: string): SyntaxProblem {
  const start = Math.min(unparsed.offset, Math.max(text.length - 1, 0))
  const bracket = closingBracketBefore(text, start)
  if (bracket !== undefined)
    return {
      code: 'syntax/yaml',
      start: bracket,
      end: bracket + 1,
      message: `this ${text[bracket]} is not indented further than the key that it belongs to`,
      hint: 'indent it by two spaces more, or write it at the end of the line above',
    }
  const isTab = text[start] === '\t' || /\btab/i.test(unparsed.reason)
  const words = isTab ? WORDS['TAB_AS_INDENT']! : { message: plainWords(unparsed.reason), hint: LOOK_ABOVE }
  return { code: 'syntax/yaml', start, end: start + 1, ...words }
}

/** A closing bracket at the beginning of the line where the parser gave up, which other readers still accept. */
function closingBracketBefore(text: string, offset: number): number | undefined {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const line = /^\s*([\]}])/.exec(text.slice(from))
  return line === null ? undefined : from + line[0].length - 1
}

const tooDeep = (start: number): SyntaxProblem => ({
  code: 'syntax/too-deep',
  start,
  end: start + 1,
  message: 'values are nested more than 60 levels deep here',
  hint: 'no field of a register needs this; look for a run of brackets or dashes that should not be there',
})

const LOOK_ABOVE =
  'look at this line and the one above it: a missing colon, quote or space, or an indent that does not line up'

/** The parser's codes in words for the keeper of a register. */
const WORDS: Readonly<Record<string, { code?: string; message: string; hint: string } | undefined>> = {
  TAB_AS_INDENT: {
    code: 'syntax/tab',
    message: 'a tab indents this line instead of spaces',
    hint: 'indent each level by two spaces; most editors can turn tabs into spaces for .yaml files',
  },
  MULTIPLE_DOCS: {
    code: 'syntax/several-documents',
    message: 'a second document begins here',
    hint: 'keep one record per file: move what follows the --- into a file of its own',
  },
  BAD_DQ_ESCAPE: {
    message: 'in double quotes a backslash begins an escape, and YAML does not know this one',
    hint: "double the backslash, or put the text in single quotes: 'S:\\Shared\\agreement.docx'",
  },
  BAD_INDENT: {
    message: 'this line is not indented like its neighbours',
    hint: 'give keys of one level the same number of spaces in front',
  },
  MISSING_CHAR: { message: 'a closing quote, bracket, comma or colon is missing before this place', hint: LOOK_ABOVE },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a value continues where a new key was expected',
    hint: 'if the value has a colon followed by a space in it, put the value in quotes',
  },
  BLOCK_IN_FLOW: {
    message: 'lines with keys begin inside { } or [ ]',
    hint: 'close the bracket first, or write the whole value on indented lines',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line has no colon, so it cannot be a key',
    hint: 'write "key: value"; if it continues the text above, indent it further than that text’s key',
  },
  UNEXPECTED_TOKEN: { message: 'this is not expected here', hint: LOOK_ABOVE },
  BAD_ALIAS: {
    code: 'syntax/alias',
    message: 'a value that begins with * is an alias in YAML',
    hint: 'begin an item of a list with a dash and a space; put any other value in quotes',
  },
}

/** The parser's sentence without its technical end; shown where we have no words of our own. */
const plainWords = (message: string) => {
  const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
  return `YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
}
