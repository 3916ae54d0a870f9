import { at } from '../model/place.js'
import type { RecordKind } from '../model/record-kinds.js'
import { inWords } from '../model/words.js'
import type { Fact } from './fact.js'
import type { Named } from './pairs.js'

/** A record that is new. */
export const comingFacts = (it: Named): Fact[] => [
  {
    kind: 'added',
    weight: 'neutral',
    did: `is new in the register${statusOf(it) === 'proposed' ? ', as a proposal' : ''}`,
    before: undefined,
    after: at(it, 'name'),
  },
]

/** A record that is gone. A partnership does not vanish: it ends, and its file says so. */
export function goingFacts(kind: RecordKind, it: Named): Fact[] {
  const common = { kind: 'removed', before: at(it, 'name'), after: undefined } as const
  const did = 'was removed from the register'
  if (kind !== 'partnership') return [{ ...common, weight: 'neutral', did }]
  const status = statusOf(it) ?? ''
  if (status === 'ended') return [{ ...common, weight: 'neutral', did: `${did}; it had ended` }]
  return [{ ...common, weight: 'alarm', did: `${did} without having been ended; it was ${inWords(status)}` }]
}

/** A record that is known by another id now. */
export const renamingFacts = (earlier: Named, now: Named): Fact[] =>
  earlier.id === now.id
    ? []
    : [
        {
          kind: 'renamed',
          weight: 'neutral',
          did: `has another id: ${now.id}; it was ${earlier.id}`,
          before: at(earlier, 'name'),
          after: at(now, 'name'),
        },
      ]

const statusOf = (it: object) => ('status' in it ? String(it.status) : undefined)
