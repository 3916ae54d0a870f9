import { chosenRecord } from '../../model/find-record.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import type { Target } from '../target.js'

/**
 * Refuses a form of somebody else: answers of one charity must not become those of another.
 * @param stated whom the form says that it is of; a form that says nothing is of whom the command names
 */
export function refuseFormOfOther(register: Register, target: Target, stated: string | undefined, place: string): void {
  if (stated === undefined) return
  const kind = target.kind === 'organisation' ? 'organisation' : 'partnership'
  const { record } = placed(place, () => chosenRecord(register, stated, kind))
  if (record.file === target.file) return
  throw new UsageError(
    `${place}: this is the form of ${record.name}, not of ${target.name}`,
    `name ${record.id} on the command line, or correct for:`,
  )
}

/** What is wrong with a value, with its place. */
export function placed<T>(place: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${place}: ${error.message}`, error.hint)
  }
}
