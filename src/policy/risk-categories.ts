import { inWords } from '../model/words.js'
import type { MergedPolicy } from './merge.js'

/** What risks are about, as policy sorts them, each with the words that papers use. */
export const riskCategories = (policy: MergedPolicy): { readonly id: string; readonly title: string }[] =>
  policy.entries('risk-categories').map(({ id, data }) => ({ id, title: data.title ?? inWords(id) }))
