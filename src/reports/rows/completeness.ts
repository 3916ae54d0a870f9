import { counter, type CountFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import { metByOthers, type Requirement, type DistinctRequirement } from '../../policy/requirements.js'
import type { StatedShape } from '../define-paper.js'
import { count } from '../view-parts.js'
import { isSure, type DocumentDuty } from '../../policy/documents.js'

/** Asked for and not waived: what is not applicable, with its reason, is in no count but its own. */
export const isNeeded = (duty: DocumentDuty) => isSure(duty) && duty.state !== 'not-applicable'

/** How many of the documents that are needed are in which state; each is in one of the four. */
export const stateCounts = {
  inForce: count,
  notSigned: count,
  expired: count,
  /** Not in the register, among them what is needed before a start. */
  missing: count,
}

/** The states of the documents of some holders. */
export const completenessShape = {
  needed: count,
  ...stateCounts,
  notApplicable: count,
  /** May be needed: a fact that decides it is not known. */
  perhaps: count,
}

/** Completeness is counted with what it is out of, so that “all are up to date” says of which set (domain, section 10). */
export function completenessOf(what: string, once: readonly Requirement[]): StatedShape<typeof completenessShape> {
  const inState = (how: string, ...states: DocumentDuty['state'][]) =>
    countDocuments(`${what}: ${how}`, once, ({ duty }) => isSure(duty) && states.includes(duty.state))
  return {
    needed: countDocuments(`${what}: needed`, once, ({ duty }) => isNeeded(duty)),
    inForce: inState('in force', 'held', 'expiring'),
    notSigned: inState('there, but not signed', 'unsigned'),
    expired: inState('expired', 'expired'),
    missing: inState('not in the register', 'missing', 'needed-before-start'),
    notApplicable: inState('not applicable, with a reason', 'not-applicable'),
    perhaps: countDocuments(`${what}: may be needed: what decides it is not known`, once, ({ duty }) => !isSure(duty)),
  }
}

/** Demands that are met, or would be met, by a document that another demand asks for: it counts once in all. */
export const countMetToo = (once: readonly DistinctRequirement[]): CountFigure =>
  countDocuments(
    'demands that the document of another demand meets, or would meet',
    [...metByOthers(once).keys()],
    ({ duty }) => isNeeded(duty),
  )

/** How many documents there are of which something holds; each is named by who has to hold it. */
export const countDocuments = counter<Requirement>(({ partnership, duty }) => {
  const holder = duty.organisation ?? partnership
  return { name: holder.name, at: duty.document === undefined ? at(holder, 'name') : duty.at }
})
