import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import type { Fact } from '../fact.js'
import { isNothing } from '../../model/same.js'
import { labelledPath } from '../format-field.js'
import { describeOther } from './other.js'
import { isIn, placesOf, type Pair, type ChangeDescriber } from './change-describer.js'

/** What is listed as not known, and what no longer is. To list a blank field is honest, so it is not worse. */
export const unknown: ChangeDescriber = {
  handles: isIn('unknown'),
  describe: (changes, pair) => changes.flatMap((it) => describeUnknown(it, pair)),
}

function describeUnknown(change: FieldChange, pair: Pair): Fact[] {
  const { before, after, items } = change
  const path = items[0]?.name
  if (path === undefined) return [describeOther(change, pair)]
  const common = {
    kind: 'other',
    weight: 'neutral',
    what: capital(labelledPath(path)),
    ...placesOf(change, pair),
  } as const
  if (before === undefined) return [{ ...common, did: `is now listed as not known: ${String(after)}` }]
  if (after !== undefined)
    return [{ ...describeOther(change, pair), what: `Reason why ${labelledPath(path)} is not known` }]
  const isStated = !isNothing((pair.now as unknown as Record<string, unknown>)[path])
  return isStated ? [] : [{ ...common, did: 'is no longer listed as not known' }] // its new value is a fact of its own
}
