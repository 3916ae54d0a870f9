import type { Day } from '../model/day.js'
import type { RecordKind } from '../model/record-kinds.js'
import { openRegister, type Opened, type Which } from './open-register.js'
import { dayOf } from './as-of.js'
import type { Ports } from './ports.js'
import { refuseIncomplete } from './refuse-incomplete.js'
import { remark } from './report-error.js'

/** A register that can be answered from, the day that the answer is for, and what is missing of it. */
export interface Complete extends Opened {
  readonly asOf: Day
  /** Files that could not be read whole, when an answer was wanted all the same. */
  readonly missing: readonly string[]
}

/**
 * Opens a register to answer questions from it. A register with an unreadable record is refused, unless the caller was
 * told otherwise; then what is missing is said on stderr.
 * @param needed kinds of record that the answer comes from; every kind otherwise
 */
export async function openComplete(
  ports: Ports,
  options: Which & { readonly asOf?: string; readonly incomplete?: boolean },
  needed?: readonly RecordKind[],
): Promise<Complete> {
  const opened = await openRegister(ports, options)
  const missing = refuseIncomplete(opened, options.incomplete ?? false, needed)
  if (missing.length > 0) remark(ports, `not complete: ${missing.join(', ')} could not be read whole`)
  const asOf = await dayOf(ports, opened, options.asOf)
  return { ...opened, asOf, missing }
}
