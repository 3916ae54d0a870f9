import type { Partnership } from '../model/partnership.js'
import { inWords } from '../model/words.js'
import type { MergedPolicy } from './merge.js'

/** What risks are about, as policy sorts them, each with the words that papers use. */
export const riskCategories = (policy: MergedPolicy): { readonly id: string; readonly title: string }[] =>
  policy.entries('risk-categories').map(({ id, data }) => ({ id, title: data.title ?? inWords(id) }))

/** The categories that a partnership's risks do not cover, neither with a risk nor with the reason why there is none. */
export function blankCategories(policy: MergedPolicy, { risks }: Partnership): ReturnType<typeof riskCategories> {
  const answered = new Set(risks.map((it) => it.category))
  return riskCategories(policy).filter((it) => !answered.has(it.id))
}
