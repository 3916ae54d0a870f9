import type { FactType, Operand } from '../model/condition.js'
import { formatDay, type Day } from '../model/day.js'
import { formatMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { Schema } from '../model/schema-walk.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { fieldColumns } from './field-columns.js'

/** What a list is made from. */
export interface ListInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}

/** A list: its rows, and what is known of each. */
export interface List<Row = never> {
  readonly name: string
  readonly summary: string
  readonly columns: readonly ListColumn<Row>[]
  /** Columns that are shown unless others are named. */
  readonly shown: readonly string[]
  /** The column that rows are in order of, unless another is named; a minus in front turns it round. */
  readonly order: string
  rows(input: ListInput): readonly Row[]
  /** How rows are counted, where papers count otherwise; stands behind the count. */
  counted?(rows: readonly Row[], input: ListInput): string | undefined
  /** The partnership whose facts conditions may ask, too; left out where rows belong to no one partnership. */
  partnershipOf?(row: Row): Partnership | undefined
}

/** Something that is known of a row: a column to show, and a word for `--where` and `--sort`. */
export interface ListColumn<Row> {
  readonly key: string
  readonly label: string
  readonly type: FactType
  /** Undefined where it is not known; several where a row has several; none where there is none. */
  values(row: Row, input: ListInput): readonly Operand[] | undefined
  /** What people read, where it is not simply the values. */
  text?(row: Row, input: ListInput): string | undefined
  /** The value that is meant by a word of a condition, where one value has several names. */
  meant?(word: string, register: Register): string
}

/** How a list is defined: its own columns, and of which records it has every field as one besides. */
interface ListDefinition<Row> extends List<Row> {
  readonly fields: { readonly schema: () => Schema; readonly of: (row: Row) => unknown }
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
      return (columns ??= [...own, ...fieldColumns(fields.schema(), fields.of, own)])
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
