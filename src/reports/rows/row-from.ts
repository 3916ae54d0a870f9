import { formatInexactDay, type InexactDay } from '../../model/day.js'
import { isMap } from '../../model/same.js'

type Printed<T> = T extends InexactDay ? string : T

/** What a record states under some of its keys, as the cells of a row; a day is printed as it was written. */
export const rowFrom = <T extends object, Key extends keyof T>(
  record: T,
  ...keys: readonly Key[]
): { [K in Key]: Printed<T[K]> } =>
  Object.fromEntries(keys.map((key) => [key, printed(record[key])])) as { [K in Key]: Printed<T[K]> }

const printed = (value: unknown) => (isDay(value) ? formatInexactDay(value) : value)

const isDay = (value: unknown): value is InexactDay => isMap(value) && 'written' in value && 'first' in value
