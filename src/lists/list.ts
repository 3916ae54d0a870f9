import type { FactType, Operand } from '../model/condition.js'
import { sayDay, type Day } from '../model/day.js'
import { sayMoney } from '../model/money.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
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
}

/** A list whose rows have a type of their own, among lists of any rows. */
export function defineList<Row>(list: List<Row>): List {
  return list as unknown as List
}

/** A value as people read it. */
export function sayOperand(type: FactType, value: Operand, currency: string): string {
  if (type === 'money') return sayMoney(Number(value), currency)
  if (type === 'day') return sayDay(String(value))
  if (type === 'flag') return value === true ? 'yes' : 'no'
  return String(value)
}

/** One value, or not known. */
export const one = <T extends Operand>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value]
