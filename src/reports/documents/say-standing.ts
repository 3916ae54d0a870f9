import { sayDay, sayInexactDay, type Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { DocumentDuty, DocumentState } from '../../policy/documents.js'
import { inWords } from '../say.js'

type Held = Partnership['documents'][number]

/** How a document stands, with the days that it is known by: `in force until 30 April 2020; signed 2 May 2018`. */
export function sayStanding({ state, document, until }: DocumentDuty): string {
  const title = document?.title === undefined ? '' : `“${document.title}”: `
  const signed =
    document?.signed === undefined
      ? ''
      : `; ${isAhead(state, document) ? 'dated' : 'signed'} ${sayInexactDay(document.signed)}`
  return `${title}${inState(state, document, until)}${signed}`
}

function inState(state: DocumentState, document: Held | undefined, until: Day | undefined): string {
  switch (state) {
    case 'held':
      if (until !== undefined) return `in force until ${sayDay(until)}`
      return `in force, ${document?.expires === 'none' ? 'without an end' : 'no end stated'}`
    case 'expiring':
      return `in force, runs out on ${sayDay(until!)}`
    case 'expired':
      return `expired on ${sayDay(until!)}`
    case 'unsigned':
      return sayUnsigned(document)
    case 'not-applicable':
      return 'not applicable'
    case 'needed-before-start':
      return 'not in the register; needed before the start'
    case 'missing':
      return document === undefined ? 'not in the register' : 'said to be not applicable, without a reason'
  }
}

/** Is it said to be signed on a day that is still to come? Nothing else leaves such a document unsigned. */
const isAhead = (state: DocumentState, { signed, status }: Held) =>
  state === 'unsigned' && signed !== undefined && (status === undefined || status === 'signed' || status === 'in-force')

/** How far a document is that nobody has signed. */
export function sayUnsigned(document: Held | undefined): string {
  if (document !== undefined && isAhead('unsigned', document)) return 'not signed yet'
  return document?.status === undefined ? 'neither day nor signature stated' : `${inWords(document.status)}, not signed`
}

/** How a document stands that nobody asks for, by what its own entry says. */
export function sayHeld({ status, signed, expires }: Held): string {
  const days = [
    signed === undefined ? '' : `signed ${sayInexactDay(signed)}`,
    expires === undefined || expires === 'none' ? '' : `ends ${sayInexactDay(expires)}`,
  ].filter((it) => it !== '')
  const words = status === undefined ? days : [inWords(status), ...days]
  return words.join('; ') || 'neither state nor day stated'
}
