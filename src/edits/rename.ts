import type { TreeEdit } from '../document/edit.js'
import type { Edit } from '../model/edit-record.js'
import { kindOf, recordKey } from '../model/record-schemas.js'
import { findReferences, type Reference } from '../model/references.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { counted } from '../model/words.js'
import { editsOf, type Change } from './change.js'
import { childOf } from '../model/schema-walk.js'
import { refuseNoId, refuseTaken } from './new-id.js'
import { refuseUnread } from './refuse-unread.js'
import { renamedPath, type Renaming } from './renamed-path.js'
import type { Target } from './target.js'

/**
 * Gives a partnership or organisation another id. Its file is renamed, and whatever names it follows: values, entries
 * of the baseline, and paths under `unknown`.
 * @throws UsageError if the new id is not an id or is taken, or a file that may name it cannot be read
 */
export function renameRecord(register: Register, { kind, id, file, name }: Target, written: string): Change {
  const to = written.trim()
  if (kind !== 'partnership' && kind !== 'organisation')
    throw new UsageError(`${name} cannot be renamed`, 'name a partnership or an organisation')
  refuseUnread(register, kind)
  refuseNoId(to)
  if (to === id) throw new UsageError(`${id} is its id already`)
  refuseTaken(register, kind, to)
  const renaming: Renaming = { what: kind, id, to }
  const newFile = file.replace(/[^/]+(?=\.\w+$)/, to)
  return { ...referenceChange(register, renaming, name, newFile), moved: [{ from: file, to: newFile }] }
}

/**
 * Finishes a rename after the file was renamed by hand: references to the old id follow.
 * @returns undefined if a record has that id, or nothing names it
 */
export function finishRename(register: Register, id: string, { kind, id: to, file, name }: Target): Change | undefined {
  if (kind !== 'partnership' && kind !== 'organisation') return undefined
  if ([...register.files.keys()].some((it) => recordKey(it) === `${kind} ${id}`)) return undefined
  const change = referenceChange(register, { what: kind, id, to }, name, file)
  if (change.edits.length === 0) return undefined
  refuseUnread(register, kind)
  return change
}

/** The change of all references to a record: values, written paths and entries of the baseline. */
function referenceChange(register: Register, renaming: Renaming, name: string, newFile: string): Change {
  const { what, id, to } = renaming
  const places = findReferences(register, what, id)
  return {
    edits: [
      ...places.map(({ file, path }): Edit => ({ file, path, op: 'set', value: to })),
      ...pathEdits(register, renaming),
      ...baselineEdits(register, renaming, newFile),
    ],
    sentence: `${name} is now ${to}, was ${id}; ${describePlaces(places)}`,
    notes: notesOnProse(register, id),
  }
}

/**
 * Gives a role of register.yaml another title; every value that names it follows.
 * @throws UsageError if there is no such role, or the new title is taken
 */
export function renameRole(register: Register, old: string, written: string): Change {
  const { settings } = register
  const title = written.trim()
  refuseUnread(register, 'role')
  const index = settings.roles.findIndex((it) => it.title.toLowerCase() === old.trim().toLowerCase())
  if (index === -1)
    throw new UsageError(
      `there is no role "${old}"`,
      `roles: ${settings.roles.map((it) => it.title).join('; ') || 'none'}`,
    )
  if (settings.roles.some((it) => [it.title, ...it.aliases].includes(title)))
    throw new UsageError(`"${title}" is already the name of a role`)
  const from = settings.roles[index]!.title
  const places = findReferences(register, 'role', from)
  return {
    edits: [
      { file: settings.file, op: 'set', path: ['roles', index, 'title'], value: title },
      ...places.map(({ file, path }): Edit => ({ file, path, op: 'set', value: title })),
    ],
    sentence: `The role ${from} is now ${title}; ${describePlaces(places)}`,
  }
}

function describePlaces(places: readonly Reference[]): string {
  if (places.length === 0) return 'nothing else names it'
  const files = new Set(places.map((it) => it.file)).size
  return `${counted(places.length, 'reference')} in ${counted(files, 'file')} ${places.length === 1 ? 'follows' : 'follow'}`
}

/** Written paths, under `unknown` and in exceptions, name items by ids. */
export function pathEdits({ settings, partnerships, organisations }: Register, renaming: Renaming): Edit[] {
  return [settings, ...partnerships, ...organisations].flatMap((record) => {
    const kind = kindOf(record.file)!
    const unknown = Object.keys(record.unknown).flatMap((path): TreeEdit[] => {
      const key = renamedPath(kind, path, renaming)
      if (key === path) return []
      const isThere = childOf(record.unknown, key) !== undefined
      return [isThere ? { op: 'remove', path: ['unknown', path] } : { op: 'rename-key', path: ['unknown', path], key }]
    })
    const about = record.exceptions.flatMap(({ about }, index): TreeEdit[] => {
      const value = about === undefined ? undefined : renamedPath(kind, about, renaming)
      return value === undefined || value === about ? [] : [{ op: 'set', path: ['exceptions', index, 'about'], value }]
    })
    return editsOf(record.file, [...unknown, ...about])
  })
}

/** Findings that were accepted stay accepted under the new id. */
function baselineEdits({ baseline }: Register, renaming: Renaming, newFile: string): Edit[] {
  if (baseline === undefined) return []
  return baseline.accepted.flatMap((entry, index) => {
    const set = (key: 'file' | 'at' | 'key', value: string | undefined): Edit[] =>
      value === undefined || value === entry[key]
        ? []
        : [{ file: baseline.file, op: 'set', path: ['accepted', index, key], value }]
    const kind = kindOf(entry.file)
    return [
      ...set('file', recordKey(entry.file) === `${renaming.what} ${renaming.id}` ? newFile : entry.file),
      ...set('at', entry.at === undefined || kind === undefined ? undefined : renamedPath(kind, entry.at, renaming)),
      ...set('key', isKeyed(entry.rule, renaming) && entry.key === renaming.id ? renaming.to : entry.key),
    ]
  })
}

/** Is the key of a rule's findings the id of a record of that kind? */
const isKeyed = (rule: string, { what }: Renaming) =>
  ['organisation', 'partnership'].some(
    (it) => it === what && [`register/merged-${it}`, `register/look-alike-${it}`, `reference/${it}`].includes(rule),
  )

/** Updates whose text has the id as a word: only a person can decide what it means. */
function notesOnProse({ updates }: Register, id: string): string[] {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`)
  return updates
    .filter(({ sections }) => id.includes('-') && sections.some(({ text }) => text !== undefined && word.test(text)))
    .map((it) => `${it.file} has "${id}" in its text, which is left as it is.`)
}
