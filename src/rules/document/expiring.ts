import { lowerFirst } from '../../model/words.js'
import { sayDay } from '../../model/day.js'
import { documentsOnce } from '../../duties/documents.js'
import { defineRule } from '../rule.js'

export const expiring = defineRule({
  code: 'document/expiring',
  severity: 'warning',
  cause: 'time',
  summary: 'A document that policy asks for is about to expire.',
  source: 'policy.yaml: documents',
  why: 'Renewing takes longer than people think.',
  mend: 'Renew it before its day.',
  *check({ register, policy }) {
    for (const { duty } of documentsOnce(register, policy)) {
      if (duty.state !== 'expiring') continue
      const whose = duty.organisation === undefined ? '' : ` of ${duty.organisation.name}`
      yield {
        at: duty.at,
        key: [duty.type, duty.organisation?.id, duty.until].filter((it) => it !== undefined).join(' '),
        message: `the ${lowerFirst(duty.title)}${whose} is valid until ${sayDay(duty.until!)} only`,
        hint: 'begin to renew it',
        because: duty.because,
      }
    }
  },
})
