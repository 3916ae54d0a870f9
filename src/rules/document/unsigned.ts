import { lowerFirst } from '../../model/words.js'
import { documentsOnce } from '../../duties/documents.js'
import { defineRule } from '../rule.js'

export const unsigned = defineRule({
  code: 'document/unsigned',
  severity: 'warning',
  summary: 'A document that policy asks for is not signed.',
  source: 'policy.yaml: documents',
  why: 'A draft counts for nothing in a dispute.',
  mend: 'Get it signed and add the day under `signed`.',
  *check({ register, policy }) {
    for (const { duty } of documentsOnce(register, policy)) {
      if (duty.state !== 'unsigned' || duty.unsure) continue
      const whose = duty.organisation === undefined ? '' : ` of ${duty.organisation.name}`
      yield {
        at: duty.at,
        key: [duty.type, duty.organisation?.id].filter((it) => it !== undefined).join(' '),
        message: `the ${lowerFirst(duty.title)}${whose} is not signed`,
        hint: 'get it signed, and write the day under signed',
        because: duty.because,
      }
    }
  },
})
