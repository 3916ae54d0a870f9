import { formatInexactDay, describeWhen, type Day, hasHappenedBy } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Filed } from '../../model/place.js'
import { capital } from '../../model/words.js'
import {
  describeEntry,
  describePast,
  describeSignedAhead,
  describeStatus,
  withSigning,
} from '../../policy/describe-document.js'
import { isBinding } from '../../policy/document-state.js'
import type { FieldChange } from '../compare.js'
import {
  type Fact,
  type Weight,
  byItem,
  isIn,
  reporterOf,
  type ChangeDescriber,
  type Pair,
  type Reporter,
} from '../fact.js'
import { documentName } from '../format-field.js'
import { describeOther } from './other.js'

export type Document = Partnership['documents'][number]

/** Documents that were added, signed or removed, or whose last day changed. */
export const documents: ChangeDescriber = {
  handles: isIn('documents'),
  describe: (changes, pair) => byItem(changes).flatMap((it) => describeDocument(it, pair)),
}

/** @param changes of one document */
function describeDocument(changes: readonly FieldChange[], pair: Pair): Fact[] {
  const { before, after } = changes[0]!.items[0]! as { before?: Document; after?: Document }
  const what = capital(documentName((after ?? before)!, after === undefined ? pair.before : pair.after))
  const report = reporterOf('document', what, changes[0]!, pair)
  if (before === undefined)
    return [
      report(
        `was added: ${describeHeld(after!, pair.after.asOf)}`,
        isInForce(after!, pair.after.asOf) ? 'better' : 'neutral',
      ),
    ]
  if (after === undefined)
    return [
      report(
        `was removed; ${describeRemoved(before, pair.before.asOf)}`,
        isReplaced(before, pair) || !isBinding(before) ? 'neutral' : 'worse',
      ),
    ]
  return describeFields(changes, before, after, pair, report)
}

function describeFields(
  changes: readonly FieldChange[],
  before: Document,
  after: Document,
  pair: Pair,
  report: Reporter,
): Fact[] {
  const isSigned = before.signed === undefined && after.signed !== undefined
  return changes.flatMap((change) => {
    const key = change.keys[1]
    if (isSigned && key === 'signed')
      return hasHappenedBy(after.signed!, pair.after.asOf)
        ? report(`was signed ${describeWhen(after.signed!)}`, 'better')
        : report(`is ${describeSignedAhead(after.signed!)}`, 'neutral')
    if (isSigned && key === 'status' && after.status === undefined) return [] // the signature implies it
    if (key === 'status' && after.status === 'superseded')
      return report(`is ${describeStatus('superseded')}`, isReplaced(after, pair) ? 'neutral' : courseOf(before, after))
    if (key === 'status' && after.status !== undefined && before.status !== undefined)
      return report(
        `is ${describeStatus(after.status)}; it was ${describeStatus(before.status)}`,
        courseOf(before, after),
      )
    if (key === 'expires') return report(...describeEnd(before, after, pair))
    return {
      ...describeOther(change, pair),
      weight: key === 'signed' || key === 'status' ? courseOf(before, after) : 'neutral',
    }
  })
}

/** Better where a document became binding, worse where it no longer is. */
const courseOf = (before: Document, after: Document): Weight =>
  isBinding(before) === isBinding(after) ? 'neutral' : isBinding(after) ? 'better' : 'worse'

function describeEnd({ expires: was }: Document, { expires: is }: Document, { after }: Pair): [string, Weight] {
  const formerly =
    was === undefined
      ? 'no last day was stated'
      : was === 'none'
        ? 'it had no last day'
        : `it was ${formatInexactDay(was)}`
  if (is === undefined) return [`has no stated last day any more; ${formerly}`, 'neutral']
  if (is === 'none') return [`is in force without a last day; ${formerly}`, 'neutral']
  const hadExpired = was !== undefined && was !== 'none' && was.last < after.asOf
  if (is.last < after.asOf)
    return [`has expired: its last day is ${formatInexactDay(is)}; ${formerly}`, hadExpired ? 'neutral' : 'worse']
  const isShorter = was === 'none' || (was !== undefined && is.last < was.last)
  return [`is in force until ${formatInexactDay(is)}; ${formerly}`, isShorter ? 'worse' : 'better']
}

/** The state of a document by its own entry, and when it was signed. */
export const describeHeld = (document: Document, asOf: Day): string =>
  withSigning(describeEntry(document, asOf), document, asOf)

const hasExpired = ({ expires }: Document, asOf: Day) =>
  expires !== undefined && expires !== 'none' && expires.last < asOf

export const isInForce = (document: Document, asOf: Day) =>
  isBinding(document) &&
  !hasExpired(document, asOf) &&
  (document.signed === undefined || hasHappenedBy(document.signed, asOf))

/** Is there another document of its type and holder? */
const isReplaced = ({ type, organisation }: Document, { now }: Pair) =>
  ((now as Filed & { documents?: readonly Document[] }).documents ?? []).some(
    (it) => it.type === type && it.organisation === organisation && it.status !== 'superseded',
  )

/** The former state of a document that was removed. */
const describeRemoved = (document: Document, asOf: Day): string => describePast(describeHeld(document, asOf))
