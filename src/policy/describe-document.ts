import {
  isDay,
  formatDay,
  formatInexactDay,
  describeWhen,
  type Day,
  type InexactDay,
  hasHappenedBy,
} from '../model/day.js'
import type { SelfAssessment } from '../model/self-assessment.js'
import { formatNames } from '../model/words.js'
import { isBinding, type DocumentData as Held } from './document-state.js'
import type { DocumentDuty } from './documents.js'

/** A document with who must hold it, where that is a partner: `Insurance certificate of Riverside Mind`. */
export const dutyName = ({ title, organisation }: Pick<DocumentDuty, 'title' | 'organisation'>): string =>
  organisation === undefined ? title : `${title} of ${organisation.name}`

/** Distinguishes a required document from others of its record, whatever the day. */
export const dutyKey = ({ type, organisation }: Pick<DocumentDuty, 'type' | 'organisation'>): string =>
  organisation === undefined ? type : `${type} ${organisation.id}`

/** The status of a document in words. One that is agreed may be signed without that being recorded. */
export const describeStatus = (status: NonNullable<Held['status']>): string => STATUS[status]

const NO_SIGNATURE = 'no signature recorded'

const STATUS = {
  requested: 'requested',
  draft: 'draft',
  agreed: `agreed; ${NO_SIGNATURE}`,
  signed: 'signed',
  'in-force': 'in force',
  superseded: 'replaced by a newer one',
  'not-applicable': 'not applicable',
} as const

/** The state of a document, in words that follow a title of one or of many: `Declarations of interest: not signed`. */
export function describeState(duty: DocumentDuty): string {
  const { state, until, document } = duty
  if (duty.every !== undefined) return describeRepeated(duty)
  switch (state) {
    case 'held':
      return until === undefined ? describeInForce(document) : `in force until ${formatUntil(duty)}`
    case 'expiring':
      return `in force, expires ${formatOn(duty)}`
    case 'expired':
      return until === undefined ? 'expired' : `expired ${formatOn(duty)}`
    case 'unsigned':
      return describeNotMade(duty)
    case 'missing':
      return document === undefined ? 'not on file' : 'marked as not applicable, without a reason'
    case 'needed-before-start':
      return 'not on file, needed before the start'
    case 'not-applicable':
      return 'not applicable'
  }
}

/** What is made again and again, such as a report, is not in force: the next one is due. */
function describeRepeated(duty: DocumentDuty): string {
  const { state, until, every } = duty
  switch (state) {
    case 'held':
    case 'expiring':
      return until === undefined ? 'made, without a day' : `the next is due ${formatOn(duty)}`
    case 'expired':
      return `due every ${every!.written}; the next was due ${formatOn(duty)}`
    case 'missing':
    case 'needed-before-start':
      return `due every ${every!.written}; ${until === undefined ? 'none is on file' : `the first one: ${formatUntil(duty)}`}`
    case 'unsigned':
      return describeNotMade(duty)
    case 'not-applicable':
      return 'not applicable'
  }
}

/** Forms are accepted, risks are confirmed, and other documents are signed. */
function describeNotMade({ document, form, isProfile }: DocumentDuty): string {
  if (form !== undefined) return form.status === 'not-accepted' ? FORM['not-accepted'] : FORM.received
  if (isProfile) return 'every category answered, not yet confirmed by the lead'
  return document === undefined ? NO_SIGNATURE : describeUnsigned(document)
}

/** The state of a document by its own entry, in the words of `describeState`: for documents that are not required. */
export function describeEntry(document: Held, asOf: Day): string {
  const { status, reason, expires } = document
  const last = expires === 'none' ? undefined : expires
  const end = last && formatInexactDay(last)
  const over = last && last.last < asOf ? `expired ${describeWhen(last)}` : undefined
  if (over && impliesSignature(status)) return over
  if (!isBinding(document) || isSignedAhead(document, asOf)) {
    const state = reason === undefined ? describeUnsigned(document) : `${describeUnsigned(document)}: ${reason}`
    return end === undefined ? state : `${state}; ${over ?? `ends ${end}`}`
  }
  // a document that is only signed, such as accounts, is never in force
  if (expires === undefined && status !== 'in-force') return describeSigning(document, asOf) ?? STATUS.signed
  return end === undefined ? describeInForce(document) : `in force until ${end}`
}

/** A form, or a profile of risks, has no end of its own. */
const describeInForce = (document: Held | undefined) =>
  document === undefined ? 'in force' : `in force, ${document.expires === 'none' ? 'without an end' : 'no end stated'}`

/** When a document was signed and by whom: `signed on 20 March 2024 by Chief Nurse`; undefined where neither is recorded. */
export function describeSigning(document: Held, asOf: Day): string | undefined {
  const by = document['signed-by']
  const signed = isSignedAhead(document, asOf) ? undefined : document.signed
  if (signed === undefined && by.length === 0) return undefined
  return ['signed', signed && describeWhen(signed), by.length === 0 ? '' : `by ${formatNames(by)}`]
    .filter(Boolean)
    .join(' ')
}

/** A state with when and by whom the document was signed: `in force until 30 April 2029; signed on 2 May 2018`. */
export function withSigning(state: string, document: Held | undefined, asOf: Day): string {
  const signing = document && describeSigning(document, asOf)
  return signing === undefined || signing === state ? state : `${state}; ${signing}`
}

/** How something stood before, in a sentence: `it was in force`, `it expired on 30 April 2020`. */
export const describePast = (state: string): string =>
  state.startsWith('expired') ? `it ${state}` : state.startsWith('no ') ? `it had ${state}` : `it was ${state}`

/** The decision on a self-assessment, by whom and when: `accepted with actions by Chief Nurse on 3 May 2026`. */
export function describeForm({ status = 'received', 'decided-by': by, 'decided-on': on }: SelfAssessment): string {
  const decided = status === 'received' ? [] : [by && `by ${by}`, on && describeWhen(on)]
  return [FORM[status], ...decided].filter(Boolean).join(' ')
}

const FORM = {
  received: 'received, not yet accepted',
  accepted: 'accepted',
  'accepted-with-actions': 'accepted with actions',
  'not-accepted': 'not accepted',
} as const

function describeUnsigned({ status, signed }: Held): string {
  // a document with the status signed is unsigned only if its day is still to come
  if (signed !== undefined && impliesSignature(status)) return describeSignedAhead(signed)
  if (status === undefined) return NO_SIGNATURE
  return status === 'draft' ? 'draft, not signed' : describeStatus(status)
}

const impliesSignature = (status: Held['status']) =>
  status === undefined || status === 'signed' || status === 'in-force'

/** A document that is dated on a day still to come. */
export const describeSignedAhead = (signed: InexactDay) => `not signed yet; dated ${formatInexactDay(signed)}`

/** Is a document dated as signed on a day that is still to come? Its state includes that day. */
const isSignedAhead = ({ status, signed }: Held, asOf: Day): boolean =>
  signed !== undefined && !hasHappenedBy(signed, asOf) && impliesSignature(status)

/** The last day in force, as exact as the day it is counted from: `30 April 2020`, `about December 2019 (…)`. */
export function formatUntil(duty: DocumentDuty): string {
  const until = duty.until!
  const written = ownDay(duty)?.written
  if (written === undefined || isDay(written)) return formatDay(until)
  return `about ${formatInexactDay({ first: until, last: until, written: until.slice(0, 7) })} (its day is not exact)`
}

/** `on 30 April 2020`, or `about December 2019 (…)`. */
export function formatOn(duty: DocumentDuty): string {
  const until = formatUntil(duty)
  return until.startsWith('about') ? until : `on ${until}`
}

/** The day that decides how long a document is in force: its end, or the day of its signature or assessment. */
function ownDay({ document, form }: DocumentDuty): InexactDay | undefined {
  const { expires, signed } = document ?? {}
  return expires !== undefined && expires !== 'none' ? expires : (signed ?? form?.date)
}
