import type { Fact, FactKind, RecordRef } from '../fact.js'
import type { LineKind } from './line.js'

/** As what a Board is told facts of each kind; the others are counted. */
const KINDS: Partial<Record<FactKind, LineKind>> = {
  added: 'new',
  ended: 'ended',
  removed: 'removed',
  merged: 'merged',
  status: 'status',
  value: 'value',
  tier: 'tier',
  grade: 'grade',
  assessment: 'grade',
  review: 'review',
  risk: 'risk',
  document: 'document',
  people: 'lead',
  partner: 'partner',
}

/** Fields of a partnership that say how long it lasts. */
const TERMS: readonly unknown[] = ['start', 'end', 'notice', 'extendable-to', 'minimum-term']
/** What a partner has of a partnership. */
const STAKES: readonly unknown[] = ['share', 'pays', 'organisation']

/** As what the Board is told a fact; undefined for one that is only counted, such as another wording or another link. */
export function kindOf(fact: Fact, { kind: of }: Pick<RecordRef, 'kind'>): LineKind | undefined {
  const { kind, weight, what, before, after } = fact
  if (of !== 'partnership' && (of !== 'organisation' || kind === 'added' || kind === 'removed')) return undefined
  const path = (after ?? before)?.path ?? []
  if (TERMS.includes(path[0]) && kind !== 'ended') return 'term'
  if (kind === 'renamed') return what === undefined ? undefined : 'name' // another id is a matter of files
  const isGrave = weight !== 'neutral'
  if (kind === 'action') return isGrave ? 'action' : undefined
  const isDetail = path.length > 2 && kind !== 'grade' && !STAKES.includes(path.at(-1))
  return isDetail && !isGrave ? undefined : KINDS[kind]
}
