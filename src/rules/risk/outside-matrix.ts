import { at } from '../../model/place.js'
import { openRisks, riskMatrix } from '../../model/risk.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const outsideMatrix = definePartnershipRule({
  code: 'risk/outside-matrix',
  severity: 'error',
  summary: 'A risk is scored on a step that the risk matrix of register.yaml does not have.',
  source: '`risk-matrix` in register.yaml; five by five where it has none',
  why: 'A score that the matrix does not have is in no row of the risk paper, and in a band that is not meant.',
  remedy: 'Correct the score, or add the step to `risk-matrix`.',
  *checkPartnership(partnership, { register }) {
    const { likelihoods, consequences } = riskMatrix(register.settings)
    for (const { index, risk, key } of openRisks(partnership))
      for (const [scale, words] of [
        ['likelihood', likelihoods],
        ['consequence', consequences],
      ] as const) {
        const step = risk[scale]
        if (step !== undefined && step > words.length)
          yield {
            at: at(partnership, 'risks', index, scale),
            key: `${key} ${scale}`,
            message: `${scale} is ${step}, and the risk matrix of register.yaml has ${words.length} steps for it`,
            hint: `write 1 ${words[0]} to ${words.length} ${words.at(-1)}`,
          }
      }
  },
})
