import type { FactType, Operand } from '../model/condition.js'
import { formatDay } from '../model/day.js'
import { formatMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import type { Schema } from '../model/schema-walk.js'
import type { ListColumn, ListInput } from './columns.js'
import { fieldColumns } from './field-columns.js'

/** A list: its rows, and what is known of each. */
export interface List<Row = never> {
  readonly name: string
  readonly summary: string
  readonly columns: readonly ListColumn<Row>[]
  /** Columns that are shown unless others are named. */
  readonly shown: readonly string[]
  /** The column to sort by, unless another is named; a minus in front reverses it. */
  readonly order: string
  rows(input: ListInput): readonly Row[]
  /** How rows are counted, where papers count differently; shown after the count. */
  counted?(rows: readonly Row[], input: ListInput): string | undefined
  /** The partnership whose facts conditions may also use; absent where rows belong to no single partnership. */
  partnershipOf?(row: Row): Partnership | undefined
}

/** How a list is defined: its own columns, and the records whose other fields become columns. */
interface ListDefinition<Row> extends List<Row> {
  readonly fields: {
    readonly schema: () => Schema
    readonly of: (row: Row) => unknown
    /** Keys of columns that would repeat one of the list's own, or be empty. */
    readonly except?: readonly string[]
  }
}

/**
 * A list whose rows have a type of their own, among lists of any rows. The columns of fields are made when something
 * first asks for them, as the catalogue is.
 */
export function defineList<Row>({ columns: own, fields, ...list }: ListDefinition<Row>): List {
  let columns: readonly ListColumn<Row>[] | undefined
  const all = {
    ...list,
    get columns() {
      return (columns ??= [...own, ...fieldColumns(fields.schema(), fields.of, own, fields.except)])
    },
  }
  return all as unknown as List
}

/** A value as people read it. */
export function formatOperand(type: FactType, value: Operand, currency: string): string {
  if (type === 'money') return formatMoney(Number(value), currency)
  if (type === 'day') return formatDay(String(value))
  if (type === 'flag') return value === true ? 'yes' : 'no'
  return String(value)
}
