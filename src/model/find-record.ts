import { type Day, latestUpdate } from './day.js'
import { nearest } from './nearest.js'
import type { Organisation } from './organisation.js'
import type { Register } from './register.js'
import type { Update } from './update.js'
import type { Partnership } from './partnership.js'
import { UsageError } from './usage-error.js'

/**
 * The update of an id; without one, the latest of those up to a day, if there is any.
 * @throws UsageError when there is no update of that id
 */
export function chosenUpdate(register: Register, asOf: Day, id: string | undefined): Update | undefined {
  if (id === undefined) return latestUpdate(register, asOf)
  const { updates } = register
  const found = updates.find((it) => it.id === id)
  if (found !== undefined) return found
  throw new UsageError(`there is no update "${id}"`, `updates: ${updates.map((it) => it.id).join(', ') || 'none'}`)
}

/**
 * The partnership of an id.
 * @throws UsageError when there is none, with the id that was probably meant
 */
export const chosenPartnership = (register: Register, written: string): Partnership =>
  chosenRecord(register, written, 'partnership').record as Partnership

/** The update before another, which answers its next steps. */
export const updateBefore = ({ updates }: Register, update: Update | undefined): Update | undefined =>
  update && updates[updates.indexOf(update) - 1]

/** A partnership or an organisation that was chosen. */
export type Chosen =
  | { readonly kind: 'partnership'; readonly record: Partnership }
  | { readonly kind: 'organisation'; readonly record: Organisation }

/**
 * The record of an id, or of a name or alias in any case that only one record has. `partnerships/omhp` also gives the
 * kind.
 * @throws UsageError when nothing or several are meant, as where a partnership and an organisation have one id
 */
export function chosenRecord(register: Register, typed: string, typedKind?: Chosen['kind']): Chosen {
  const { kind = typedKind, id: written } = pathOfRecord(typed)
  const { partnerships, organisations } = register
  const all = [
    ...partnerships.map((record): Chosen => ({ kind: 'partnership', record })),
    ...organisations.map((record): Chosen => ({ kind: 'organisation', record })),
  ].filter((it) => kind === undefined || it.kind === kind)
  const wanted = written.trim().toLowerCase()
  const byId = all.find(({ record }) => record.id === written)
  if (byId !== undefined) {
    if (kind === undefined) refuseBoth(register, written)
    return byId
  }
  const named = all.filter(({ record }) => namesOf(record).some((it) => it.toLowerCase() === wanted))
  if (named.length === 1) return named[0]!
  const what = kind ?? 'partnership or organisation'
  if (named.length > 1) {
    const meant = named.map(({ kind, record }) => `${record.id} (${kind})`)
    throw new UsageError(`"${written}" means more than one ${what}`, `name the id: ${meant.join(', ')}`)
  }
  throw new UsageError(`there is no ${what} "${written}"`, hintOf(written, all))
}

/** `partnerships/omhp` or `organisations/sub/mind.yaml` as a kind and an id; any other text is an id. */
export function pathOfRecord(written: string): { readonly kind?: Chosen['kind']; readonly id: string } {
  const [, kind, id] =
    /^(partnership|organisation)s\/(?:.*\/)?([^/]+?)(?:\.(?:yaml|yml|md))?$/.exec(written.trim()) ?? []
  return kind === undefined ? { id: written } : { kind: kind as Chosen['kind'], id: id! }
}

/** Refuses an id of both kinds; a record that cannot be read still has its id. */
function refuseBoth({ partnerships, organisations, unreadable }: Register, id: string): void {
  const fileOf = (kind: Chosen['kind'], records: readonly Chosen['record'][]) =>
    [...records, ...unreadable.filter((it) => it.kind === kind)].find((it) => it.id === id)?.file
  const files = [fileOf('partnership', partnerships), fileOf('organisation', organisations)]
  if (files.includes(undefined)) return
  throw new UsageError(
    `"${id}" is both a partnership (${files[0]}) and an organisation (${files[1]})`,
    `say which: partnerships/${id} or organisations/${id}, or --kind where the command has it`,
  )
}

/** A hint with the record of the nearest name, or the only one whose name contains what was written. */
function hintOf(written: string, all: readonly Chosen[]): string {
  const near = nearest(
    written,
    all.flatMap(({ record }) => namesOf(record)),
  )
  const contains = ({ record }: Chosen) =>
    namesOf(record).some((it) => it.toLowerCase().includes(written.toLowerCase()))
  const meant = all.filter((it) => (near === undefined ? contains(it) : namesOf(it.record).includes(near)))
  const [first] = meant
  if (first === undefined) return 'an id is the name of its file without the ending; a name or alias can also be used'
  if (near === undefined && meant.length > 1)
    return `it is in the names of ${meant.map(({ record }) => record.id).join(', ')}`
  return `did you mean ${first.record.id} (${first.record.name})?`
}

const namesOf = ({ id, name, aliases }: Chosen['record']) => [id, name, ...aliases]
