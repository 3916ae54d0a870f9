import type { Partnership } from '../model/partnership.js'
import { isOpenRisk, riskScore, type Risk } from '../model/risk.js'

interface OpenRisk {
  readonly index: number
  readonly risk: Risk
  readonly score: number | undefined
  /** Tells the risks of one partnership apart. */
  readonly key: string
}

/** The open risks of a partnership, with their scores. */
export function openRisks({ risks }: Partnership): OpenRisk[] {
  return risks.flatMap((risk, index) =>
    isOpenRisk(risk)
      ? [{ index, risk, score: riskScore(risk), key: risk.id ?? risk.title ?? risk.category ?? String(index) }]
      : [],
  )
}
