import { resolve } from 'node:path'
import type { Day } from '../model/day.js'
import type { RecordKind } from '../model/record-kinds.js'
import { UsageError } from '../model/usage-error.js'
import { someOf } from '../model/words.js'
import { rowFormats, type Answer, type RowFormatName, type RowView } from '../output/rows/index.js'
import { writeFileWhole } from '../source/write-file.js'
import { dayOf } from './as-of.js'
import { openRegister, type Opened, type Which } from './open-register.js'
import type { Ports } from './ports.js'
import { remark } from './report-error.js'

/** A register to answer questions from, and the day of the answer. */
export interface Complete extends Opened {
  readonly asOf: Day
  /** Files that could not be read in full, although the answer is given anyway. */
  readonly missing: readonly string[]
}

/**
 * Opens a register to answer questions from it. A register with an unreadable record is refused, unless the user
 * accepts that; then what is missing is reported on stderr.
 * @param needed kinds of record that the answer needs; by default every kind
 */
export async function openComplete(
  ports: Ports,
  options: Which & { readonly asOf?: string; readonly incomplete?: boolean },
  needed?: readonly RecordKind[],
): Promise<Complete> {
  const opened = await openRegister(ports, options)
  const missing = refuseIncomplete(opened, options.incomplete, needed)
  if (missing.length > 0) remark(ports, `not complete: ${missing.join(', ')} could not be read in full`)
  const asOf = await dayOf(ports, opened, options.asOf)
  return { ...opened, asOf, missing }
}

/**
 * Refuses a register with a record that could not be read, as its totals would be too small.
 * @param needed kinds of record that the answer needs; by default every kind
 * @returns the files that are missing, if that is accepted
 */
export function refuseIncomplete({ register, printed }: Opened, accepted = false, needed?: readonly RecordKind[]) {
  const files = register.unreadable.filter((it) => needed?.includes(it.kind) ?? true).map((it) => printed(it.file))
  if (files.length === 0 || accepted) return files
  throw new UsageError(
    `${files.length === 1 ? 'a record' : `${files.length} records`} could not be read in full: ${someOf(files)}`,
    'partners validate shows why; --incomplete answers anyway and says what is missing',
  )
}

/** Options of how an answer is written. */
interface Look {
  readonly out?: string | undefined
  readonly color?: boolean | undefined
}

/** Writes an answer in rows, in the chosen format. */
export async function writeRows(
  ports: Ports,
  { format, ...look }: Look & { readonly format: RowFormatName },
  answer: Answer,
): Promise<void> {
  const render = await rowFormats[format]()
  write(ports, look.out, render(answer, viewOf(ports, look)))
}

/** Writes a result to stdout, or to a file, complete or not at all. */
export function write({ cwd, stdout }: Ports, out: string | undefined, text: string | Uint8Array): void {
  if (out === undefined || out === '-') stdout.write(text)
  else writeFileWhole(resolve(cwd, out), text)
}

/** The width of the terminal, and whether to use colour; files get none. */
export const viewOf = (ports: Ports, { out, color }: Look): RowView => ({
  width: ports.stdout.width,
  colour: out === undefined && mayColour(ports, color),
})

/** Is colour used? The option decides, then FORCE_COLOR, NO_COLOR, TERM=dumb, and whether it is a terminal. */
export function mayColour({ env, stdout }: Ports, option?: boolean): boolean {
  if (option !== undefined) return option
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0'
  if (env['NO_COLOR']) return false
  return env['TERM'] !== 'dumb' && stdout.isTerminal
}
