import type { TreeEdit } from '../document/edit.js'
import { ID, notAnId } from '../model/id.js'
import type { Edit } from '../model/edit-record.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { counted } from '../model/words.js'
import type { Change } from './change.js'
import { childOf } from './edit-path.js'
import { placesNaming } from './places-naming.js'
import type { Target } from './target.js'

/**
 * Gives a partnership or organisation another id: its file is renamed, and every value that names it, what the baseline
 * accepts of it and what is said to be unknown of it follow.
 * @throws UsageError where the new id is none, or is taken
 */
export function rename(register: Register, { kind, id, file, name }: Target, written: string): Change {
  const to = written.trim()
  if (kind !== 'partnership' && kind !== 'organisation')
    throw new UsageError(`${name} cannot be renamed`, 'name a partnership or an organisation')
  if (!ID.test(to)) {
    const { message, hint } = notAnId(to)
    throw new UsageError(message, hint)
  }
  if (to === id) throw new UsageError(`${id} is its id already`)
  refuseTaken(register, kind, to)
  const places = placesNaming(register, kind, id)
  const newFile = file.replace(/[^/]+(?=\.\w+$)/, to)
  const edits = [
    ...places.map(({ file, path }): Edit => ({ file, op: 'set', path, value: to })),
    ...renamedPaths(register, id, to),
    ...baselineEdits(register, { id, to, file, newFile }),
  ]
  const records = new Set(places.map((it) => it.file)).size
  return {
    edits,
    moved: [{ from: file, to: newFile }],
    sentence: `${name} is ${to} now, was ${id}; ${places.length === 0 ? 'nothing else names it' : `${counted(places.length, 'reference')} in ${counted(records, 'file')} ${places.length === 1 ? 'follows' : 'follow'}`}`,
    notes: proseThatNames(register, id),
  }
}

function refuseTaken(register: Register, kind: 'partnership' | 'organisation', to: string): void {
  const records = kind === 'partnership' ? register.partnerships : register.organisations
  const taken =
    records.find((it) => it.id === to)?.file ?? register.unreadable.find((it) => it.kind === kind && it.id === to)?.file
  if (taken !== undefined) throw new UsageError(`${to} is taken by ${taken}`, 'choose another id')
}

/** Paths that are written out, under `unknown` and in exceptions, name items by ids: `partners[response].share`. */
function renamedPaths({ settings, partnerships, organisations }: Register, id: string, to: string): Edit[] {
  return [settings, ...partnerships, ...organisations].flatMap((record) => {
    const { file } = record
    const unknown = Object.keys(record.unknown).flatMap((path): TreeEdit[] => {
      const key = pathWith(path, id, to)
      return key === path || childOf(record.unknown, key) !== undefined
        ? []
        : [{ op: 'rename-key', path: ['unknown', path], key }]
    })
    const about = record.exceptions.flatMap(({ about }, index): TreeEdit[] => {
      const value = about === undefined ? undefined : pathWith(about, id, to)
      return value === undefined || value === about ? [] : [{ op: 'set', path: ['exceptions', index, 'about'], value }]
    })
    return [...unknown, ...about].map((it): Edit => ({ ...it, file }))
  })
}

const pathWith = (path: string, id: string, to: string): string =>
  path.replace(
    /\[([^\]]*)\]/g,
    (_, item: string) =>
      `[${item
        .split(' ')
        .map((it) => (it === id ? to : it))
        .join(' ')}]`,
  )

interface Renaming {
  readonly id: string
  readonly to: string
  readonly file: string
  readonly newFile: string
}

/** What was accepted of a record stays accepted under its new name. */
function baselineEdits({ baseline }: Register, { id, to, file, newFile }: Renaming): Edit[] {
  if (baseline === undefined) return []
  return baseline.accepted.flatMap((entry, index) => {
    const set = (key: 'file' | 'at' | 'key', value: string | undefined): Edit[] =>
      value === undefined || value === entry[key]
        ? []
        : [{ file: baseline.file, op: 'set', path: ['accepted', index, key], value }]
    return [
      ...set('file', entry.file === file ? newFile : entry.file),
      ...set('at', entry.at === undefined ? undefined : pathWith(entry.at, id, to)),
      ...set('key', entry.key === id ? to : entry.key),
    ]
  })
}

/** Updates whose text has the id as a word: only a person can tell whether it means this. */
function proseThatNames({ updates }: Register, id: string): string[] {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`)
  const files = updates
    .filter(({ sections }) => id.includes('-') && sections.some(({ text }) => text !== undefined && word.test(text)))
    .map((it) => it.file)
  return files.map((it) => `${it} has "${id}" in its text, which is left as it is.`)
}
