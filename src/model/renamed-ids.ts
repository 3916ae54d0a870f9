import { isMap } from './same.js'

/** `organisation old-id` or `partnership old-id` to the id that the record has now. */
export type IdRenames = ReadonlyMap<string, string>

/** Fields that name an organisation, or a partnership, by its id; some may name others, too, in words. */
const NAMING: Readonly<Record<string, 'organisation' | 'partnership'>> = {
  organisation: 'organisation',
  reviewer: 'organisation',
  reviewed: 'organisation',
  into: 'organisation',
  members: 'organisation',
  parties: 'organisation',
  accountable: 'organisation',
  responsible: 'organisation',
  delivers: 'organisation',
  by: 'organisation',
  from: 'organisation',
  to: 'organisation',
  who: 'organisation',
  parent: 'partnership',
  partnership: 'partnership',
  partnerships: 'partnership',
}

/** A record as it would have named others by their present ids: that a name follows a renaming is no change of its own. */
export function withRenamedIds<T extends object>(record: T, renames: IdRenames): T {
  if (renames.size === 0) return record
  const follow = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === 'file' ? renamedFile(value, renames) : renamedId(key, value, renames)
    if (Array.isArray(value)) return value.map((it) => follow(it, key))
    return isMap(value)
      ? Object.fromEntries(Object.entries(value).map(([name, it]) => [name, follow(it, name)]))
      : value
  }
  return follow(record, '') as T
}

const renamedId = (key: string, value: string, renames: IdRenames): string =>
  (Object.hasOwn(NAMING, key) ? renames.get(`${NAMING[key]} ${value}`) : undefined) ?? value

/** The file of a record that has another id now, as entries of the baseline name it. */
function renamedFile(file: string, renames: IdRenames): string {
  const parts = /^(partnership|organisation)s\/(?:.*\/)?([^/]+)(\.\w+)$/.exec(file)
  const now = parts === null ? undefined : renames.get(`${parts[1]} ${parts[2]}`)
  return now === undefined ? file : `${file.slice(0, file.lastIndexOf('/') + 1)}${now}${parts![3]}`
}
