import { RECURRING } from '../../duties/recurring.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Place, type Because } from '../../model/place.js'
import type { Recurring } from '../../policy/cadence.js'
import { isSure } from '../../policy/documents.js'
import { dutyName } from '../../policy/describe-document.js'
import type { IdRenames } from '../../model/renamed-ids.js'
import type { State } from '../fact.js'

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
    const { what, list, due: dueOf } = RECURRING[kind]
    const due = dueOf(policy, partnership)
    if (due === undefined) return []
    const { every, because } = due
    return [{ key: kind, what, title: what, how: `every ${every.written}`, because, at: at(partnership, list) }]
  })
  return new Map([...recurring, ...documents].map((it) => [it.key, it]))
}

export const CERTAIN = 'for certain'
export const PERHAPS = 'perhaps'

/** A requirement that was added, removed or changed; undefined where there was or is none. */
export interface RequirementChange {
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
    return was!.how === PERHAPS ? 'is not needed; that was open before' : `is no longer asked for${often(was!)}`
  if (is.how === PERHAPS) return was === undefined ? 'may now be needed' : 'may be needed still, but that is open now'
  if (was === undefined) return `is now asked for${is.how === CERTAIN ? '' : `, ${is.how}`}`
  return is.how === CERTAIN ? 'is now asked for; that was open before' : `is now asked for ${is.how}${often(was)}`
}

const often = ({ how }: Requirement) => (how === CERTAIN ? '' : `; it was ${how}`)

export const nameOfDuty = ({ was, is }: RequirementChange): string => (is ?? was)!.what
export const listed = (duties: Iterable<Requirement>): string[] =>
  [...duties].filter((it) => it.how !== PERHAPS).map((it) => it.what)
