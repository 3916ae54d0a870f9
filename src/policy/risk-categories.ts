import type { Partnership } from '../model/partnership.js'
import { inWords } from '../model/words.js'
import type { MergedPolicy } from './merge.js'

/** The risk categories of the policy, with their titles in papers. */
export const riskCategories = (policy: MergedPolicy): { readonly id: string; readonly title: string }[] =>
  policy.entries('risk-categories').map(({ id, data }) => ({ id, title: data.title ?? inWords(id) }))

/** The categories for which a partnership has neither a risk nor the reason why there is none. */
export function blankCategories(policy: MergedPolicy, { risks }: Partnership): ReturnType<typeof riskCategories> {
  const answered = new Set(risks.map((it) => it.category))
  return riskCategories(policy).filter((it) => !answered.has(it.id))
}
