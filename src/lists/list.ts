import type { FactType, Operand } from '../model/condition.js'
import { formatDay, formatInexactDay, type Day, type InexactDay } from '../model/day.js'
import { formatMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { roleTitle, titleOf } from '../model/role.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** What a list is made from. */
export interface ListInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}

/** A list that can be asked for: its rows, and what is known of each. */
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

/** A list whose rows have a type of their own, among lists of any rows. */
export function defineList<Row>(list: List<Row>): List {
  return list as unknown as List
}

/** A value as people read it. */
export function formatOperand(type: FactType, value: Operand, currency: string): string {
  if (type === 'money') return formatMoney(Number(value), currency)
  if (type === 'day') return formatDay(String(value))
  if (type === 'flag') return value === true ? 'yes' : 'no'
  return String(value)
}

/** One value, or not known. */
export const one = <T extends Operand>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value]

/**
 * A column of days: people read them as exact as they were written; order and conditions take the day that counts.
 * @param day none where there is none, undefined where it is not known
 * @param how a start counts by its first day; and what people read where there is none
 */
export const dayColumn = <Row>(
  key: string,
  label: string,
  day: (row: Row, input: ListInput) => InexactDay | 'none' | undefined,
  { counts = 'last', none }: { counts?: 'first' | 'last'; none?: string } = {},
): ListColumn<Row> => ({
  key,
  label,
  type: 'day',
  values: (row, input) => {
    const found = day(row, input)
    return found === 'none' ? [] : one(found?.[counts])
  },
  text: (row, input) => {
    const found = day(row, input)
    return found === 'none' ? none : found && formatInexactDay(found)
  },
})

/** A column of a role, which is one whatever alias it is written or asked for by. */
export const roleColumn = <Row>(
  key: string,
  label: string,
  written: (row: Row, input: ListInput) => string | undefined,
): ListColumn<Row> => ({
  key,
  label,
  type: 'word',
  values: (row, input) => one(titleOf(input.register, written(row, input))),
  meant: (word, { settings }) => roleTitle(settings, word),
})
