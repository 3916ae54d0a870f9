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
  partnerships.flatMap((partnership) => policy.documentsAsTold(partnership).map((duty) => ({ partnership, duty })))

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

/**
 * Once each document: of demands of one holder that one document meets, or would meet if it were there, the one that asks
 * for it by its own name. A section 75 agreement is an agreement: where both are asked for, one document is.
 */
export function onceEachDocument<T extends Asked>(asked: readonly T[]): T[] {
  const met = new Set<T>()
  for (const ofHolder of grouped(asked, ({ partnership, duty }) => ownerOf(partnership, duty)))
    for (const it of ofHolder) if (ofHolder.some((other) => meetsToo(other.duty, it.duty, ofHolder))) met.add(it)
  return asked.filter((it) => !met.has(it))
}

const ownerOf = (partnership: Partnership, { organisation }: DocumentDuty) =>
  organisation === undefined ? `partnership ${partnership.id}` : `organisation ${organisation.id}`

/** Of the demands of one holder: does the document that another one asks for meet this one with it? */
export function meetsToo(other: DocumentDuty, duty: DocumentDuty, all: readonly Asked[]): boolean {
  if (other === duty || other.type === duty.type) return false
  const isFirst = () => all.findIndex((it) => it.duty === other) < all.findIndex((it) => it.duty === duty)
  if (duty.document !== undefined) {
    const isOwn = (it: DocumentDuty) => it.type === it.document?.type
    return other.document === duty.document && (isOwn(other) === isOwn(duty) ? isFirst() : isOwn(other))
  }
  if (isThere(duty) || isThere(other) || !isSure(other) || !duty.servedBy.has(other.type)) return false
  return !other.servedBy.has(duty.type) || isFirst()
}

const isThere = ({ state }: DocumentDuty) => state !== 'missing' && state !== 'needed-before-start'

/** The partnerships that a document is used in: those that ask for it with certainty, or, where none does, may ask. */
export function usedIn({ all }: AskedOnce): Partnership[] {
  const sure = all.filter(({ duty }) => isSure(duty))
  return (sure.length > 0 ? sure : all).map((it) => it.partnership)
}

/**
 * Every document that is asked for in a register, once, by the partnership whose demand is the strictest, with all that
 * ask; worked out once, as many rules ask.
 */
export function askedOnce({ partnerships }: Register, policy: PolicyAnswers): readonly AskedOnce[] {
  const known = once.get(policy)
  if (known?.partnerships === partnerships) return known.asked
  const asked = onceEachDocument(strictestOf(askedOf(policy, partnerships)))
  once.set(policy, { partnerships, asked })
  return asked
}

const once = new WeakMap<
  PolicyAnswers,
  { readonly partnerships: Register['partnerships']; readonly asked: readonly AskedOnce[] }
>()

/** As `onceEachPlace`, and quicker where thousands ask: what a partnership holds itself nobody else asks for. */
function strictestOf(asked: readonly Asked[]): AskedOnce[] {
  const found: AskedOnce[] = []
  const ofPartners = new Map<string, { readonly index: number; readonly all: Asked[] }>()
  for (const it of asked) {
    const key = it.duty.organisation && placeKey(it)
    const earlier = key === undefined ? undefined : ofPartners.get(key)
    if (earlier !== undefined) {
      earlier.all.push(it)
      if (isStricter(it.duty, found[earlier.index]!.duty)) found[earlier.index] = { ...it, all: earlier.all }
      continue
    }
    const all = [it]
    if (key !== undefined) ofPartners.set(key, { index: found.length, all })
    found.push({ ...it, all })
  }
  return found
}
