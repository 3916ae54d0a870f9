import { shortText, inWords } from '../model/words.js'
import type { Node, Path } from '../document/node.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import type { RecordKind } from '../model/record-kinds.js'
import { identityPath, keysOf } from '../model/schema-walk.js'
import { at, type Filed } from '../model/place.js'
import type { Fact, Pair, RecordRef, Compared, RecordDiff, State } from './fact.js'
import { isMap, isSame } from '../model/same.js'
import type { Named } from './pairs.js'

/** Changes of the register’s own keys (`x-…`), apart from those of items that were added or removed. */
export function ownKeyFacts(kind: RecordKind, { earlier, now, before, after }: Pair): Fact[] {
  const [older, newer] = [ownKeys(kind, earlier, before.register), ownKeys(kind, now, after.register)]
  return [...new Set([...newer.keys(), ...older.keys()])].flatMap((name): Fact[] => {
    const [was, is] = [older.get(name), newer.get(name)]
    if (was !== undefined && is !== undefined && isSame(was.value, is.value)) return []
    const did =
      was === undefined
        ? `is now stated: ${formatOwnKey(is!)}`
        : is === undefined
          ? `is no longer stated; it was ${formatOwnKey(was)}`
          : `changed from ${formatOwnKey(was)} to ${formatOwnKey(is)}`
    return [
      {
        kind: 'other',
        weight: 'neutral',
        what: name,
        did,
        before: was && at(earlier, ...was.path),
        after: is && at(now, ...is.path),
      },
    ]
  })
}

interface OwnKey {
  readonly path: Path
  readonly value: unknown
}

/** Own keys of a record by path, with list items by identity; read from the file, as no field has them. */
function ownKeys(kind: RecordKind, record: Filed, { files }: Register): Map<string, OwnKey> {
  const found = new Map<string, OwnKey>()
  const file = files.get(record.file)
  if (file?.text.includes('x-') === true && file.root !== undefined) collect(file.root, [])
  return found

  function collect(node: Node, path: Path): void {
    if (node.kind === 'list') node.items.forEach((item, index) => collect(item, [...path, index]))
    if (node.kind !== 'map') return
    for (const { key, value } of node.entries) {
      const place = [...path, key.text]
      if (!key.text.startsWith('x-')) collect(value, place)
      else found.set(identityPath(RECORD_SCHEMAS[kind].schema, record, place), { path: place, value: plain(value) })
    }
  }
}

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
}

const formatOwnKey = ({ value }: OwnKey): string => shortText(words(value)) || 'nothing'

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(', ')
  return isMap(value)
    ? Object.entries(value)
        .map(([key, it]) => `${key} ${words(it)}`)
        .join(', ')
    : String(value)
}

/** The facts about something that is unreadable in one of the states or both, and so was not compared. */
const COURSES = {
  lost: { weight: 'worse', did: 'cannot be read any more, so it was not compared' },
  found: { weight: 'better', did: 'can be read again; what it said before was not compared' },
  fresh: { weight: 'worse', did: 'is new, and cannot be read, so it counts nowhere' },
  still: { weight: 'neutral', did: 'changed, but could be read neither before nor now, so it was not compared' },
} as const
type Course = keyof typeof COURSES

/** Records that one of the states, or both, could not read at all. */
export function unreadableRecords({ before, after }: Compared): RecordDiff[] {
  const [older, newer] = [whollyLost(before), whollyLost(after)]
  return [...new Map([...older, ...newer])].flatMap(([file, { kind, id }]): RecordDiff[] => {
    const course = textOf(before, file) === undefined ? 'fresh' : courseOf(older.has(file), newer.has(file))
    if (course === 'still' && textOf(before, file) === textOf(after, file)) return []
    const known = [before, after].flatMap((it) => namedIn(it, kind)).find((it) => it.id === id)
    const name = known?.name ?? SINGLE_NAMES[kind] ?? `${inWords(kind)} ${id}`
    const record: RecordRef = { kind, id, name, file }
    return [{ record, facts: [{ kind: 'unreadable', ...COURSES[course], before: at(record), after: at(record) }] }]
  })
}

const SINGLE_NAMES: Partial<Record<RecordKind, string>> = {
  register: 'the register',
  policy: 'the policy',
  baseline: 'the baseline',
}

const courseOf = (wasLost: boolean, isLostNow: boolean): Course => (!isLostNow ? 'found' : wasLost ? 'still' : 'lost')
const textOf = ({ register }: State, file: string) => register.files.get(file)?.text

const namedIn = ({ register }: State, kind: RecordKind): readonly Named[] =>
  kind === 'partnership' ? register.partnerships : kind === 'organisation' ? register.organisations : []

const isWhollyLost = ({ lost }: State['register']['unreadable'][number]) => lost.some((path) => path.length === 0)

const whollyLost = ({ register }: State) => new Map(register.unreadable.filter(isWhollyLost).map((it) => [it.file, it]))

/** Is a record missing from a state because its file or folder is unreadable there? Then it is neither new nor gone. */
export const isUnreadable = ({ register }: State, kind: RecordKind, { id, file }: Named): boolean =>
  register.unreadable.some(
    (it) => it.kind === kind && isWhollyLost(it) && (it.id === id || file.startsWith(`${it.file}/`)),
  )

/** The paths of a record that a state could not read; an empty path is all of it. */
export const lostOf = ({ register }: State, { file }: Filed): readonly Path[] =>
  register.unreadable.find((it) => it.file === file)?.lost ?? []

/** Is a path at, in or around something that could not be read? */
export const isLost = (path: Path, lost: readonly Path[]): boolean =>
  lost.some((it) => it.slice(0, path.length).every((key, index) => key === path[index]))

/** Fields with something that cannot be read any more, or can be read again, each once. */
export function lostFacts(kind: RecordKind, before: readonly Path[], after: readonly Path[], pair: Pair): Fact[] {
  const { earlier, now } = pair
  const fields = keysOf(RECORD_SCHEMAS[kind].schema) ?? []
  return fields.flatMap((field): Fact[] => {
    const [wasLost, isLostNow] = [before, after].map((paths) => paths.some((path) => path[0] === field)) as [
      boolean,
      boolean,
    ]
    if (!wasLost && !isLostNow) return []
    const place = { before: at(earlier, field), after: at(now, field) }
    return [{ kind: 'unreadable', what: inWords(field), ...COURSES[courseOf(wasLost, isLostNow)], ...place }]
  })
}
