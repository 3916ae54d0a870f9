import type { DayOrder } from './day-order.js'
import { getOrMake } from './order.js'
import type { ReadRecord } from './read-record.js'
import type { RecordSource } from './read-tree.js'

/** What reading a file produced while it had these bytes. */
interface Reading {
  readonly bytes: Uint8Array
  readonly dayOrder: DayOrder
  readonly record: ReadRecord
}

/**
 * The records that were read in one run. States of a register that are read with one store share the records of files that
 * have the same bytes in both, so that what did not change is the very same object.
 */
export class RecordStore {
  /** What the states have from git, by the id that git gives to content. */
  readonly contents = new Map<string, Buffer>()
  readonly #readings = new Map<string, Reading[]>()
  readonly #made = new Map<string, Map<ReadRecord, object>>()

  /** @param isCareful is every file read by the careful reader, and none by the quick one? */
  constructor(readonly isCareful = false) {}

  /** What a file was read as while it had the same bytes; undefined if it was not read. */
  get({ file, bytes }: RecordSource, dayOrder: DayOrder): ReadRecord | undefined {
    const isIt = (it: Reading) =>
      it.dayOrder === dayOrder && (it.bytes === bytes || Buffer.compare(it.bytes, bytes) === 0)
    return this.#readings.get(file)?.find(isIt)?.record
  }

  set({ file, bytes }: RecordSource, dayOrder: DayOrder, record: ReadRecord): void {
    getOrMake(this.#readings, file, () => []).push({ bytes, dayOrder, record })
  }

  /** What is made of a record where the financial year begins on a certain day: one object for all states. */
  made(record: ReadRecord, yearStart: string, make: () => object): object {
    return getOrMake(
      getOrMake(this.#made, yearStart, () => new Map()),
      record,
      make,
    )
  }
}
