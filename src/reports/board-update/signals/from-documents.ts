import { addDuration, formatDay } from '../../../model/day.js'
import { forceOf } from '../../../model/grounds.js'
import type { Partnership } from '../../../model/partnership.js'
import { at } from '../../../model/place.js'
import { formatNames, lowerFirst } from '../../../model/words.js'
import { describeState, dutyName } from '../../../policy/describe-document.js'
import { isSure, type DocumentDuty } from '../../../policy/documents.js'
import { isMajor, ofEach, type Signals } from './signal.js'
import type { Scope } from '../scope.js'

/** What must be on file, and terms that come to their end. */
export const fromDocuments: Signals = {
  'must-missing': ofEach((it, scope) => {
    // what was there and has expired is alarming whatever the tier; what was never filed only in a major one
    const wanting = mustOf(it, scope).filter((duty) =>
      isMajor(scope, it) ? isWanting(duty) : duty.state === 'expired',
    )
    if (wanting.length === 0) return []
    return [{ text: formatNames(wanting.map(describeWanting)), at: wanting[0]!.at }]
  }),
  'must-expiring': (scope) => {
    // a partner's document is one, in however many partnerships it is used
    const seen = new Set<string>()
    return scope.running.flatMap((partnership) =>
      mustOf(partnership, scope).flatMap((duty) => {
        const key = JSON.stringify(duty.at)
        if (duty.state !== 'expiring' || seen.has(key)) return []
        seen.add(key)
        return [{ partnership, text: `${lowerFirst(dutyName(duty))} (${describeState(duty)})`, at: duty.at }]
      }),
    )
  },
  'end-in-notice': ofEach((it, { asOf }) => {
    const { end, notice } = it
    if (end === undefined || end === 'none' || notice === undefined || end.last < asOf) return []
    const decideBy = addDuration(end.last, notice, -1)
    if (decideBy > asOf) return []
    return [{ text: `ends ${formatDay(end.last)}, notice of ${notice.written}`, at: at(it, 'end') }]
  }),
}

/** Documents of a partnership that certainly must be there. */
export const mustOf = (partnership: Partnership, { policy }: Scope): DocumentDuty[] =>
  policy.documentsAsShown(partnership).filter((it) => isSure(it) && forceOf(it.basis) === 'must')

/** A document that is not in force, and why where it is not simply missing. */
export const describeWanting = (duty: DocumentDuty): string =>
  duty.state === 'missing' && duty.document === undefined
    ? lowerFirst(dutyName(duty))
    : `${lowerFirst(dutyName(duty))} (${describeState(duty)})`

export const isWanting = ({ state }: DocumentDuty): boolean =>
  state === 'missing' || state === 'expired' || state === 'unsigned' || state === 'needed-before-start'
