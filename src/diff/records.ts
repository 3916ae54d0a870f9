import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { RecordKind } from '../model/record-kinds.js'
import { comingFacts, goingFacts } from './coming.js'
import type { RecordRef, Compared, RecordDiff, State } from './fact.js'
import { pairFacts } from './pair-facts.js'
import { pairRecords, type Named, type Pairs } from './pairs.js'
import type { IdRenames } from '../model/renamed-ids.js'
import { singleRecords } from './single-records.js'
import { templates } from './templates.js'
import { isUnreadable, unreadableRecords } from './unreadable.js'

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
