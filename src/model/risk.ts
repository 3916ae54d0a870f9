import type { Partnership } from './partnership.js'
import { inWords } from './words.js'

export type Risk = Partnership['risks'][number]

/** Likelihood times consequence, 1 to 25; undefined for a risk that is not scored. Domain of the register, section 2. */
export function riskScore({ likelihood, consequence }: Risk): number | undefined {
  return likelihood === undefined || consequence === undefined ? undefined : likelihood * consequence
}

/** Is it a risk still? An entry with `none` says that a category has none. */
export const isOpenRisk = ({ status, none }: Risk) => status !== 'closed' && none === undefined

/** What a risk is called: its title; without one its id or category, in words. */
export const riskName = ({ title, category, id }: Risk): string =>
  title ?? inWords(id ?? category ?? 'a risk without a title')
