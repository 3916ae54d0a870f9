import type { Partnership } from '../model/partnership.js'
import type { Filed } from '../model/place.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import type { RecordKind } from '../model/record-kinds.js'
import { renamingFacts } from './coming.js'
import { compareRecords } from './compare.js'
import type { Fact, Pair, Compared, State } from './fact.js'
import { factsOf } from './facts/index.js'
import { successionFacts, withSuccessors } from './mergers.js'
import { ownKeyFacts } from './own-keys.js'
import type { Named } from './pairs.js'
import { withRenamedIds } from '../model/renamed-ids.js'
import { isLost, lostFacts, lostOf } from './unreadable.js'

/** What differs between a record before and now. Values that are unreadable in one of the states are not compared. */
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

/** Most files of a register did not change at all, and need not be compared. */
const isSameText = (before: State, earlier: Filed, after: State, now: Filed): boolean =>
  before.register.files.get(earlier.file)?.text === after.register.files.get(now.file)?.text
