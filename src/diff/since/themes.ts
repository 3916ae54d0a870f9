import type { Fact, FactKind, RecordRef } from '../fact.js'

/** The headings under which facts are listed one by one, in the order of the paper. */
export const THEMES = {
  new: 'new partnerships',
  ended: 'partnerships that ended',
  removed: 'removed from the register',
  merged: 'mergers of organisations',
  status: 'status',
  name: 'names',
  term: 'terms',
  value: 'value',
  tier: 'tier',
  grade: 'grades',
  review: 'reviews held',
  risk: 'risks',
  document: 'documents',
  lead: 'leads and sponsors',
  partner: 'partners',
  action: 'actions and issues',
} as const
export type Theme = keyof typeof THEMES

/** Facts of the other kinds are counted. */
const OF_KIND: Partial<Record<FactKind, Theme>> = {
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
/** Fields of a partner that matter to the Board. */
const STAKES: readonly unknown[] = ['share', 'pays', 'organisation']

/** The heading of a fact; undefined for one that is only counted, such as another wording or another link. */
export function themeOf(fact: Fact, { kind: of }: Pick<RecordRef, 'kind'>): Theme | undefined {
  const { kind, weight, what, before, after } = fact
  const comesOrGoes = kind === 'added' || kind === 'removed'
  if (of !== 'partnership' && (of !== 'organisation' || comesOrGoes)) return undefined
  const path = (after ?? before)?.path ?? []
  if (TERMS.includes(path[0]) && kind !== 'ended' && !comesOrGoes) return 'term'
  if (kind === 'renamed') return what === undefined ? undefined : 'name' // a new id only concerns files
  const isGrave = weight !== 'neutral'
  if (kind === 'action') return isGrave ? 'action' : undefined
  const isDetail = path.length > 2 && kind !== 'grade' && !STAKES.includes(path.at(-1))
  return isDetail && !isGrave ? undefined : OF_KIND[kind]
}
