import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { RecordKind } from '../model/record-kinds.js'
import { comingFacts, goingFacts, renamingFacts } from './coming.js'
import type { RecordRef, Compared, RecordDiff, State, Fact, Pair } from './fact.js'
import { pairRecords, type Named, type Pairs } from './pairs.js'
import { type IdRenames, withRenamedIds } from '../model/renamed-ids.js'
import { templates } from './templates.js'
import { type Filed, at } from '../model/place.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { compareRecords } from './compare.js'
import { factsOf } from './facts/index.js'
import { successionFacts, withSuccessors } from './mergers.js'
import { ownKeyFacts, isUnreadable, unreadableRecords, isLost, lostFacts, lostOf } from './besides-fields.js'
import { counted } from '../model/words.js'

/** Every record that differs between two states, and which records belong together. */
export interface RecordsDiff {
  readonly records: readonly RecordDiff[]
  readonly partnerships: Pairs<Partnership>
  readonly organisations: Pairs<Organisation>
  readonly renames: IdRenames
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
    ...singleRecords(compared),
    ...listed('organisation', organisations, compared),
    ...listed('partnership', partnerships, compared),
    ...listed('update', pairRecords(updatesOf(before), updatesOf(after)), compared),
    ...templates(compared),
    ...unreadableRecords(compared),
  ]
  return { records: records.filter((it) => it.facts.length > 0), partnerships, organisations, renames }
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

/** What became of the records of a kind. A record that one state could not read at all is neither new nor gone. */
function listed(kind: RecordKind, { both, added, removed }: Pairs<Named>, compared: Compared): RecordDiff[] {
  const refOf = ({ id, name, file }: Named): RecordRef => ({ kind, id, name, file })
  return [
    ...both.map(({ earlier, now }) => ({ record: refOf(now), facts: pairFacts(kind, earlier, now, compared) })),
    ...added
      .filter((it) => !isUnreadable(compared.before, kind, it))
      .map((it) => ({ record: refOf(it), facts: comingFacts(kind, it, compared.after) })),
    ...removed
      .filter((it) => !isUnreadable(compared.after, kind, it))
      .map((it) => ({ record: refOf(it), facts: goingFacts(kind, it, compared.before) })),
  ]
}

/** What differs between a record before and now. Values that are unreadable in one of the states are not compared. */
function pairFacts(
  kind: RecordKind,
  earlier: Filed & Partial<Named>,
  now: Filed & Partial<Named>,
  { before, after, renames }: Compared,
): Fact[] {
  const isSameId = earlier.id === now.id
  if (isSameId && isSameText(before, earlier, after, now)) return []
  const pair: Pair = { earlier, now, before, after }
  const [lostBefore, lostAfter] = [lostOf(before, earlier), lostOf(after, now)]
  const asNamedNow = withSuccessors(withRenamedIds(earlier, renames), now, after)
  const changes = compareRecords(RECORD_SCHEMAS[kind].schema, asNamedNow, now)
  const readable = changes.filter(
    ({ beforePath, afterPath }) => !isLost(beforePath, lostBefore) && !isLost(afterPath, lostAfter),
  )
  return [
    ...(isSameId ? [] : renamingFacts(earlier as Named, now as Named)),
    ...(kind === 'partnership' ? successionFacts(pair as Pair<Partnership>) : []),
    ...factsOf(kind, readable, pair),
    ...ownKeyFacts(kind, pair),
    ...lostFacts(kind, lostBefore, lostAfter, pair),
  ]
}

/** Most files of a register did not change at all, and need not be compared. */
const isSameText = (before: State, earlier: Filed, after: State, now: Filed): boolean =>
  before.register.files.get(earlier.file)?.text === after.register.files.get(now.file)?.text

/** The records that a register has only one of, with their names. */
const SINGLES = { register: 'the register', policy: 'the policy', baseline: 'the baseline' } as const
type Single = keyof typeof SINGLES

/** What became of register.yaml, policy.yaml and baseline.yaml. */
const singleRecords = (compared: Compared): RecordDiff[] =>
  (Object.keys(SINGLES) as Single[]).flatMap((kind) => singleRecord(kind, compared))

function singleRecord(kind: Single, compared: Compared): RecordDiff[] {
  const [earlier, now] = [recordOf(kind, compared.before), recordOf(kind, compared.after)]
  const file = `${kind}.yaml`
  const record: RecordRef = { kind, id: kind, name: SINGLES[kind], file }
  if (earlier !== undefined && now !== undefined) return [{ record, facts: pairFacts(kind, earlier, now, compared) }]
  if (earlier === undefined && now === undefined) return []
  if (isUnread(compared.before, file) || isUnread(compared.after, file)) return [] // reported as unreadable
  const accepts =
    now !== undefined && 'accepted' in now ? ` and accepts ${counted(lengthOf(now.accepted), 'finding')}` : ''
  const places = { before: earlier && at(earlier), after: now && at(now) }
  const isGood = now !== undefined && kind !== 'baseline' && recordOf('register', compared.before) === undefined
  const did = now === undefined ? 'was removed' : `${kind === 'register' ? 'is new' : 'was added'}${accepts}`
  const fact = {
    kind: kind === 'register' ? 'added' : kind,
    weight: isGood ? 'neutral' : 'worse',
    did,
    ...places,
  } as const
  return [{ record, facts: [fact] }]
}

/** A state without a register.yaml has default settings, which do not count as a record. */
function recordOf(kind: Single, { register }: State): Filed | undefined {
  if (kind === 'register') return register.files.has('register.yaml') ? register.settings : undefined
  if (kind === 'baseline') return register.baseline
  const own = register.policies.find((it) => it.file === 'policy.yaml')
  return own && { ...own.data, file: own.file }
}

const isUnread = ({ register }: State, file: string) => register.unreadable.some((it) => it.file === file)
const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)
