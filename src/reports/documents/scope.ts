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

/** A document as the register holds or would hold it, with every partnership that requires it. */
export interface Needed extends Requirement {
  /** Those that require it, each as its whole, by name. */
  readonly wholes: Running['wholes']
}

/** What every section of the paper is built from; documents are in the order of the policy. */
export interface Scope extends PaperInput {
  readonly running: Running
  /** Requirements, once for each type and holder. */
  readonly once: readonly DistinctRequirement[]
  /** Once for each document: what is counted over all types. */
  readonly documents: readonly DistinctRequirement[]
  /** Once for each place: a partner may have a document for one partnership and lack it for another. */
  readonly sure: readonly Needed[]
  /** The same, once for each document: what somebody has to obtain or deal with. */
  readonly toSeeTo: readonly Needed[]
}

export function scopeOf(input: PaperInput): Scope {
  const running = runningPartnerships(input.register)
  const order = input.policy.policy.entries('documents').map((it) => it.id)
  const requirements = requirementsOf(input.policy, running.all).sort(
    (a, b) => order.indexOf(a.duty.type) - order.indexOf(b.duty.type),
  )
  const [once, places] = [distinctByHolder(requirements), distinctByPlace(requirements)]
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
