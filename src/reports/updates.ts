import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { Update } from '../model/update.js'
import { UsageError } from '../model/usage-error.js'

/**
 * The update of an id; without one, the latest of those up to a day, if there is any.
 * @throws UsageError when there is no update of that id
 */
export function chosenUpdate({ updates }: Register, asOf: Day, id: string | undefined): Update | undefined {
  if (id === undefined) return updates.findLast((it) => it['as-of'] <= asOf)
  const found = updates.find((it) => it.id === id)
  if (found !== undefined) return found
  throw new UsageError(`there is no update "${id}"`, `updates: ${updates.map((it) => it.id).join(', ') || 'none'}`)
}

/** The update before one, whose next steps it answers. */
export const updateBefore = ({ updates }: Register, update: Update | undefined): Update | undefined =>
  update && updates[updates.indexOf(update) - 1]
