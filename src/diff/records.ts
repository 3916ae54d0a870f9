import type { Path } from '../document/node.js'
import { at, type Filed } from '../model/place.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { Partnership } from '../model/partnership.js'
import type { RecordKind } from '../model/record-kinds.js'
import { counted, inWords } from '../model/words.js'
import { compareRecords, type FieldChange } from './compare.js'
import type { Fact, RecordRef } from './fact.js'
import { factsOf } from './facts/index.js'
import type { Pair } from './facts/teller.js'
import { ownKeyFacts } from './own-keys.js'
import { pairRecords, type Named, type Pairs } from './pairs.js'
import { withRenamedIds, type IdRenames } from './renamed-ids.js'
import type { State } from './state.js'

/** A record that differs, with what is different of it; without facts where only what follows from others may differ. */
export interface RecordDiff {
  readonly record: RecordRef
  readonly facts: readonly Fact[]
}

/** Every record that differs between two states, and which partnerships belong together. */
export interface RecordsDiff {
  readonly records: readonly RecordDiff[]
  readonly partnerships: Pairs<Partnership>
  /** `partnership old-id` to the id that it has now. */
  readonly renames: ReadonlyMap<string, string>
}

/** Compares two states of a register record by record. */
export function compareStates(before: State, after: State): RecordsDiff {
  const partnerships = pairRecords(before.register.partnerships, after.register.partnerships)
  const organisations = pairRecords(before.register.organisations, after.register.organisations)
  const renames: IdRenames = new Map([
    ...renamesOf('partnership', partnerships),
    ...renamesOf('organisation', organisations),
  ])
  const compared: Compared = { before, after, renames }
  const records = [
    ...single('register', compared),
    ...single('policy', compared),
    ...single('baseline', compared),
    ...listed('organisation', organisations, compared),
    ...listed('partnership', partnerships, compared),
    ...listed('update', pairRecords(updatesOf(before), updatesOf(after)), compared),
    ...templates(compared),
    ...unreadable(compared),
  ]
  return { records: records.filter((it) => it.facts.length > 0), partnerships, renames }
}

interface Compared {
  readonly before: State
  readonly after: State
  readonly renames: IdRenames
}

const renamesOf = (kind: RecordKind, { both }: Pairs<Named>) =>
  both
    .filter(({ earlier, now }) => earlier.id !== now.id)
    .map(({ earlier, now }) => [`${kind} ${earlier.id}`, now.id] as const)

const updatesOf = ({ register }: State) =>
  register.updates.map((it) => ({
    ...it,
    name: it.title === undefined ? `the update ${it.id}` : `${it.title} (${it.id})`,
  }))

const refOf = (kind: RecordRef['kind'], { id, name, file }: Named): RecordRef => ({ kind, id, name, file })

function listed(kind: RecordKind, { both, added, removed }: Pairs<Named>, compared: Compared): RecordDiff[] {
  const { before, after } = compared
  return [
    ...both.map(({ earlier, now }) => ({ record: refOf(kind, now), facts: pairFacts(kind, earlier, now, compared) })),
    ...added
      .filter((it) => !isUnreadable(before, kind, it))
      .map((it) => ({ record: refOf(kind, it), facts: [addedFact(it)] })),
    ...removed
      .filter((it) => !isUnreadable(after, kind, it))
      .map((it) => ({ record: refOf(kind, it), facts: [removedFact(kind, it)] })),
  ]
}

/** What differs between a record and what it is now. Values that one of the states could not read are not compared. */
function pairFacts(kind: RecordKind, earlier: Named, now: Named, { before, after, renames }: Compared): Fact[] {
  if (earlier.id === now.id && isSameText(before, earlier, after, now)) return []
  const pair: Pair = { earlier, now, before, after }
  const [lostBefore, lostAfter] = [lostOf(before, earlier), lostOf(after, now)]
  const changes = compareRecords(RECORD_SCHEMAS[kind].schema, withRenamedIds(earlier, renames), now)
  const readable = changes.filter(
    (it) =>
      !isLost(it, lostBefore, ({ beforePath }) => beforePath) && !isLost(it, lostAfter, ({ afterPath }) => afterPath),
  )
  return [
    ...(earlier.id === now.id ? [] : [renamedFact(earlier, now)]),
    ...factsOf(kind, readable, pair),
    ...ownKeyFacts(kind, pair),
    ...lostFacts(lostBefore, lostAfter, pair),
  ]
}

/** Most of a register is what it was, letter by letter; such files need no comparing. */
const isSameText = (before: State, earlier: Filed, after: State, now: Filed): boolean =>
  before.register.files.get(earlier.file)?.text === after.register.files.get(now.file)?.text

const addedFact = (it: Named): Fact => ({
  kind: 'added',
  weight: 'neutral',
  did: `is new in the register${'status' in it && it.status === 'proposed' ? ', as a proposal' : ''}`,
  before: undefined,
  after: at(it, 'name'),
})

/** A partnership does not vanish: it ends, and its file says so. */
function removedFact(kind: RecordKind, it: Named): Fact {
  const status = 'status' in it ? String(it.status) : undefined
  const unended = kind === 'partnership' && status !== 'ended'
  const how =
    kind !== 'partnership'
      ? ''
      : unended
        ? ` without having been ended; it was ${inWords(status ?? '')}`
        : '; it had ended'
  return {
    kind: 'removed',
    weight: unended ? 'alarm' : 'neutral',
    did: `was removed from the register${how}`,
    before: at(it, 'name'),
    after: undefined,
  }
}

const renamedFact = (earlier: Named, now: Named): Fact => ({
  kind: 'renamed',
  weight: 'neutral',
  did: `has another id: ${now.id}; it was ${earlier.id}`,
  before: at(earlier, 'name'),
  after: at(now, 'name'),
})

/** Register.yaml, policy.yaml and baseline.yaml: there is one of each, or none. */
function single(kind: 'register' | 'policy' | 'baseline', compared: Compared): RecordDiff[] {
  const { before, after } = compared
  const [earlier, now] = [singleOf(kind, before), singleOf(kind, after)]
  const known = now ?? earlier
  if (known === undefined) return []
  if (earlier !== undefined && now !== undefined)
    return [{ record: refOf(kind, known), facts: pairFacts(kind, earlier, now, compared) }]
  const accepts = kind === 'baseline' ? ` and accepts ${counted(acceptedIn(known), 'finding')}` : ''
  const did = now === undefined ? 'was removed' : `was added${accepts}`
  const places = { before: earlier && at(earlier), after: now && at(now) }
  return [
    {
      record: refOf(kind, known),
      facts: [{ kind: kind === 'register' ? 'other' : kind, weight: 'worse', did, ...places }],
    },
  ]
}

const acceptedIn = (it: object) => ('accepted' in it && Array.isArray(it.accepted) ? it.accepted.length : 0)

function singleOf(kind: 'register' | 'policy' | 'baseline', { register }: State): Named | undefined {
  if (kind === 'register') return { ...register.settings, id: 'register', name: 'the register' } as Named
  if (kind === 'baseline') return register.baseline && { ...register.baseline, id: 'baseline', name: 'the baseline' }
  const own = register.policies.find((it) => it.file === 'policy.yaml')
  return own && { ...own.data, file: own.file, id: 'policy', name: 'the policy' }
}

/** Templates and partials of the register’s own: that they changed is told, their text is for the pull request itself. */
function templates({ before, after }: Compared): RecordDiff[] {
  const [older, newer] = [templatesOf(before), templatesOf(after)]
  return [...new Set([...older.keys(), ...newer.keys()])].flatMap((file): RecordDiff[] => {
    const [was, is] = [older.get(file), newer.get(file)]
    if (was === is) return []
    const did = was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed'
    const place: Filed = { file }
    const places = {
      before: was === undefined ? undefined : at(place),
      after: is === undefined ? undefined : at(place),
    }
    const record: RecordRef = { kind: 'template', id: file, name: `the template ${file}`, file }
    return [{ record, facts: [{ kind: 'other', weight: 'neutral', did, ...places }] }]
  })
}

const templatesOf = ({ register }: State) =>
  new Map([...register.files.values()].filter((it) => it.file.startsWith('templates/')).map((it) => [it.file, it.text]))

/** Records that one of the states could not read at all. */
function unreadable({ before, after }: Compared): RecordDiff[] {
  const [older, newer] = [whollyLost(before), whollyLost(after)]
  return [...new Map([...older, ...newer])].flatMap(([file, { kind, id }]): RecordDiff[] => {
    if (older.has(file) && newer.has(file)) return []
    const known = [before, after].flatMap((it) => namedIn(it, kind)).find((it) => it.id === id)
    const record: RecordRef = { kind, id, name: known?.name ?? `${inWords(kind)} ${id}`, file }
    const place = at(record)
    return older.has(file)
      ? [
          {
            record,
            facts: [
              {
                kind: 'unreadable',
                weight: 'better',
                did: 'can be read again; what it said before could not be compared',
                before: place,
                after: place,
              },
            ],
          },
        ]
      : [
          {
            record,
            facts: [
              {
                kind: 'unreadable',
                weight: 'worse',
                did: 'cannot be read any more, so it could not be compared',
                before: place,
                after: place,
              },
            ],
          },
        ]
  })
}

const namedIn = ({ register }: State, kind: RecordKind): readonly Named[] =>
  kind === 'partnership' ? register.partnerships : kind === 'organisation' ? register.organisations : []

const whollyLost = ({ register }: State) =>
  new Map(register.unreadable.filter((it) => it.lost.some((path) => path.length === 0)).map((it) => [it.file, it]))

/** Is a record not in a state because its file, or the folder of it, could not be read there? It is neither new nor gone. */
const isUnreadable = ({ register }: State, kind: RecordKind, { id, file }: Named): boolean =>
  register.unreadable.some(
    (it) =>
      it.kind === kind && it.lost.some((path) => path.length === 0) && (it.id === id || file.startsWith(`${it.file}/`)),
  )

const lostOf = ({ register }: State, { file }: Filed): readonly Path[] =>
  register.unreadable.find((it) => it.file === file)?.lost ?? []

/** A change at, in or around what could not be read is none that can be told. */
function isLost(change: FieldChange, lost: readonly Path[], pathOf: (change: FieldChange) => Path): boolean {
  const path = pathOf(change)
  return lost.some((it) => it.slice(0, path.length).every((key, index) => key === path[index]))
}

/** Values that cannot be read any more, or can be read again. */
function lostFacts(before: readonly Path[], after: readonly Path[], { earlier, now }: Pair): Fact[] {
  const names = (paths: readonly Path[]) => new Map(paths.map((path) => [path.join('.'), path]))
  const [older, newer] = [names(before), names(after)]
  const tell = (path: Path, did: string, weight: Fact['weight']): Fact => ({
    kind: 'unreadable',
    weight,
    what: path.length === 0 ? 'The whole' : inWords(String(path[0])),
    did,
    before: at(earlier, ...path),
    after: at(now, ...path),
  })
  return [
    ...[...newer]
      .filter(([name]) => !older.has(name))
      .map(([, path]) => tell(path, 'cannot be read any more, so it was not compared', 'worse')),
    ...[...older]
      .filter(([name]) => !newer.has(name))
      .map(([, path]) => tell(path, 'can be read again; what it said before was not compared', 'better')),
  ]
}
