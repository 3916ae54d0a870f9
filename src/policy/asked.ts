import { grouped } from '../model/order.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from './answers.js'
import { isStricter, isSure, type DocumentDuty } from './documents.js'

/** A document that is asked for, or may be, with a partnership that it is asked of. */
export interface Asked {
  readonly partnership: Partnership
  readonly duty: DocumentDuty
}

/** A document that several may ask for: the strictest demand, and every one. */
export interface AskedOnce extends Asked {
  readonly all: readonly Asked[]
}

/** What is asked of some partnerships, in the order of the policy for each. */
export const askedOf = (policy: PolicyAnswers, partnerships: readonly Partnership[]): Asked[] =>
  partnerships.flatMap((partnership) => policy.documents(partnership).map((duty) => ({ partnership, duty })))

/** Whose document it is and of which type: a partner’s own is one, in however many partnerships it is used. */
export const holderKey = ({ partnership, duty: { type, organisation } }: Asked): string =>
  organisation === undefined ? `${type} partnership ${partnership.id}` : `${type} organisation ${organisation.id}`

/** Once each type and holder: what is counted and compared. */
export const onceEachHolder = (asked: readonly Asked[]): AskedOnce[] => onceEach(asked, holderKey)

/**
 * Once each type and place, which is the document itself or the file where it would stand: what is told. A partner may
 * have a document in the file of one partnership, and lack it for another.
 */
export const onceEachPlace = (asked: readonly Asked[]): AskedOnce[] => onceEach(asked, placeKey)

const placeKey = ({ duty: { type, at } }: Asked) => `${type} ${at.file} ${at.path.join(' ')}`

const onceEach = (asked: readonly Asked[], key: (it: Asked) => string): AskedOnce[] =>
  grouped(asked, key).map((all) => ({
    ...all.reduce((known, it) => (isStricter(it.duty, known.duty) ? it : known)),
    all,
  }))

/** The partnerships that a document is used in: those that ask for it with certainty, or, where none does, may ask. */
export function usedIn({ all }: AskedOnce): Partnership[] {
  const sure = all.filter(({ duty }) => isSure(duty))
  return (sure.length > 0 ? sure : all).map((it) => it.partnership)
}

/**
 * Every document that is asked for in a register, once each type and place, by the partnership whose demand is the
 * strictest; worked out once, as many rules ask.
 */
export function askedOnce({ partnerships }: Register, policy: PolicyAnswers): readonly Asked[] {
  const known = once.get(policy)
  if (known?.partnerships === partnerships) return known.asked
  const asked = strictestOf(askedOf(policy, partnerships))
  once.set(policy, { partnerships, asked })
  return asked
}

const once = new WeakMap<
  PolicyAnswers,
  { readonly partnerships: Register['partnerships']; readonly asked: readonly Asked[] }
>()

function strictestOf(asked: readonly Asked[]): Asked[] {
  const found: Asked[] = []
  const ofPartners = new Map<string, number>()
  for (const it of asked) {
    // what a partnership holds itself nobody else asks for
    const key = it.duty.organisation && placeKey(it)
    const earlier = key === undefined ? undefined : ofPartners.get(key)
    if (earlier !== undefined) {
      if (isStricter(it.duty, found[earlier]!.duty)) found[earlier] = it
      continue
    }
    if (key !== undefined) ofPartners.set(key, found.length)
    found.push(it)
  }
  return found
}
