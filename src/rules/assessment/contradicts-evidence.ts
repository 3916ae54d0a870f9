import { dutyName, describeState } from '../../policy/describe-document.js'
import { latestIndex } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { inMessage } from '../../model/words.js'
import { definePartnershipRule } from '../rule.js'

export const contradictsEvidence = definePartnershipRule({
  code: 'assessment/contradicts-evidence',
  severity: 'warning',
  summary: 'Governance is graded green while a required document is missing or expired.',
  source: 'Grade G of governance: agreement, terms and risks clear, current, used',
  why: 'Thirteen greens in one paper call for a check.',
  remedy: 'Get the documents, or grade governance by what there is.',
  *check(partnership, { policy, asOf }) {
    const index = latestIndex(partnership.assessments, asOf)
    if (partnership.assessments[index]?.governance !== 'G') return
    const bad = policy
      .documents(partnership)
      .filter((it) => !it.unsure && ['missing', 'expired', 'unsigned'].includes(it.state))
    if (bad.length === 0) return
    yield {
      at: at(partnership, 'assessments', index, 'governance'),
      message: `governance is graded G, but documents are not in order: ${inMessage(bad.map((it) => `${dutyName(it)}, ${describeState(it)}`))}`,
      because: bad.flatMap((it) => it.because),
    }
  },
})
