import type { RiskMatrix } from '../model/risk.js'
import type { MergedPolicy } from './merge.js'
import type { Partnership } from '../model/partnership.js'
import { inWords } from '../model/words.js'

/** A band of scores, such as high or extreme. */
export interface RiskBand {
  readonly id: string
  /** Its lowest score, and the highest that the matrix can give in it. */
  readonly from: number
  readonly to: number
}

/** Bands where policy names none: NPSA 2008; docs/domain.md, section 2. */
const NPSA: readonly (readonly [string, number])[] = [
  ['low', 1],
  ['moderate', 4],
  ['high', 8],
  ['extreme', 15],
]

/** The policy's bands, the lowest first; each reaches up to the next one. */
export function riskBands(policy: MergedPolicy, { likelihoods, consequences }: RiskMatrix): RiskBand[] {
  const scores = likelihoods.flatMap((_, x) => consequences.map((_word, y) => (x + 1) * (y + 1)))
  const named = policy.entries('risk-bands').flatMap(({ id, data }): [string, number][] => {
    const from = data['at-least']
    return from === undefined ? [] : [[id, from]]
  })
  const inOrder = (named.length === 0 ? [...NPSA] : named).sort(([, a], [, b]) => a - b)
  return inOrder.map(([id, from], index) => {
    const next = inOrder[index + 1]?.[1] ?? Infinity
    return { id, from, to: Math.max(from, ...scores.filter((score) => score < next)) }
  })
}

/** The band of a score; undefined where the score is below all bands. */
export const bandOf = <Band extends RiskBand>(bands: readonly Band[], score: number): Band | undefined =>
  bands.findLast((it) => it.from <= score)

/** The least score of an extreme risk: the policy's band, or 15 of 25 (NPSA 2008; docs/domain.md, section 2). */
export const extremeFrom = (policy: MergedPolicy): number =>
  policy.entries('risk-bands').find((it) => it.id === 'extreme')?.data['at-least'] ?? 15

/** The risk categories of the policy, with their titles in papers. */
export const riskCategories = (policy: MergedPolicy): { readonly id: string; readonly title: string }[] =>
  policy.entries('risk-categories').map(({ id, data }) => ({ id, title: data.title ?? inWords(id) }))

/** The categories for which a partnership has neither a risk nor the reason why the category has no risk. */
export function blankCategories(policy: MergedPolicy, { risks }: Partnership): ReturnType<typeof riskCategories> {
  const answered = new Set(risks.map((it) => it.category))
  return riskCategories(policy).filter((it) => !answered.has(it.id))
}
