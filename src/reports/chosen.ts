import type { Day } from '../model/day.js'
import { didYouMean } from '../model/did-you-mean.js'
import { nearest } from '../model/nearest.js'
import type { Organisation } from '../model/organisation.js'
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

/** A partnership or an organisation that was asked for. */
export type Chosen =
  | { readonly kind: 'partnership'; readonly record: Partnership }
  | { readonly kind: 'organisation'; readonly record: Organisation }

/**
 * What an id means, or a name or alias where that means one thing only; case does not matter in names. An id that
 * both a partnership and an organisation have means the partnership, unless the kind is named.
 * @throws UsageError when nothing or several are meant
 */
export function chosenRecord(
  { partnerships, organisations }: Register,
  written: string,
  kind?: Chosen['kind'],
): Chosen {
  const all = [
    ...partnerships.map((record): Chosen => ({ kind: 'partnership', record })),
    ...organisations.map((record): Chosen => ({ kind: 'organisation', record })),
  ].filter((it) => kind === undefined || it.kind === kind)
  const wanted = written.trim().toLowerCase()
  const byId = all.find(({ record }) => record.id === written)
  if (byId !== undefined) return byId
  const named = all.filter(({ record }) => namesOf(record).some((it) => it.toLowerCase() === wanted))
  if (named.length === 1) return named[0]!
  const what = kind ?? 'partnership or organisation'
  if (named.length > 1) {
    const meant = named.map(({ kind, record }) => `${record.id} (${kind})`)
    throw new UsageError(`"${written}" means more than one ${what}`, `name the id: ${meant.join(', ')}`)
  }
  const near = nearest(
    written,
    all.flatMap(({ record }) => namesOf(record)),
  )
  const meant = near === undefined ? undefined : all.find(({ record }) => namesOf(record).includes(near))!
  const hint =
    meant === undefined
      ? 'an id is the name of its file without the ending; a name or alias will do, too'
      : `did you mean ${meant.record.id}${meant.record.id === near ? '' : ` (${near})`}?`
  throw new UsageError(`there is no ${what} "${written}"`, hint)
}

const namesOf = ({ id, name, aliases }: Chosen['record']) => [id, name, ...aliases]
