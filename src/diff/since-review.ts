import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { RECORD_SCHEMAS } from '../model/record-schemas.js'
import { PARTS, type PartName } from '../stamps/stamp.js'
import { compareRecords } from './compare.js'
import { describeFact, type Fact, type State } from './fact.js'
import { factsOf } from './facts/index.js'
import { shortened } from './words.js'

/** A record at the time of a stamp, and now. */
export type StampedPair =
  | { readonly part: 'partner'; readonly earlier: Organisation; readonly now: Organisation }
  | { readonly part: Exclude<PartName, 'partner'>; readonly earlier: Partnership; readonly now: Partnership }

/**
 * What changed in the part of a record that a stamp covers, as in `partners diff`, a line each: `Notice changed from …`.
 * @param before the state that has the names of the time
 */
export function changesSince(pair: StampedPair, state: State, before = state): string[] {
  const kind = pair.part === 'partner' ? 'organisation' : 'partnership'
  const [was, is] =
    pair.part === 'partner'
      ? [PARTS.partner(pair.earlier), PARTS.partner(pair.now)]
      : [PARTS[pair.part](pair.earlier), PARTS[pair.part](pair.now)]
  const changes = compareRecords(RECORD_SCHEMAS[kind].schema, was, is)
  const { earlier, now } = pair
  // papers do not show who declared which interest
  const open = changes.filter(({ keys }) => keys[0] !== 'interests')
  const hidden = open.length === changes.length ? [] : ['Declared interests changed']
  return [...factsOf(kind, open, { earlier, now, before, after: state }).map(describeLine), ...hidden]
}

const describeLine = (fact: Fact): string =>
  describeFact(fact) + (fact.words === undefined ? '' : `: ${describeWords(fact.words)}`)

/** `it said “… monthly …”, and says “… every two months …”`. */
function describeWords(words: NonNullable<Fact['words']>): string {
  const near = shortened(words)
  const side = (op: 'removed' | 'added') =>
    near
      .filter((it) => it.op === 'same' || it.op === op)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  return `it said “${side('removed')}”, and says “${side('added')}”`
}
