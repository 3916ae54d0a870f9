import type { Partnership } from './partnership.js'
import type { Settings } from './settings.js'
import { inWords } from './words.js'

export type Risk = Partnership['risks'][number]

/** The scales of a risk, from 1 to 5, where register.yaml has none of its own. */
export const LIKELIHOODS = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const
export const CONSEQUENCES = ['negligible', 'minor', 'moderate', 'major', 'catastrophic'] as const

/** The words of a register's own scales, or else those above, the lowest first. */
export interface RiskMatrix {
  readonly likelihoods: readonly string[]
  readonly consequences: readonly string[]
}

export function riskMatrix({ 'risk-matrix': own }: Pick<Settings, 'risk-matrix'>): RiskMatrix {
  const or = (words: readonly string[] | undefined, usual: readonly string[]) => (words?.length ? words : usual)
  return { likelihoods: or(own?.likelihood, LIKELIHOODS), consequences: or(own?.consequence, CONSEQUENCES) }
}

/** What likelihood times consequence can be at most. */
export const highestScore = ({ likelihoods, consequences }: RiskMatrix) => likelihoods.length * consequences.length

/** Likelihood times consequence; undefined for a risk that is not scored. Domain of the register, section 2. */
export function riskScore({ likelihood, consequence }: Risk): number | undefined {
  return likelihood === undefined || consequence === undefined ? undefined : likelihood * consequence
}

/** Is it a risk still? An entry with `none` says that a category has none. */
export const isOpenRisk = ({ status, none }: Risk) => status !== 'closed' && none === undefined

/** What a risk is called: its title, or what stands in for one, in words. */
export const riskName = ({ title, category, id }: Risk) => title ?? inWords(id ?? category ?? 'a risk without a title')

/** A risk that is still one, with its partnership. */
export interface OpenRisk {
  readonly partnership: Partnership
  readonly index: number
  readonly risk: Risk
  readonly title: string
  /** Undefined for a risk that is not scored, which is no score of zero. */
  readonly score: number | undefined
  /** Tells the risks of one partnership apart. */
  readonly key: string
}

/** The open risks of a partnership, accepted ones among them, as its file has them. */
export function openRisks(partnership: Partnership): OpenRisk[] {
  return partnership.risks.flatMap((risk, index) => {
    const key = risk.id ?? risk.title ?? risk.category ?? String(index)
    return isOpenRisk(risk) ? [{ partnership, index, risk, title: riskName(risk), score: riskScore(risk), key }] : []
  })
}

/** An order: the highest score first, those without a score last. */
export const gravestFirst = (a: Pick<OpenRisk, 'score'>, b: Pick<OpenRisk, 'score'>) => (b.score ?? 0) - (a.score ?? 0)
