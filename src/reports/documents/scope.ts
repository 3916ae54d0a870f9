import { isSure } from '../../policy/documents.js'
import { askedOf, onceEachHolder, onceEachPlace, usedIn, type Asked } from '../../policy/asked.js'
import type { PaperInput } from '../paper.js'
import { runningOf, type Running } from '../../model/wholes.js'

/** A document as the register holds it or would hold it, with every partnership that asks for it. */
export interface Needed extends Asked {
  /** Those that ask, each as its whole, by name. */
  readonly wholes: Running['wholes']
}

/** What every section of the paper is built from; documents are in the order of the policy. */
export interface Scope extends PaperInput {
  readonly running: Running
  /** Once each type and holder: what counts are made of. */
  readonly once: readonly Asked[]
  /** Once each place: a partner may have a document for one partnership, and lack it for another. */
  readonly sure: readonly Needed[]
}

export function scopeOf(input: PaperInput): Scope {
  const running = runningOf(input.register)
  const order = input.policy.policy.entries('documents').map((it) => it.id)
  const asked = askedOf(input.policy, running.all).sort(
    (a, b) => order.indexOf(a.duty.type) - order.indexOf(b.duty.type),
  )
  return {
    ...input,
    running,
    once: onceEachHolder(asked),
    sure: onceEachPlace(asked)
      .filter(({ duty }) => isSure(duty))
      .map((it) => ({ ...it, wholes: [...new Set(usedIn(it).map(running.wholeOf))] })),
  }
}

/** Who has to hold a document. */
export const holderOf = ({ duty, partnership }: Asked): string => (duty.organisation ?? partnership).name
