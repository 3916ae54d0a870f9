import { isDay, sayDay, sayInexactDay, type InexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { inWords } from '../say.js'

type Held = Partnership['documents'][number]

/** How a document stands, with the days that it is known by: `in force until 30 April 2020; signed 2 May 2018`. */
export function sayStanding(duty: DocumentDuty): string {
  const { document } = duty
  const title = document?.title === undefined ? '' : `“${document.title}”: `
  const signed =
    document?.signed === undefined
      ? ''
      : `; ${isAhead(duty.state, document) ? 'dated' : 'signed'} ${sayInexactDay(document.signed)}`
  return `${title}${inState(duty)}${signed}`
}

function inState(duty: DocumentDuty): string {
  const { state, document, until } = duty
  switch (state) {
    case 'held':
      if (until !== undefined) return `in force until ${sayUntil(duty)}`
      return `in force, ${document?.expires === 'none' ? 'without an end' : 'no end stated'}`
    case 'expiring':
      return `in force, runs out ${sayOn(duty)}`
    case 'expired':
      return `expired ${sayOn(duty)}`
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
const isAhead = (state: DocumentDuty['state'], { signed, status }: Held) =>
  state === 'unsigned' && signed !== undefined && (status === undefined || status === 'signed' || status === 'in-force')

/** The last day in force, no more exact than what it is reckoned from: `30 April 2020`, `about December 2019 (…)`. */
export function sayUntil(duty: DocumentDuty): string {
  const until = duty.until!
  const written = ownDay(duty)?.written
  if (written === undefined || isDay(written)) return sayDay(until)
  return `about ${sayInexactDay({ first: until, last: until, written: until.slice(0, 7) })} (its day is not exact)`
}

const sayOn = (duty: DocumentDuty) => {
  const until = sayUntil(duty)
  return until.startsWith('about') ? until : `on ${until}`
}

/** The day that decides how long a document is in force: its end; or when it was signed, or the assessment made. */
function ownDay({ document, organisation, at }: DocumentDuty): InexactDay | undefined {
  const { expires, signed } = document ?? {}
  if (expires !== undefined && expires !== 'none') return expires
  const [list, index] = at.path
  return signed ?? (list === 'self-assessments' ? organisation?.[list][Number(index)]?.date : undefined)
}

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
