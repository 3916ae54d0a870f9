import type { Path } from '../document/node.js'
import { formatCondition, type Condition } from '../model/condition.js'
import { formatInexactDay, type InexactDay } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import { formatMoney } from '../model/money.js'
import type { At } from '../model/place.js'
import { keysOf, metaAt } from '../model/schema-walk.js'
import type { PolicyChange, Section, Stated } from '../policy/stated.js'
import { textCell, type Row, type Rows } from './rows/rows.js'

type Schema = Stated['schema']

/** How places and amounts of a policy are shown. */
export interface PolicyView {
  readonly say: (at: At) => string
  /** Is a file the organisation's own policy? */
  readonly isOwn: (file: string) => boolean
  readonly currency: string
  /** Between the fields of an entry: a new line, or a semicolon if a cell has only one line. */
  readonly between: '\n' | '; '
}

/** A field of an entry, in words. */
interface FormattedField {
  readonly key: string
  readonly label: string
  readonly text: string
}

/** Entries in force as rows, each section under its title. */
export function policyRows(sections: readonly (readonly [Section, readonly Stated[]])[], view: PolicyView): Rows {
  return {
    columns: COLUMNS.filter((it) => it.key !== 'what'),
    rows: sections.flatMap(([{ title }, entries]) =>
      entries.map((entry): Row => ({
        group: title,
        cells: {
          entry: textCell(entry.id),
          says: textCell(linesOf(formatEntry(entry, view.currency), view)),
          from: textCell(`${view.say(entry.at)}${view.between}${view.isOwn(entry.at.file) ? 'own' : 'inherited'}`),
        },
      })),
    ),
  }
}

/** What the own policy changes, as rows, each section under its title. */
export function changeRows(sections: readonly (readonly [Section, readonly PolicyChange[]])[], view: PolicyView): Rows {
  return {
    columns: COLUMNS,
    rows: sections.flatMap(([{ title }, changes]) =>
      changes.map((change): Row => ({
        group: title,
        cells: {
          entry: textCell(change.kind === 'taken out' ? change.was.id : change.is.id),
          what: textCell(change.kind, TONES[change.kind]),
          says: textCell(describeChange(change, view)),
          from: textCell(placesOf(change, view)),
        },
      })),
    ),
  }
}

const COLUMNS: Rows['columns'] = [
  { key: 'entry', label: 'Entry', wraps: true },
  { key: 'what', label: 'What' },
  { key: 'says', label: 'What it says', wraps: true },
  { key: 'from', label: 'Where', wraps: true },
]
const TONES = { added: 'good', replaced: 'warn', 'taken out': 'bad' } as const

function placesOf(change: PolicyChange, { say, between }: PolicyView): string {
  if (change.kind === 'added') return say(change.is.at)
  const own = change.kind === 'replaced' ? change.is.at : change.at
  return `${say(own)}${between}instead of ${say(change.was.at)}`
}

function describeChange(change: PolicyChange, view: PolicyView): string {
  if (change.kind === 'added') return linesOf(formatEntry(change.is, view.currency), view)
  if (change.kind === 'taken out') return change.reason
  return (
    differencesOf(change.is, change.was, view.currency)
      .map(({ label, is, was }) => `${label}: ${is ?? 'not stated'}; it was ${was ?? 'not stated'}`)
      .join(view.between) || 'says the same'
  )
}

/** A field in which an own entry differs from the inherited one; null if one of them does not state it. */
interface Difference {
  readonly key: string
  readonly label: string
  readonly is: string | null
  readonly was: string | null
}

/** The fields in which an own entry differs from the one that it replaces. */
export function differencesOf(is: Stated, was: Stated, currency: string): Difference[] {
  const [now, before] = [formatEntry(is, currency), formatEntry(was, currency)]
  const keys = [...new Set([...now, ...before].map((it) => it.key))]
  return keys
    .map((key) => {
      const [a, b] = [now, before].map((all) => all.find((it) => it.key === key))
      return { key, label: (a ?? b)!.label, is: a?.text ?? null, was: b?.text ?? null }
    })
    .filter((it) => it.is !== it.was)
}

/** A title needs no label, and neither does the only value of an entry. */
const linesOf = (fields: readonly FormattedField[], { between }: PolicyView) =>
  fields.map(({ key, label, text }) => (key === 'title' || key === '' ? text : `${label}: ${text}`)).join(between)

/** An entry in words, field by field in the order of the schema. */
export function formatEntry({ data, schema }: Stated, currency: string): FormattedField[] {
  const keys = keysOf(schema)
  const label = metaAt(schema, [])?.label ?? ''
  if (keys === undefined) return [{ key: '', label, text: formatValue(data, schema, currency) }]
  return keys.flatMap((key) => {
    const value = (data as Readonly<Record<string, unknown>>)[key]
    if (value === undefined || isEmpty(value)) return []
    const special = FORMATTED[key]
    const text = special === undefined ? formatValue(value, schema, currency, [key]) : special(value as never)
    return [{ key, label: metaAt(schema, [key])?.label ?? key, text }]
  })
}

/** Fields that read better as a whole than item by item. */
const FORMATTED: Readonly<Record<string, ((value: never) => string) | undefined>> = {
  bands: (bands: Bands) => formatBands(bands),
  contents: (contents: Readonly<Record<string, string>>) => Object.values(contents).join('; '),
}

type Bands = readonly { readonly 'at-least': string; readonly points: number }[]

/** Points read better than their fields one by one: `1 from 25k on, 2 from 100k on`. */
const formatBands = (bands: Bands) => bands.map((it) => `${it.points} from ${it['at-least']} on`).join(', ')

/** A value in words; the kind of its field distinguishes money from other numbers. */
function formatValue(value: unknown, schema: Schema, currency: string, path: Path = []): string {
  if (Array.isArray(value))
    return value.map((it, index) => formatValue(it, schema, currency, [...path, index])).join(', ')
  if (typeof value === 'number')
    return metaAt(schema, path)?.kind === 'money' ? formatMoney(value, currency) : String(value)
  if (typeof value !== 'object' || value === null) return meaningOf(String(value), schema, path)
  if ('op' in value) return formatCondition(value as Condition, currency)
  if ('first' in value) return formatInexactDay(value as InexactDay)
  if ('written' in value) return (value as Duration).written
  return Object.entries(value)
    .filter(([, it]) => it !== undefined && !isEmpty(it))
    .map(([key, it]) => {
      const label = keysOf(schema) === undefined ? key : (metaAt(schema, [...path, key])?.label.toLowerCase() ?? key)
      return `${metaAt(schema, path)?.kind === 'map' ? key : label} ${formatValue(it, schema, currency, [...path, key])}`
    })
    .join(', ')
}

/** The meaning of a value of a closed list, if the schema has one. */
function meaningOf(value: string, schema: Schema, path: Path): string {
  const { enum: names = [], enumDescriptions: meanings = [] } = (metaAt(schema, path)?.json ?? {}) as {
    readonly enum?: readonly string[]
    readonly enumDescriptions?: readonly string[]
  }
  return meanings[names.indexOf(value)] || value
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && !('op' in value) && Object.keys(value).length === 0
