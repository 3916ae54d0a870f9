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
    const wanting = isMajor(scope, it) ? mustOf(it, scope).filter(isWanting) : []
    if (wanting.length === 0) return []
    return [{ text: formatNames(wanting.map(describeWanting)), at: wanting[0]!.at }]
  }),
  'must-expiring': ofEach((it, scope) =>
    mustOf(it, scope)
      .filter(({ state }) => state === 'expiring')
      .map((duty) => ({ text: `${lowerFirst(dutyName(duty))} (${describeState(duty)})`, at: duty.at })),
  ),
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
