import type { Partnership } from '../../model/partnership.js'
import { formatNames, counted } from '../../model/words.js'
import type { Fact, Pair, State } from '../fact.js'
import type { IdRenames } from '../../model/renamed-ids.js'
import { at, type Place, type Because } from '../../model/place.js'
import type { TierAnswer } from '../../policy/tier.js'
import { RECURRING } from '../../duties/required.js'
import type { Recurring } from '../../policy/cadence.js'
import { isSure } from '../../policy/documents.js'
import { dutyName } from '../../policy/describe-document.js'

/**
 * Duties that a partnership gained or lost, each with the policy entry that requires it.
 * @param renames organisations with a new id, which keep their documents
 */
export function dutyFacts({ earlier, now, before, after }: Pair<Partnership>, renames: IdRenames): Fact[] {
  if (now.status === 'ended') return [] // the fact that it ended implies this
  return changedDuties(requirementsOf(earlier, before, renames), requirementsOf(now, after)).map((change): Fact => {
    const { was, is } = change
    return {
      kind: 'duty',
      weight: 'neutral',
      what: nameOfDuty(change),
      did: describeRequirementChange(change),
      ...(is === undefined ? { becauseBefore: was!.because } : { because: is.because }),
      before: was?.at,
      after: is?.at,
    }
  })
}

/** The duties of a new partnership, in one line. */
export function dutiesOfNew(partnership: Partnership, state: State): Fact[] {
  const required = [...requirementsOf(partnership, state).values()]
  const names = listed(required)
  if (names.length === 0) return []
  const first = required.find((it) => it.how !== PERHAPS)!
  return [
    {
      kind: 'duty',
      weight: 'neutral',
      did: `now requires ${formatNames(names)}`,
      because: [],
      before: undefined,
      after: first.at,
    },
  ]
}

/** The tier that a partnership moved to, with the points that moved it. */
export function tierFacts({ earlier, now, before, after }: Pair<Partnership>): Fact[] {
  if (now.status === 'ended') return []
  const [from, to] = [before.policy.tier(earlier), after.policy.tier(now)]
  if (from.id === to.id) return []
  const rose = after.policy.rank(to.id) > after.policy.rank(from.id)
  return [
    {
      kind: 'tier',
      weight: 'neutral',
      what: 'Tier',
      did: `${rose ? 'rose' : 'fell'} from ${from.id} to ${to.id}${formatPoints(from, to)}`,
      ...movedReasons(from, to),
      before: at(earlier, 'name'),
      after: at(now, 'name'),
    },
  ]
}

const formatPoints = (from: TierAnswer, to: TierAnswer) =>
  from.points === to.points
    ? ` with ${counted(to.points, 'point')}`
    : ` with ${counted(to.points, 'point')} instead of ${from.points}`

/** The new reasons, and those that no longer apply. */
function movedReasons(from: TierAnswer, to: TierAnswer): Pick<Fact, 'because' | 'becauseBefore'> {
  const texts = (answer: TierAnswer) => new Set(answer.because.map((it) => it.text))
  const [was, is] = [texts(from), texts(to)]
  return {
    because: to.because.filter((it) => !was.has(it.text)),
    becauseBefore: from.because.filter((it) => !is.has(it.text)),
  }
}

/** Something that policy requires of a partnership in a state, whether or not it is met. */
export interface Requirement {
  /** Identifies it among the requirements of a partnership. */
  readonly key: string
  readonly what: string
  /** What is required, without who must have it. */
  readonly title: string
  /** How it is required: `for certain`, `perhaps`, or how often. */
  readonly how: string
  readonly because: readonly Because[]
  readonly at: Place
}

/** Required documents and recurring duties, by key. */
export function requirementsOf(
  partnership: Partnership,
  { policy }: State,
  renames: IdRenames = new Map(),
): Map<string, Requirement> {
  const documents = policy.documents(partnership).map((duty): Requirement => ({
    key: `document ${duty.type} ${renames.get(`organisation ${duty.organisation?.id}`) ?? duty.organisation?.id ?? ''}`,
    what: dutyName(duty),
    title: duty.title,
    how: isSure(duty) ? CERTAIN : PERHAPS,
    because: duty.because.slice(0, 1),
    at: at(partnership, 'documents'),
  }))
  const recurring = (Object.keys(RECURRING) as Recurring[]).flatMap((kind): Requirement[] => {
    const { what, list } = RECURRING[kind]
    const due = policy.due(kind, partnership)
    if (due === undefined) return []
    const { every, because } = due
    return [{ key: kind, what, title: what, how: `every ${every.written}`, because, at: at(partnership, list) }]
  })
  return new Map([...recurring, ...documents].map((it) => [it.key, it]))
}

const CERTAIN = 'for certain'
const PERHAPS = 'perhaps'

/** A requirement that was added, removed or changed; undefined where there was or is none. */
interface RequirementChange {
  readonly was: Requirement | undefined
  readonly is: Requirement | undefined
}

/** How two sets of duties differ. */
export function changedDuties(
  was: ReadonlyMap<string, Requirement>,
  is: ReadonlyMap<string, Requirement>,
): RequirementChange[] {
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((key) => ({ was: was.get(key), is: is.get(key) }))
    .filter((it) => it.was?.how !== it.is?.how)
}

/** What became of a duty, to follow its name in a sentence. */
export function describeRequirementChange({ was, is }: RequirementChange): string {
  if (is === undefined)
    return was!.how === PERHAPS ? 'is not needed; that was open before' : `is no longer required${often(was!)}`
  if (is.how === PERHAPS) return was === undefined ? 'may now be needed' : 'may still be needed, but that is now open'
  if (was === undefined) return `is now required${is.how === CERTAIN ? '' : `, ${is.how}`}`
  return is.how === CERTAIN ? 'is now required; that was open before' : `is now required ${is.how}${often(was)}`
}

const often = ({ how }: Requirement) => (how === CERTAIN ? '' : `; it was ${how}`)

const nameOfDuty = ({ was, is }: RequirementChange): string => (is ?? was)!.what
export const listed = (duties: Iterable<Requirement>): string[] =>
  [...duties].filter((it) => it.how !== PERHAPS).map((it) => it.what)
