import { shortText } from '../../model/words.js'
import { metaOf, type FieldChange } from '../compare.js'
import { type Fact, type FactKind, placesOf, type Pair } from '../fact.js'
import { flowed, isMap } from '../../model/same.js'
import { namingKeys, formatContent, formatValue, formatContents, quoteSentence } from '../format-field.js'
import { wordChanges } from '../words.js'

/** A change of any field in general words: `changed from 6 months to 3 months`. */
export function describeOther(change: FieldChange, pair: Pair): Fact {
  const { keys, schema, before, after } = change
  const what = formatContents(change, after === undefined ? pair.before : pair.after)
  const common = { kind: KINDS[keys[0]!] ?? 'other', weight: 'neutral', what, ...placesOf(change, pair) } as const
  const coming = describeComing(change, pair)
  if (coming !== undefined) return { ...common, did: coming }
  const was = formatValue(schema, before, pair.before)
  const is = formatValue(schema, after, pair.after)
  if (before === undefined) return { ...common, did: `is now stated: ${is}` }
  if (after === undefined) return { ...common, did: `is no longer stated; it was ${quoteSentence(was)}` }
  if (!isLongText(change)) return { ...common, did: `changed from ${quoted(was)} to ${quoted(is)}` }
  const words = wordChanges(String(before), String(after))
  if (words !== undefined) return { ...common, did: 'changed', words }
  return { ...common, did: `was rewritten: it began ${begin(before)}, and begins ${begin(after)} now` }
}

const begin = (text: unknown) => `“${shortText(String(text as string), 60)}”`

/** An item that was added or removed, with its content; undefined for a change inside an item. */
function describeComing({ items, schema, before, after }: FieldChange, pair: Pair): string | undefined {
  const item = items.at(-1)
  if (item === undefined || (item.before !== undefined && item.after !== undefined)) return undefined
  if (item.name !== undefined && !isMap(after ?? before))
    // a named value of a map
    return after === undefined
      ? `is no longer stated; it was ${formatValue(schema, before, pair.before)}`
      : `is now ${formatValue(schema, after, pair.after)}`
  const [held, state, did] =
    after === undefined ? [before, pair.before, 'was removed'] : ([after, pair.after, 'was added'] as const)
  const content = isMap(held) ? formatContent(schema, held, state, ['id', ...namingKeys(held)]) : ''
  return content === '' ? did : `${did}: ${content}`
}

/** Long texts are compared word by word; short ones are quicker to read in full. */
function isLongText({ schema, before, after }: FieldChange): boolean {
  if (metaOf(schema)?.kind !== 'text' || typeof before !== 'string' || typeof after !== 'string') return false
  return Math.max(flowed(before).length, flowed(after).length) > SHORT
}
const SHORT = 50

const quoted = (said: string) => (/[\s,]/.test(said) && !/^[\d£€$]/.test(said) ? `“${said}”` : said)

/** The kind of fact for changes in each field. */
const KINDS: Readonly<Record<string, FactKind>> = {
  name: 'renamed',
  value: 'value',
  amounts: 'value',
  assessments: 'assessment',
  reviews: 'review',
  'quality-reviews': 'review',
  documents: 'document',
  lead: 'people',
  sponsor: 'people',
  partners: 'partner',
  risks: 'risk',
  actions: 'action',
  'next-steps': 'action',
  tier: 'tier',
  exceptions: 'exception',
  status: 'status',
  end: 'status',
  merged: 'merged',
}
