import { FACTS, type FactType, type Operand } from '../model/condition.js'
import { exactly, type InexactDay } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import type { FieldKind, FieldMeta } from '../model/field.js'
import { childOf, isNamedIn, keysOf, metaAt, schemaAt, type Schema } from '../model/schema-walk.js'
import { isMap } from '../model/same.js'
import { inSourceWords } from '../model/source-words.js'
import { lowerFirst } from '../model/words.js'
import { dayColumn, durationColumn, roleColumn, type ListColumn } from './columns.js'

/** How a column of a kind of field compares; of a kind that is left out there is no column. */
const TYPES: Readonly<Partial<Record<FieldKind, FactType>>> = {
  text: 'word',
  code: 'word',
  choice: 'word',
  grade: 'word',
  number: 'number',
  flag: 'flag',
  day: 'day',
  duration: 'duration',
  money: 'money',
}

/**
 * A column for each field of a record that has a value, or a list of values, and for those of its groups: `tier-until`.
 * @param taken columns that the list has already
 * @param except keys of columns that would repeat one of these, or be empty
 */
export function fieldColumns<Row>(
  schema: Schema,
  recordOf: (row: Row) => unknown,
  taken: readonly ListColumn<Row>[],
  except: readonly string[] = [],
): ListColumn<Row>[] {
  // a fact of policy has its name to itself: `status` in a list of risks is that of the partnership
  const names = new Set([...Object.keys(FACTS), ...taken.map((it) => it.key), ...except])
  return below(schema, recordOf, '', '').filter(({ key }) => !names.has(key))
}

function below<Row>(schema: Schema, of: (row: Row) => unknown, keys: string, labels: string): ListColumn<Row>[] {
  return (keysOf(schema) ?? []).flatMap((name) => {
    const field = schemaAt(schema, [name])!
    const meta = metaAt(field, [])!
    const key = `${keys}${name}`
    const label = labels === '' || isNamedIn(labels, meta.label) ? meta.label : `${labels} ${lowerFirst(meta.label)}`
    // of a list that readers look for, an empty one says that nobody knows
    const value = (row: Row) => {
      const record = of(row)
      const found = childOf(isMap(record) ? inSourceWords(schema, record) : record, name)
      return meta.lookedFor && Array.isArray(found) && found.length === 0 ? undefined : found
    }
    if (meta.phrase === false || meta.replaces !== undefined || meta.sensitivity === 'internal') return []
    if (meta.kind === 'group') return below(field, value, `${key}-`, label)
    const item = meta.kind === 'list' ? metaAt(schemaAt(field, [0])!, [])! : meta
    const type = TYPES[item.kind]
    return type === undefined ? [] : [columnOf(key, label, type, item, value)]
  })
}

function columnOf<Row>(
  key: string,
  label: string,
  type: FactType,
  { names, words, kind }: FieldMeta,
  value: (row: Row) => unknown,
): ListColumn<Row> {
  if (names?.startsWith('role') && kind === 'text')
    return roleColumn(key, label, (row) => value(row) as string | readonly string[] | undefined)
  if (type === 'day') return dayColumn(key, label, (row) => dayOf(value(row)), { none: words?.['none'] })
  if (type === 'duration') return durationColumn(key, label, (row) => value(row) as Duration | 'none' | undefined)
  return {
    key,
    label,
    type,
    values: (row) => {
      const found = value(row)
      return found === undefined ? undefined : [found as Operand | readonly Operand[]].flat()
    },
  }
}

const dayOf = (value: unknown) =>
  (typeof value === 'string' && value !== 'none' ? exactly(value) : value) as InexactDay | 'none' | undefined
