import { sayInexactDay, sayWhen, type Day } from '../../model/day.js'
import { isThere } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type Filed } from '../../model/place.js'
import { capital } from '../../model/words.js'
import { sayAhead, sayItWas, sayStatus } from '../../policy/say-document.js'
import type { FieldChange } from '../compare.js'
import type { Fact, Weight } from '../fact.js'
import { documentName } from '../say-field.js'
import { tellOther } from './other.js'
import { isIn, type Pair, type Teller } from './teller.js'

export type Document = Partnership['documents'][number]

/** Documents that came, were signed, run out at another day, or went. */
export const documents: Teller = {
  takes: isIn('documents'),
  tell: (changes, pair) => {
    const items = [...new Set(changes.map((it) => it.items[0]?.after ?? it.items[0]?.before))]
    return items.flatMap((item) =>
      tellDocument(
        changes.filter((it) => (it.items[0]?.after ?? it.items[0]?.before) === item),
        pair,
      ),
    )
  },
}

/** @param changes of one document */
function tellDocument(changes: readonly FieldChange[], pair: Pair): Fact[] {
  const { before, after } = changes[0]!.items[0]! as { before?: Document; after?: Document }
  const what = capital(documentName((after ?? before)!, after === undefined ? pair.before : pair.after))
  const paths = changes[0]!
  const tell = (did: string, weight: Weight): Fact => ({
    kind: 'document',
    weight,
    what,
    did,
    before: before && at(pair.earlier, ...paths.beforePath.slice(0, 2)),
    after: after && at(pair.now, ...paths.afterPath.slice(0, 2)),
  })
  if (before === undefined)
    return [
      tell(`was added: ${sayHeld(after!, pair.after.asOf)}`, isInForce(after!, pair.after.asOf) ? 'better' : 'neutral'),
    ]
  if (after === undefined)
    return [
      tell(
        `was removed; ${sayGone(before, pair.before.asOf)}`,
        isReplaced(before, pair) || !isMade(before) ? 'neutral' : 'worse',
      ),
    ]
  return tellFields(changes, before, after, pair, tell)
}

function tellFields(
  changes: readonly FieldChange[],
  before: Document,
  after: Document,
  pair: Pair,
  tell: (did: string, weight: Weight) => Fact,
): Fact[] {
  const isSigned = before.signed === undefined && after.signed !== undefined
  return changes.flatMap((change) => {
    const key = change.keys[1]
    if (isSigned && key === 'signed')
      return isThere(after.signed!, pair.after.asOf)
        ? tell(`was signed ${sayWhen(after.signed!)}`, 'better')
        : tell(`is ${sayAhead(after.signed!)}`, 'neutral')
    if (isSigned && key === 'status' && after.status === undefined) return [] // that it is signed says it
    if (key === 'status' && after.status === 'superseded')
      return tell(`is ${sayStatus('superseded')}`, isReplaced(after, pair) ? 'neutral' : courseOf(before, after))
    if (key === 'status' && after.status !== undefined && before.status !== undefined)
      return tell(`is ${sayStatus(after.status)}; it was ${sayStatus(before.status)}`, courseOf(before, after))
    if (key === 'expires') return tell(...sayEnd(before, after, pair))
    return {
      ...tellOther(change, pair),
      weight: key === 'signed' || key === 'status' ? courseOf(before, after) : 'neutral',
    }
  })
}

/** Did it become binding by what is written, or did it cease to be? */
const courseOf = (before: Document, after: Document): Weight =>
  isMade(before) === isMade(after) ? 'neutral' : isMade(after) ? 'better' : 'worse'

function sayEnd({ expires: was }: Document, { expires: is }: Document, { after }: Pair): [string, Weight] {
  const said =
    was === undefined
      ? 'no last day was stated'
      : was === 'none'
        ? 'it had no last day'
        : `it was ${sayInexactDay(was)}`
  if (is === undefined) return [`has no stated last day any more; ${said}`, 'neutral']
  if (is === 'none') return [`is in force without a last day; ${said}`, 'neutral']
  const hadRunOut = was !== undefined && was !== 'none' && was.last < after.asOf
  if (is.last < after.asOf)
    return [`has run out: its last day is ${sayInexactDay(is)}; ${said}`, hadRunOut ? 'neutral' : 'worse']
  const isShorter = was === 'none' || (was !== undefined && is.last < was.last)
  return [`is in force until ${sayInexactDay(is)}; ${said}`, isShorter ? 'worse' : 'better']
}

/** How a document stands by its own words. */
export function sayHeld(document: Document, asOf: Day): string {
  const { status, reason, signed, expires } = document
  const days = [
    ...(signed === undefined ? [] : [isThere(signed, asOf) ? `signed ${sayWhen(signed)}` : sayAhead(signed)]),
    ...(expires === undefined ? [] : [sayLastDay(document, asOf)]),
  ]
  const said = status === undefined ? [] : [sayStatus(status)]
  const all = [...said, ...days, ...(reason === undefined ? [] : [reason])]
  return all.length === 0 ? 'no day is stated' : all.join(', ')
}

function sayLastDay(document: Document, asOf: Day): string {
  const { expires } = document
  if (expires === undefined || expires === 'none') return 'without a last day'
  return hasRunOut(document, asOf) ? `ran out ${sayWhen(expires)}` : `in force until ${sayInexactDay(expires)}`
}

const hasRunOut = ({ expires }: Document, asOf: Day) =>
  expires !== undefined && expires !== 'none' && expires.last < asOf

const isMade = ({ status, signed }: Document) =>
  status === 'signed' || status === 'in-force' || (status === undefined && signed !== undefined)

export const isInForce = (document: Document, asOf: Day) =>
  isMade(document) && !hasRunOut(document, asOf) && (document.signed === undefined || isThere(document.signed, asOf))

/** Does another document of its type stand where it was taken out? */
const isReplaced = ({ type, organisation }: Document, { now }: Pair) =>
  ((now as Filed & { documents?: readonly Document[] }).documents ?? []).some(
    (it) => it.type === type && it.organisation === organisation && it.status !== 'superseded',
  )

/** How a document that is gone stood. */
function sayGone(document: Document, asOf: Day): string {
  const { status, reason, signed, expires } = document
  const isBare = [status, reason, signed, expires].every((it) => it === undefined)
  return isBare ? 'no day was stated' : sayItWas(sayHeld(document, asOf))
}
