import type { Partnership } from './partnership.js'
import { CONSEQUENCES, LIKELIHOODS } from './parts.js'
import type { Settings } from './settings.js'
import { inWords } from './words.js'

export type Risk = Partnership['risks'][number]

/** The words of a register's own scales, or the usual ones; lowest first. */
export interface RiskMatrix {
  readonly likelihoods: readonly string[]
  readonly consequences: readonly string[]
}

export function riskMatrix({ 'risk-matrix': own }: Pick<Settings, 'risk-matrix'>): RiskMatrix {
  const or = (words: readonly string[] | undefined, usual: readonly string[]) => (words?.length ? words : usual)
  return { likelihoods: or(own?.likelihood, LIKELIHOODS), consequences: or(own?.consequence, CONSEQUENCES) }
}

/** The highest score, likelihood times consequence. */
export const highestScore = ({ likelihoods, consequences }: RiskMatrix) => likelihoods.length * consequences.length

/** Likelihood times consequence; undefined for a risk that is not scored. docs/domain.md, section 2. */
export const riskScore = ({ likelihood, consequence }: Risk): number | undefined =>
  likelihood === undefined || consequence === undefined ? undefined : likelihood * consequence

/** Is it still a risk? An entry with `none` states that a category has no risk. */
export const isOpenRisk = ({ status, none }: Risk) => status !== 'closed' && none === undefined

/** The title of a risk, or its id or category in words. */
export const riskName = ({ title, category, id }: Risk) => title ?? inWords(id ?? category ?? 'a risk without a title')

/** An open risk with its partnership. */
export interface OpenRisk {
  readonly partnership: Partnership
  readonly index: number
  readonly risk: Risk
  readonly title: string
  /** Undefined, rather than zero, for a risk that is not scored. */
  readonly score: number | undefined
  /** Identifies it within its partnership. */
  readonly key: string
}

/** The open risks of a partnership, including accepted ones, in the order of its file. */
export function openRisks(partnership: Partnership): OpenRisk[] {
  return partnership.risks.flatMap((risk, index) => {
    const key = risk.id ?? risk.title ?? risk.category ?? String(index)
    return isOpenRisk(risk) ? [{ partnership, index, risk, title: riskName(risk), score: riskScore(risk), key }] : []
  })
}

/** An order: the highest score first, those without a score last. */
export const gravestFirst = (a: Pick<OpenRisk, 'score'>, b: Pick<OpenRisk, 'score'>) => (b.score ?? 0) - (a.score ?? 0)
