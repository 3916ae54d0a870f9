import { decode } from '../document/decode.js'
import { laidOut } from '../document/layout.js'
import { cutMarkdown } from '../document/markdown.js'
import type { TextPlace } from './place.js'
import { NO_FRONT_MATTER, type RecordSource } from './read-tree.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { keysOf, schemaAt } from './schema-walk.js'

/** A record's whole text in canonical layout, without a byte order mark (`encodeLike` adds it again). */
interface LaidOut {
  readonly text: string
  readonly isChanged: boolean
}

/** Why a record keeps its layout, and the place that prevents a change. */
interface NotLaidOut {
  readonly message: string
  readonly hint?: string
  readonly at: TextPlace
}

/**
 * Lays a record out by `document/layout.ts`, with keys in the order of the catalogue. In a markdown record only the front
 * matter changes.
 */
export function layOut({ file, bytes, kind }: RecordSource): LaidOut | NotLaidOut {
  const refuse = (message: string, start: number, end: number, hint?: string): NotLaidOut => {
    return { message, ...(hint !== undefined && { hint }), at: { file, start, end } }
  }
  const { text, problems } = decode(bytes)
  const [problem] = problems
  if (problem !== undefined) return refuse(problem.message, problem.start, problem.end, problem.hint)
  const stretch = file.endsWith('.md') ? cutMarkdown(text).frontMatter : { start: 0, end: text.length }
  if (stretch === undefined) return refuse(NO_FRONT_MATTER.message, 0, 0, NO_FRONT_MATTER.hint)
  const { start, end } = stretch
  const { schema } = RECORD_SCHEMAS[kind]
  const result = laidOut(text.slice(start, end), (path) => keysOf(schemaAt(schema, path)))
  if (typeof result !== 'string') return refuse(result.message, start + result.start, start + result.end, result.hint)
  const whole = text.slice(0, start) + result + text.slice(end)
  return { text: whole, isChanged: whole !== text }
}
