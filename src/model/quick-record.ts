import { decode } from '../document/decode.js'
import { cutMarkdown } from '../document/markdown.js'
import { readPlainYaml, type PlainValues } from '../document/plain-yaml.js'
import { GIVE_UP, giveUp, type GroupShape, type Shape } from '../document/shape.js'
import type { DayOrder } from './day-order.js'
import type { RecordSource } from './read-tree.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { narrativeHeadings } from './sections.js'
import { SCHEMA_VERSION } from './settings.js'
import { shapeOf } from './shapes.js'
import type { Spelling } from './spellings.js'

/** All of a record that has no problem. */
interface QuickRecord {
  readonly data: object
  readonly spellings: readonly Spelling[]
}

/**
 * Reads a record straight into typed values, without a tree, if it is written plainly and nothing is wrong with it;
 * undefined otherwise, and then `readRecord` reads it carefully. The two never differ
 * (docs/decisions/0030-quick-reader.md).
 */
export function quickRecord({ file, bytes, kind }: RecordSource, dayOrder: DayOrder): QuickRecord | undefined {
  const { text, problems } = decode(bytes)
  const order = kind === 'register' ? undefined : dayOrder // it states its own, which is not known yet
  const group = shapeOf(RECORD_SCHEMAS[kind].schema, order)
  if (problems.length > 0 || group.kind !== 'group') return undefined
  try {
    const read = file.endsWith('.md') ? readMarkdown(text, group) : readPlainYaml(text, group)
    if (read === undefined) return undefined
    const data = group.make(read.values)
    if ('schema' in data && data.schema !== SCHEMA_VERSION) return undefined
    return { data, spellings: read.notes as readonly Spelling[] }
  } catch (error) {
    if (error === GIVE_UP) return undefined
    throw error
  }
}

/** A markdown record whose sections all fill a field. */
function readMarkdown(text: string, group: GroupShape): PlainValues | undefined {
  const { frontMatter, sections, preamble } = cutMarkdown(text)
  if (frontMatter === undefined || preamble !== undefined) return undefined
  const read = readPlainYaml(text.slice(frontMatter.start, frontMatter.end), group)
  if (read === undefined) return undefined
  const fill = (key: string, value: (shape: Shape) => unknown) => {
    const slot = group.slots.get(key)
    if (slot === undefined || read.values[slot] !== undefined) giveUp()
    read.values[slot] = value(group.shape(slot))
  }
  const bodies = sections.map(({ heading, body }) => ({ heading, body: text.slice(body.start, body.end) }))
  if (group.slots.has('sections')) fill('sections', (shape) => sectionsAs(shape, bodies))
  else {
    const headings = narrativeHeadings()
    for (const { heading, body } of bodies) {
      if (!Object.hasOwn(headings, heading) || body === '') giveUp()
      fill(headings[heading]!, (shape) => textAs(shape, body))
    }
  }
  return read
}

interface Body {
  readonly heading: string
  readonly body: string
}

/** The list of an update's sections. */
function sectionsAs(shape: Shape, bodies: readonly Body[]): unknown[] {
  const section = shape.kind === 'list' ? shape.item : giveUp()
  if (section.kind !== 'group') giveUp()
  return bodies.map(({ heading, body }) => {
    const values: unknown[] = []
    const fill = (key: string, text: string) => {
      const slot = section.slots.get(key)!
      values[slot] = textAs(section.shape(slot), text)
    }
    fill('heading', heading)
    if (body !== '') fill('text', body)
    return section.make(values)
  })
}

const textAs = (shape: Shape, text: string): unknown =>
  shape.kind === 'scalar' ? shape.read(text, 'section') : giveUp()
