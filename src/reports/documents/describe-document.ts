import { formatInexactDay, type Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { isSignedAhead, describeSignedAhead, describeState, describeStatus } from '../../policy/describe-document.js'

type Held = Partnership['documents'][number]

/** How a document stands, with the days that it is known by: `in force until 30 April 2020; signed 2 May 2018`. */
export function describeDocument(duty: DocumentDuty, asOf: Day): string {
  const { document } = duty
  const title = document?.title === undefined ? '' : `“${document.title}”: `
  const isCovered = document?.signed === undefined || isSignedAhead(document, asOf)
  return `${title}${inState(duty)}${isCovered ? '' : `; signed ${formatInexactDay(document.signed!)}`}`
}

/** A document without an end is told as such. */
function inState(duty: DocumentDuty): string {
  const { state, document, until } = duty
  if (state === 'unsigned') return describeUnsigned(duty)
  if (state !== 'held' || until !== undefined) return describeState(duty)
  return `${describeState(duty)}, ${document?.expires === 'none' ? 'without an end' : 'no end stated'}`
}

/** How far a document is that nobody has signed, or of which nothing is said. */
export function describeUnsigned(duty: DocumentDuty): string {
  const { document } = duty
  return document !== undefined && document.status === undefined && document.signed === undefined
    ? 'neither day nor signature stated'
    : describeState(duty)
}

/** How a document stands that nobody asks for, by what its own entry says. */
export function describeHeld(document: Held, asOf: Day): string {
  const { status, signed, expires } = document
  const isAhead = isSignedAhead(document, asOf)
  const isOver = expires !== undefined && expires !== 'none' && expires.last < asOf
  const words = [
    status === undefined || isAhead || isOver ? '' : describeStatus(status),
    signed === undefined ? '' : isAhead ? describeSignedAhead(signed) : `signed ${formatInexactDay(signed)}`,
    expires === undefined || expires === 'none' ? '' : `${isOver ? 'ran out on' : 'ends'} ${formatInexactDay(expires)}`,
  ].filter((it) => it !== '')
  return words.join('; ') || 'neither state nor day stated'
}
