import type { Day } from '../model/day.js'
import { didYouMean } from '../model/did-you-mean.js'
import type { Register } from '../model/register.js'
import type { Update } from '../model/update.js'
import type { Partnership } from '../model/partnership.js'
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

/**
 * The partnership of an id.
 * @throws UsageError when there is none, with the id that was probably meant
 */
export function chosenPartnership({ partnerships }: Register, id: string): Partnership {
  const found = partnerships.find((it) => it.id === id)
  if (found !== undefined) return found
  const ids = partnerships.map((it) => it.id)
  throw new UsageError(`there is no partnership "${id}"`, didYouMean(id, ids))
}

/** The update before one, whose next steps it answers. */
export const updateBefore = ({ updates }: Register, update: Update | undefined): Update | undefined =>
  update && updates[updates.indexOf(update) - 1]
