import { countFigure, type CountFigure } from '../figures/figure.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import { isOpenRisk, riskName, riskScore, type Risk } from '../model/risk.js'

/** A risk that is still one, with its partnership. */
export interface OpenRisk {
  readonly partnership: Partnership
  readonly index: number
  readonly title: string
  readonly risk: Risk
  /** Likelihood times consequence; undefined for a risk that is not scored, which is no score of zero. */
  readonly score: number | undefined
}

/** The open risks of a partnership, accepted ones among them, as its file has them. */
export const openRisks = (partnership: Partnership): OpenRisk[] =>
  partnership.risks.flatMap((risk, index) =>
    isOpenRisk(risk) ? [{ partnership, index, risk, title: riskName(risk), score: riskScore(risk) }] : [],
  )

/** How many risks there are of which something holds. */
export const countRisks = (how: string, all: readonly Omit<OpenRisk, 'score'>[]): CountFigure =>
  countFigure(
    how,
    all.map(({ partnership, index, title }) => ({
      name: `${partnership.name}: ${title}`,
      at: at(partnership, 'risks', index),
    })),
  )
