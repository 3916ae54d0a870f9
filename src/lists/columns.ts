import type { FactType, Operand } from '../model/condition.js'
import { formatInexactDay, type Day, type InexactDay } from '../model/day.js'
import type { Register } from '../model/register.js'
import { lengthInDays, type Duration } from '../model/duration.js'
import { roleTitle } from '../model/role.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** What a list is made from. */
export interface ListInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
}

/** A fact about a row: a column to show, and a name for `--where` and `--sort`. */
export interface ListColumn<Row> {
  readonly key: string
  readonly label: string
  readonly type: FactType
  /** Undefined where it is not known; several where a row has several; none where there is none. */
  values(row: Row, input: ListInput): readonly Operand[] | undefined
  /** What people read, where it differs from the values. */
  text?(row: Row, input: ListInput): string | undefined
  /** The value that is meant by a word of a condition, where one value has several names. */
  meant?(word: string, register: Register): string
}

/** One value, or not known. */
export const one = <T extends Operand>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value]

/** A column of one sort of values: one of a row, several, or undefined where that is not known. */
const column =
  <T extends Operand>(type: FactType) =>
  <Row>(
    key: string,
    label: string,
    value: (row: Row, input: ListInput) => T | readonly T[] | undefined,
    text?: ListColumn<Row>['text'],
  ): ListColumn<Row> => ({
    key,
    label,
    type,
    values: (row, input) => {
      const found = value(row, input)
      return found === undefined ? undefined : ([found].flat() as readonly T[])
    },
    ...(text && { text }),
  })

export const wordColumn = column<string>('word')
export const numberColumn = column<number>('number')

/**
 * A column of days: people read them as exact as they were written; order and conditions take the day that counts.
 * @param day `none` where there is no day, undefined where it is not known
 * @param how a start counts by its first day; and what people read where there is no day
 */
export const dayColumn = <Row>(
  key: string,
  label: string,
  day: (row: Row, input: ListInput) => InexactDay | 'none' | undefined,
  { counts = 'last', none }: { counts?: 'first' | 'last'; none?: string | undefined } = {},
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

/** A column of lengths of time, which people read as they were written. */
export const durationColumn = <Row>(
  key: string,
  label: string,
  duration: (row: Row) => Duration | 'none' | undefined,
): ListColumn<Row> => ({
  key,
  label,
  type: 'duration',
  values: (row) => {
    const found = duration(row)
    return found === 'none' ? [] : one(found && lengthInDays(found))
  },
  text: (row) => {
    const found = duration(row)
    return typeof found === 'object' ? found.written : found
  },
})

/** A column of a role: one role, whichever of its aliases is written or typed. */
export const roleColumn = <Row>(
  key: string,
  label: string,
  written: (row: Row, input: ListInput) => string | readonly string[] | undefined,
): ListColumn<Row> => ({
  key,
  label,
  type: 'word',
  values: (row, input) => {
    const found = written(row, input)
    return found === undefined ? undefined : [found].flat().map((it) => roleTitle(input.register.settings, it))
  },
  meant: (word, { settings }) => roleTitle(settings, word),
})
