import { sayContent, sayValue, sayWhat } from '../say-field.js'
import { metaOf, type FieldChange } from '../compare.js'
import type { Fact, FactKind } from '../fact.js'
import { flowed, isMap } from '../same.js'
import { wordChanges } from '../words.js'
import { placesOf, type Pair } from './teller.js'

/** A change in general words, which fit any field: `changed from 6 months to 3 months`. */
export function tellOther(change: FieldChange, pair: Pair): Fact {
  const { keys, items, before, after } = change
  const common = { kind: KINDS[keys[0]!] ?? 'other', weight: 'neutral', ...placesOf(change, pair) } as const
  const what = sayWhat(change, after === undefined ? pair.before : pair.after)
  const item = items.at(-1)
  const isItem = item !== undefined && (item.before === undefined || item.after === undefined)
  if (isItem) return { ...common, what, did: sayComing(change, pair) }
  if (before === undefined)
    return { ...common, what, did: `is now stated: ${sayValue(change.schema, after, pair.after)}` }
  const was = sayValue(change.schema, before, pair.before)
  if (after === undefined) return { ...common, what, did: `is no longer stated; it was ${was}` }
  if (isLongText(change)) return { ...common, what, did: 'changed', words: wordChanges(String(before), String(after)) }
  return {
    ...common,
    what,
    did: `changed from ${quoted(was)} to ${quoted(sayValue(change.schema, after, pair.after))}`,
  }
}

/** An item that came or went, with what it holds. */
function sayComing({ schema, before, after }: FieldChange, { before: earlier, after: now }: Pair): string {
  const [held, state, did] =
    after === undefined ? [before, earlier, 'was removed'] : ([after, now, 'was added'] as const)
  const content = isMap(held) ? sayContent(schema, held, state) : ''
  return content === '' ? did : `${did}: ${content}`
}

/** Texts are told word by word; two short ones side by side are read more quickly. */
function isLongText({ schema, before, after }: FieldChange): boolean {
  if (metaOf(schema)?.kind !== 'text' || typeof before !== 'string' || typeof after !== 'string') return false
  return Math.max(flowed(before).length, flowed(after).length) > SHORT
}
const SHORT = 50

const quoted = (said: string) => (/[\s,]/.test(said) && !/^[\d£€$]/.test(said) ? `“${said}”` : said)

/** What sort of fact a change in a field is. */
const KINDS: Readonly<Record<string, FactKind>> = {
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
