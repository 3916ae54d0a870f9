import type * as z from 'zod'
import { entryOf, Lines, type MapNode, type Node, type Path } from '../../document/node.js'
import { checkSchema } from '../../model/check-schema.js'
import { readInDayOrder } from '../../model/day-order.js'
import type { Problem } from '../../model/fix.js'
import { FORM_SCHEMAS, type CompletedData, type FormSchemas } from '../../model/form-schemas.js'
import { isPlace, type At } from '../../model/place.js'
import { toPlain, valueAt, type Plain, type PlainMap } from '../../model/plain.js'
import { readTree, type ExplainSyntax } from '../../model/read-tree.js'
import type { Register } from '../../model/register.js'
import { spanOf } from '../../model/span.js'
import { linesIn } from '../../model/text-lines.js'
import { UsageError, UsageErrors } from '../../model/usage-error.js'
import { decode } from '../../document/decode.js'
import { echoed, inMessageLength } from '../echoed.js'

/** A file with a completed form. */
export interface FormFile {
  /** Its name in messages. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A completed form as it was read. What was left blank is not in it. */
export interface ReadForm<Name extends keyof FormSchemas> {
  readonly data: CompletedData<Name>
  /** Its values as they were written. */
  readonly written: PlainMap
  /** `answers.yaml:12:3`. */
  readonly placeOf: (...path: Path) => string
  /**
   * Reports what does not fit the form, together with what the caller finds wrong itself.
   * @throws UsageError with every mistake
   */
  readonly refuseMistakes: () => void
}

/** The name of the file within the reader, which treats files by their endings. */
const FILE = 'form.yaml'

/**
 * Reads a completed form.
 * @param explain lists all syntax errors of a text that does not parse
 * @throws UsageError with every mistake, each with its line, if it is no form of this kind or cannot be parsed
 */
export function readForm<Name extends keyof FormSchemas>(
  form: Name,
  { name, bytes }: FormFile,
  { settings }: Register,
  explain: ExplainSyntax,
): ReadForm<Name> {
  const tree = readTree({ file: FILE, bytes, kind: 'update' }, explain)
  if (tree === 'needs-explaining') throw new Error('the syntax of a form is always explained')
  const { text } = decode(bytes)
  const root = tree.root && (withoutBlanks(tree.root) as MapNode)
  const lines = new Lines(text)
  const say = (at: At) => {
    const { line, column } = lines.position(isPlace(at) ? spanOf(root, at).start : at.start)
    return `${name}:${line}:${column}`
  }
  const refuse = (problems: readonly Problem[]) => {
    const errors = problems.map(({ at, message, code, hint }) => {
      const instead = code === 'syntax/empty' ? `partners form ${form} --format yaml prints one to fill in` : hint
      return new UsageError(
        `${say(at)}: ${inMessageLength(message)}`,
        instead?.replace('; or begin your own keys with x-', ''),
      )
    })
    if (errors.length > 0) throw errors.length === 1 ? errors[0]! : new UsageErrors(errors)
  }
  if (root === undefined) {
    refuse(tree.problems)
    throw new UsageError(`${name} cannot be read`)
  }
  const problems = [...tree.problems, ...ownAnswers(root)]
  const schema = FORM_SCHEMAS[form]
  const plain = readInDayOrder(settings['day-order'], schema, toPlain(FILE, root, problems)) as PlainMap
  const placeOf = (...path: Path) => say({ file: FILE, path, on: 'value' })
  refuseOtherForm(form, plain, placeOf('form'))
  const written = structuredClone(plain)
  const { data } = checkSchema<unknown>(
    FILE,
    schema as z.ZodType,
    plain,
    { fallback: {}, cut: [], linesAt: linesIn(root, () => text) },
    problems,
  )
  const mistakes = problems.filter((it) => !isCheckedLater(it, written))
  return { data: data as CompletedData<Name>, written, placeOf, refuseMistakes: () => refuse(mistakes) }
}

/** Values of risks and actions are read as those of a command line, which may be spelt in other ways. */
const isCheckedLater = ({ code, at }: Problem, written: PlainMap) =>
  code.startsWith('schema/') &&
  isPlace(at) &&
  ['risks', 'actions'].includes(String(at.path[0])) &&
  at.on === 'value' &&
  at.path.length === 3 &&
  typeof valueAt(written, at.path) === 'string'

/** Keys of one's own, which begin with x-, are left out elsewhere; as an answer one would be lost without notice. */
function ownAnswers(root: MapNode): Problem[] {
  const answers = entryOf(root, 'answers')?.value
  const own = answers?.kind === 'map' ? answers.entries.filter(({ key }) => key.text.startsWith('x-')) : []
  return own.map(({ key }) => ({
    code: 'schema/unknown-key',
    at: { file: FILE, start: key.start, end: key.end },
    message: `the form has no question "${echoed(key.text)}"`,
  }))
}

/** A form of another kind has other keys, each of which would be a mistake of its own. */
function refuseOtherForm(form: string, plain: Plain, place: string): void {
  const stated = valueAt(plain, ['form'])
  if (stated === form) return
  throw stated === undefined
    ? new UsageError(`${place}: the file does not say which form it is`, `begin it with form: ${form}`)
    : new UsageError(
        `${place}: this is the form ${typeof stated === 'string' ? `"${echoed(stated)}"` : 'of another kind'}, not ${form}`,
        typeof stated === 'string' && Object.hasOwn(FORM_SCHEMAS, stated)
          ? `partners record ${stated} takes it`
          : undefined,
      )
}

/** A tree without what was left blank: keys without a value, and items and maps of nothing else. */
function withoutBlanks(node: Node): Node {
  if (node.kind === 'list') {
    return { ...node, items: node.items.map(withoutBlanks).filter((it) => !isBlank(it)) }
  }
  if (node.kind === 'scalar') return node
  const entries = node.entries.map(({ key, value }) => ({ key, value: withoutBlanks(value) }))
  return { ...node, entries: entries.filter((it) => !isBlank(it.value)) }
}

/** Nothing, or blanks in quotes. A tilde or null in a form is left blank as well. */
function isBlank(node: Node): boolean {
  if (node.kind === 'list') return node.items.length === 0
  if (node.kind === 'map') return node.entries.length === 0
  return node.style === 'absent' || /^(?:\s*|~|null)$/i.test(node.text)
}
