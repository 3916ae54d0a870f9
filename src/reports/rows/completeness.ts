import { counter, type CountFigure } from '../../figures/figure.js'
import { formatDay } from '../../model/day.js'
import { forceOf, type Basis, type Force } from '../../model/grounds.js'
import { at } from '../../model/place.js'
import { counted } from '../../model/words.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { metByOthers, type Requirement, type DistinctRequirement } from '../../policy/requirements.js'
import type { StatedShape } from '../define-paper.js'
import { count, each, group } from '../view-parts.js'
import { isSure, type DocumentDuty } from '../../policy/documents.js'

/** Required and not waived: what is not applicable, with its reason, is counted apart. */
export const isNeeded = (duty: DocumentDuty) => isSure(duty) && duty.state !== 'not-applicable'

/** How many of the documents that are needed are in which state; each is in one of the four. */
export const stateCounts = {
  ...each(count, 'inForce', 'notSigned', 'expired'),
  /** Not in the register, among them what is needed before a start. */
  missing: count,
}

/** What must be there, and what only should: guidance and proposals bind nobody. Law is never averaged with advice. */
export const forcesShape = {
  must: group({ needed: count, inForce: count }),
  should: group({ needed: count, inForce: count }),
}

export function forcesOf(what: string, once: readonly Requirement[]): StatedShape<typeof forcesShape> {
  const of = (force: Force, how: string) => {
    const all = once.filter(({ duty }) => forceOf(duty.basis) === force)
    const { needed, inForce } = completenessOf(`${what} that ${how} be there`, all)
    return { needed, inForce }
  }
  return { must: of('must', 'must'), should: of('should', 'should') }
}

/** What must be there comes first; otherwise in the order of the policy. */
export const mustFirst = <T>(all: readonly T[], basisOf: (it: T) => Basis | undefined): T[] => {
  const isShould = (it: T) => Number(forceOf(basisOf(it)) === 'should')
  return all.toSorted((a, b) => isShould(a) - isShould(b))
}

/**
 * Says that later law is not asked for; undefined where all of the policy is in force. What the law required before the
 * policy's own day is not in it.
 */
export function describeLaterLaw({ policy, asOf }: PolicyAnswers): string | undefined {
  const entries = policy.entries('documents').map((it) => it.data)
  const later = entries.filter((it) => it['applies-from'] !== undefined && it['applies-from'].first > asOf)
  if (later.length === 0) return undefined
  const are = later.length === 1 ? 'is' : 'are'
  return `${counted(later.length, 'demand')} of the policy that came into force after ${formatDay(asOf)} ${are} not counted; what the law required before has not been researched.`
}

/** The states of the documents of some holders. */
export const completenessShape = {
  needed: count,
  ...stateCounts,
  notApplicable: count,
  /** May be needed: a fact that decides it is not known. */
  perhaps: count,
}

/** Counts by state, with the total that they are out of: “all are up to date” needs a denominator (domain, section 10). */
export function completenessOf(what: string, once: readonly Requirement[]): StatedShape<typeof completenessShape> {
  const inState = (how: string, ...states: DocumentDuty['state'][]) =>
    countDocuments(`${what}: ${how}`, once, ({ duty }) => isSure(duty) && states.includes(duty.state))
  return {
    needed: countDocuments(`${what}: needed`, once, ({ duty }) => isNeeded(duty)),
    inForce: inState('in force', 'held', 'expiring'),
    notSigned: inState('there, but not signed', 'unsigned'),
    expired: inState('expired', 'expired'),
    missing: inState('not on file', 'missing', 'needed-before-start'),
    notApplicable: inState('not applicable, with a reason', 'not-applicable'),
    perhaps: countDocuments(`${what}: may be needed: what decides it is not known`, once, ({ duty }) => !isSure(duty)),
  }
}

/** Requirements met, or to be met, by a document of another requirement: that document counts once in total. */
export const countMetToo = (once: readonly DistinctRequirement[]): CountFigure =>
  countDocuments(
    'requirements that the document of another requirement meets, or would meet',
    [...metByOthers(once).keys()],
    ({ duty }) => isNeeded(duty),
  )

/** Counts required documents; each is named after its holder. */
export const countDocuments = counter<Requirement>(({ partnership, duty }) => {
  const holder = duty.organisation ?? partnership
  return { name: holder.name, at: duty.document === undefined ? at(holder, 'name') : duty.at }
})
