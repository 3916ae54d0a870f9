import { isSure } from '../../policy/documents.js'
import {
  requirementsOf,
  distinctByDocument,
  distinctByHolder,
  distinctByPlace,
  usedIn,
  type Requirement,
  type DistinctRequirement,
} from '../../policy/requirements.js'
import type { PaperInput } from '../paper.js'
import { text } from '../view-parts.js'
import { runningPartnerships, type Running } from '../../model/hierarchy.js'

/** A document as the register holds it or would hold it, with every partnership that asks for it. */
export interface Needed extends Requirement {
  /** Those that ask, each as its whole, by name. */
  readonly wholes: Running['wholes']
}

/** What every section of the paper is built from; documents are in the order of the policy. */
export interface Scope extends PaperInput {
  readonly running: Running
  /** Once each type and holder: demands. */
  readonly once: readonly DistinctRequirement[]
  /** Once each document: what is counted over all types. */
  readonly documents: readonly DistinctRequirement[]
  /** Once each place: a partner may have a document for one partnership, and lack it for another. */
  readonly sure: readonly Needed[]
  /** The same, once each document: what somebody has to get, or to see to. */
  readonly toSeeTo: readonly Needed[]
}

export function scopeOf(input: PaperInput): Scope {
  const running = runningPartnerships(input.register)
  const order = input.policy.policy.entries('documents').map((it) => it.id)
  const asked = requirementsOf(input.policy, running.all).sort(
    (a, b) => order.indexOf(a.duty.type) - order.indexOf(b.duty.type),
  )
  const [once, places] = [distinctByHolder(asked), distinctByPlace(asked)]
  const needed = (all: readonly DistinctRequirement[]) =>
    all
      .filter(({ duty }) => isSure(duty))
      .map((it) => ({ ...it, wholes: [...new Set(usedIn(it).map(running.wholeOf))] }))
  return {
    ...input,
    running,
    once,
    documents: distinctByDocument(once),
    sure: needed(places),
    toSeeTo: needed(distinctByDocument(places)),
  }
}

/** A document, and the partnership or organisation that has to hold it. */
export const heldShape = { title: text, holder: text }

/** Who has to hold a document. */
export const holderOf = ({ duty, partnership }: Requirement): string => (duty.organisation ?? partnership).name
