import type { Partnership } from '../model/partnership.js'
import type { Filed } from '../model/place.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { RecordKind } from '../model/record-kinds.js'
import { renamingFacts } from './coming.js'
import { compareRecords } from './compare.js'
import type { Fact } from './fact.js'
import { factsOf } from './facts/index.js'
import type { Pair } from './facts/change-describer.js'
import { successionFacts, withSuccessors } from './mergers.js'
import { ownKeyFacts } from './own-keys.js'
import type { Named } from './pairs.js'
import type { Compared, State } from './state.js'
import { withRenamedIds } from '../model/renamed-ids.js'
import { isLost, lostFacts, lostOf } from './unreadable.js'

/** What differs between a record and what it is now. Values that one of the states could not read are not compared. */
export function pairFacts(
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

/** Most of a register is what it was, letter by letter; such files need no comparing. */
const isSameText = (before: State, earlier: Filed, after: State, now: Filed): boolean =>
  before.register.files.get(earlier.file)?.text === after.register.files.get(now.file)?.text
