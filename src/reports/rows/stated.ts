import { formatShare } from '../../figures/shares.js'
import { formatDay, formatInexactDay, type InexactDay } from '../../model/day.js'
import type { Duration } from '../../model/duration.js'
import type { FieldKind, FieldMeta, Sensitivity } from '../../model/field.js'
import { formatMoney } from '../../model/money.js'
import type { Names } from '../../model/naming.js'
import { isMap, isNothing } from '../../model/same.js'
import { keysOf, metaAt, schemaAt, type Schema } from '../../model/schema-walk.js'
import { inSourceWords } from '../../model/source-words.js'
import { capital, formatNames, inWords, lowerFirst } from '../../model/words.js'
import { withoutStop } from '../phrases.js'
import { maybe, rows, text } from '../view-parts.js'

// What a record states, in the order of the catalogue and in its words. A field that is written into the catalogue is in
// the papers that are made this way from its first day.

/** For whom a paper is. */
export interface Reader {
  readonly currency: string
  /** Who may read it; a field of the Board is in no paper for the public. */
  readonly audience: Exclude<Sensitivity, 'internal'>
  /** What a paper writes for an id or name of a record, body or role. */
  named(id: string, names: Names): string
}

/** An entry of a list: what it is called, and what else is stated of it in one text. */
export interface Line {
  readonly title: string
  readonly text: string | null
}

/** Entries of one sort under a heading. */
export const lineGroups = rows({ heading: text, lines: rows({ title: text, text: maybe }) })

/** A field that says something: one text, or an entry each. */
export interface Stated {
  readonly key: string
  readonly label: string
  readonly form: 'fact' | 'prose' | 'lines'
  readonly text: string
  readonly lines: Line[]
}

/** What is stated of something, in one text; null where nothing is. A full stop before a semicolon gives way to it. */
export function joined(...parts: readonly (string | null | undefined)[]): string | null {
  const there = parts.flatMap((it) => (it ? [it.trim()] : []))
  return there.map((it, index) => (index === there.length - 1 ? it : withoutStop(it))).join('; ') || null
}

/** The fields of a record that say something and that this reader may see. @param except those that have a place of their own */
export function statedFields(schema: Schema, record: object, reader: Reader, except: readonly string[] = []): Stated[] {
  const stated = fieldsIn(schema, record, reader, except).map(({ key, meta, schema: inner, value }): Stated => {
    const label = meta.reader ?? meta.label
    const lines = linesOf(inner, value, reader)
    if (lines !== undefined) return { key, label, form: 'lines', text: '', lines }
    const text = meta.words?.[String(value)] ?? formatValue(inner, value, reader)
    return { key, label, form: meta.prose === true ? 'prose' : 'fact', text, lines: [] }
  })
  return stated.filter(({ form, text }) => form === 'lines' || text !== '')
}

/** An entry of a list: by its first text of those that name it, with what else it states. */
export function lineOf(schema: Schema, item: unknown, reader: Reader, except: readonly string[] = []): Line {
  const title = isMap(item) ? TITLES.find((key) => !except.includes(key) && !isNothing(item[key])) : undefined
  if (!isMap(item)) return { title: formatValue(schema, item, reader), text: null }
  const text = joined(...phrasesOf(schema, item, reader, [...except, title ?? '']))
  if (title === undefined) return { title: capital(text ?? ''), text: null }
  return { title: formatValue(schemaAt(schema, [title])!, item[title], reader), text }
}

const TITLES = ['title', 'name', 'function', 'power', 'date']

/** What a group or an entry states, a phrase for each field: `owner: Chief Nurse`, `due March 2027`. */
export const phrasesOf = (schema: Schema, item: object, reader: Reader, except: readonly string[] = []): string[] =>
  fieldsIn(schema, item, reader, except).flatMap(({ meta, schema: inner, value }) => {
    const instead = meta.words?.[String(value)]
    const text = instead ?? formatValue(inner, value, reader)
    if (text === '' || instead !== undefined) return text === '' ? [] : [text]
    const phrase = meta.phrase || usualPhrase(meta)
    return [phrase.includes('…') ? phrase.replace('…', withoutStop(text)) : `${phrase} ${text}`.trim()]
  })

/** A choice reads by itself; a day or number, and what is behind `by` or `to`, goes on from a word without a colon. */
function usualPhrase({ phrase, kind, label }: FieldMeta): string {
  if (phrase === '' || kind === 'choice') return ''
  const goesOn = SHORT.includes(kind) || /(?:^| )(?:about|by|for|from|to)$/i.test(label)
  return `${lowerFirst(label)}${goesOn ? '' : ':'}`
}
const SHORT: readonly FieldKind[] = ['day', 'number', 'share', 'duration']

interface Found {
  readonly key: string
  readonly meta: FieldMeta
  readonly schema: Schema
  readonly value: unknown
}

function fieldsIn(schema: Schema, written: object, { audience }: Reader, except: readonly string[]): Found[] {
  const record = inSourceWords(schema, written)
  const mayRead = ({ sensitivity = 'public' }: FieldMeta) => sensitivity === 'public' || sensitivity === audience
  return (keysOf(schema) ?? []).flatMap((key) => {
    const value = (record as Record<string, unknown>)[key]
    const meta = metaAt(schema, [key])!
    const isShown = !isNothing(value) && meta.phrase !== false && mayRead(meta) && !except.includes(key)
    return isShown ? [{ key, meta, schema: schemaAt(schema, [key])!, value }] : []
  })
}

/** A list of texts or groups, and a map, has a line for each; what else is stated is one text. */
function linesOf(schema: Schema, value: unknown, reader: Reader): Line[] | undefined {
  const item = schemaAt(schema, [0])
  const { kind } = metaAt(schema, [])!
  if (kind === 'map') return Object.entries(value as object).map(([title, it]) => ({ title, text: String(it) }))
  if (!Array.isArray(value) || !['text', 'group'].includes(metaAt(item!, [])!.kind)) return undefined
  return value.map((it) => lineOf(item!, it, reader))
}

/** A value as a paper has it. */
function formatValue(schema: Schema, value: unknown, reader: Reader): string {
  const meta = metaAt(schema, [])!
  if (Array.isArray(value)) {
    const item = schemaAt(schema, [0])!
    if (metaAt(item, [])!.kind !== 'group') return formatNames(value.map((it) => formatValue(item, it, reader)))
    const lines = value.map((it) => lineOf(item, it, reader))
    return lines.map(({ title, text }) => (text === null ? title : `${title} (${text})`)).join(', ')
  }
  switch (meta.kind) {
    case 'money':
      return formatMoney(value as number, reader.currency)
    case 'share':
      return formatShare(value as number)
    case 'flag':
      return value === true ? 'yes' : 'no'
    case 'choice':
      return inWords(String(value))
    case 'day':
      return isMap(value) ? formatInexactDay(value as unknown as InexactDay) : formatDay(String(value))
    case 'duration':
      return (value as Duration).written
    case 'group':
      return joined(...phrasesOf(schema, value as object, reader)) ?? ''
    case 'map':
      return joined(...Object.entries(value as object).map(([key, it]) => `${key}: ${String(it)}`)) ?? ''
    default:
      return formatName(meta.names, String(value), reader)
  }
}

/** Names of records and bodies are looked up; roles have their titles already, and the ids of policy are words. */
function formatName(names: Names | undefined, value: string, reader: Reader): string {
  if (names === undefined || AS_WRITTEN.includes(names)) return value
  return names === 'risk-category' || names === 'document-type' ? inWords(value) : reader.named(value, names)
}
const AS_WRITTEN: readonly Names[] = ['role', 'objective', 'tier', 'rule']
