import type { Condition } from '../model/condition.js'
import type { Partnership } from '../model/partnership.js'
import type { Policy } from '../model/policy.js'
import { namesFact, truthOf, type TierRank, type Truth } from './conditions.js'
import { dataFacts, isPersonal, type Facts } from './facts.js'
import type { InForce, MergedPolicy } from './merge.js'
import { DATA_FACTS } from './screening.js'
import { tierRank } from './tier.js'

export type Level = InForce<Policy['information-levels'][string]>

/** Is a document required at a level? A condition: where that holds as well. */
export type Requirement = 'required' | 'not-required' | Condition

/** A document that depends on the data, with a requirement for each level. */
export interface LevelRow extends InForce<Policy['documents'][string]> {
  readonly requirements: readonly Requirement[]
}

/** Which levels of information governance need which documents. */
export interface LevelMatrix {
  readonly levels: readonly Level[]
  readonly rows: readonly LevelRow[]
}

/**
 * Works out which documents a partnership of each level needs. Of its data, all that a level leaves open is tried in turn,
 * by the rules for real partnerships; nothing else is known of it.
 */
export function levelMatrix(policy: MergedPolicy): LevelMatrix {
  const rank = tierRank(policy)
  const levels = policy.entries('information-levels')
  const cases = levels.map((it) => casesOf(it, levels, rank))
  const rows = policy.entries('documents').flatMap((entry) => {
    const { when } = entry.data
    if (when === undefined || !DATA_FACTS.some((it) => namesFact(when, it))) return []
    return [{ ...entry, requirements: cases.map((it) => requirementIn(when, it, rank)) }]
  })
  return { levels, rows }
}

type Data = NonNullable<Partnership['data']>

const ROLES: readonly Pick<Data, 'controllership' | 'processor'>[] = [
  { controllership: 'independent', processor: 'none' },
  { controllership: 'joint', processor: 'none' },
  { controllership: 'processor', processor: 'partner' },
  { controllership: 'processor', processor: 'us' },
]

/** Every sort of data that may pass. What is not personal has no controller and is in no shared record. */
const SORTS_OF_DATA: readonly Data[] = (['none', 'incidental', 'personal', 'special-category'] as const)
  .map((level): Data => ({ level, systems: [], 'high-risk': [] }))
  .flatMap((data) =>
    isPersonal(data)
      ? ROLES.flatMap((roles) => [true, false].map((shared) => ({ ...data, ...roles, 'shared-record': shared })))
      : data,
  )

/** The facts of partnerships that are, or may be, of a level: the last that applies counts. */
function casesOf(level: Level, levels: readonly Level[], rank: TierRank): readonly Facts[] {
  const later = levels.slice(levels.indexOf(level) + 1)
  const applies = ({ data }: Level, facts: Facts) =>
    data.when === undefined ? 'false' : truthOf(data.when, facts, rank)
  const known = { 'information-level': [level.id] }
  const cases = SORTS_OF_DATA.map((it): Facts => dataFacts(it)).filter(
    (facts) => applies(level, facts) !== 'false' && !later.some((it) => applies(it, facts) === 'true'),
  )
  return cases.length === 0 ? [known] : cases.map((facts) => ({ ...facts, ...known }))
}

function requirementIn(when: Condition, cases: readonly Facts[], rank: TierRank): Requirement {
  const truth = (condition: Condition): Truth => {
    const found = new Set(cases.map((facts) => truthOf(condition, facts, rank)))
    return found.size === 1 ? [...found][0]! : 'unknown'
  }
  if (truth(when) === 'unknown') return openPart(when, (it) => truth(it) === 'unknown')
  return truth(when) === 'true' ? 'required' : 'not-required'
}

/** A condition without the parts that are decided. */
function openPart(condition: Condition, isOpen: (part: Condition) => boolean): Condition {
  if (condition.op === 'not') return { op: 'not', of: openPart(condition.of, isOpen) }
  if (condition.op !== 'all' && condition.op !== 'any') return condition
  const of = condition.of.filter(isOpen).map((it) => openPart(it, isOpen))
  return of.length === 1 ? of[0]! : { op: condition.op, of }
}
