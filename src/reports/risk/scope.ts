import { bandOf, riskBands, type RiskBand, riskCategories } from '../../policy/risk-bands.js'
import { openRisks, riskMatrix, type OpenRisk, type RiskMatrix } from '../../model/risk.js'
import type { PaperInput } from '../paper.js'
import { runningPartnerships, type Running } from '../../model/hierarchy.js'
import { inWords } from '../../model/words.js'
import { lettersOf } from './letters.js'

interface LetteredBand extends RiskBand {
  readonly name: string
  readonly letter: string
}

/** A risk with its number, by which every list names it. */
export interface NumberedRisk extends OpenRisk {
  readonly number: string
}

export interface ScoredRisk extends NumberedRisk {
  readonly score: number
  readonly likelihood: number
  readonly consequence: number
  /** Letter of its band; undefined where policy has no band so low. */
  readonly letter: string | undefined
}

/** What every section of the paper is built from. */
export interface Scope extends PaperInput, Pick<Running, 'wholes' | 'wholeOf'> {
  /** Partnerships that have not ended, with their parts, by name. */
  readonly running: Running['all']
  readonly matrix: RiskMatrix
  /** The mildest first. */
  readonly bands: readonly LetteredBand[]
  readonly categories: readonly { readonly id: string; readonly title: string }[]
  /** Open risks with a score, the highest first. */
  readonly scored: readonly ScoredRisk[]
  /** Those without, by partnership, numbered after those with a score. */
  readonly unscored: readonly NumberedRisk[]
  /** All of them, by number. */
  readonly open: readonly NumberedRisk[]
}

export function scopeOf(input: PaperInput): Scope {
  const { all: running, wholes, wholeOf } = runningPartnerships(input.register)
  const matrix = riskMatrix(input.register.settings)
  const bands = letteredBands(riskBands(input.policy.policy, matrix))
  const found = running.flatMap(openRisks)
  const scored = scoredRisks(found, bands)
  const unscored = found
    .filter((it) => it.score === undefined)
    .map((it, index) => ({ ...it, number: String(scored.length + index + 1) }))
  return {
    ...input,
    running,
    wholes,
    wholeOf,
    matrix,
    bands,
    categories: riskCategories(input.policy.policy),
    scored,
    unscored,
    open: [...scored, ...unscored],
  }
}

function letteredBands(bands: readonly RiskBand[]): LetteredBand[] {
  const names = bands.map((it) => inWords(it.id))
  const letters = lettersOf(names)
  return bands.map((band, index) => ({ ...band, name: names[index]!, letter: letters[index]! }))
}

/** The highest score first; of equal scores the greater consequence, then the order of the register. */
function scoredRisks(found: readonly OpenRisk[], bands: readonly LetteredBand[]): ScoredRisk[] {
  return found
    .flatMap((it) => {
      const { likelihood, consequence } = it.risk
      if (it.score === undefined || likelihood === undefined || consequence === undefined) return []
      return [{ ...it, score: it.score, likelihood, consequence, letter: bandOf(bands, it.score)?.letter }]
    })
    .sort((a, b) => b.score - a.score || b.consequence - a.consequence)
    .map((it, index) => ({ ...it, number: String(index + 1) }))
}
