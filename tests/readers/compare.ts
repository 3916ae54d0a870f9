import { isDeepStrictEqual } from 'node:util'
import { idOf } from '../../src/model/record-schemas.js'
import type { DayOrder } from '../../src/model/day-order.js'
import { quickRecord } from '../../src/model/quick-record.js'
import { readCarefully } from '../../src/model/read-record.js'
import type { RecordSource } from '../../src/model/read-tree.js'

/** How often the readers were compared, how many texts the quick one read, and where the two differ. */
export class Comparison {
  cases = 0
  read = 0
  readonly #differences: string[] = []

  /** @param origin what makes the text again, such as a seed */
  compare(source: RecordSource, order: DayOrder, origin: string): void {
    this.cases++
    const quick = quickRecord(source, order)
    if (quick === undefined) return
    this.read++
    const expected = asJson({ ...quick, problems: [], lost: [], isWhole: true })
    const careful = carefully(source, order)
    const actual = asJson(careful)
    if (expected === actual && isDeepStrictEqual({ ...quick, problems: [], lost: [], isWhole: true }, careful)) return
    const [text, named] = [Buffer.from(source.bytes).toString('latin1'), `${source.kind} ${idOf(source.file)}`]
    this.#differences.push(
      [
        `${named}, days ${order ?? 'as they are'}, ${origin}, bytes as Latin-1: ${JSON.stringify(text)}`,
        ...around(expected, actual),
      ].join('\n'),
    )
  }

  /** What a test expects to be nothing: the first differences, so that a mistake which shows often stays readable. */
  get differences(): string {
    return this.#differences.slice(0, 5).join('\n\n')
  }

  get share(): number {
    return this.read / this.cases
  }

  /** Prints how much was compared, where that is more than usual. */
  tell(what: string): void {
    if (process.env['CI_DEEP'] === undefined && process.env['READER_CASES'] === undefined) return
    console.log(`${what}: ${this.cases} texts, ${this.read} read quickly, ${this.#differences.length} differ`)
  }
}

function carefully(source: RecordSource, order: DayOrder): unknown {
  try {
    return readCarefully(source, undefined, order)
  } catch (error) {
    return `threw ${String(error)}`
  }
}

/** Fields in one order, as only that of keys within data and spellings matters. */
const asJson = (record: unknown): string =>
  typeof record === 'object' && record !== null && 'data' in record && 'spellings' in record
    ? JSON.stringify([record.data, record.spellings, Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))])
    : String(record)

/** Where two texts begin to differ. */
function around(quick: string, careful: string): string[] {
  let at = 0
  while (at < quick.length && quick[at] === careful[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - 80), at + 200)
  return [`  quick:   ${part(quick)}`, `  careful: ${part(careful)}`]
}
