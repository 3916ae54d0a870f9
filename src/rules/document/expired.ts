import { lowerFirst } from '../../model/words.js'
import { sayDay } from '../../model/day.js'
import { documentsOnce } from '../../duties/documents.js'
import { defineRule } from '../rule.js'

export const expired = defineRule({
  code: 'document/expired',
  severity: 'error',
  cause: 'time',
  summary: 'A document that policy asks for has expired.',
  source: 'policy.yaml: documents',
  why: 'Documents expire one by one, in silence.',
  mend: 'Renew it and write the new days.',
  *check({ register, policy, asOf }) {
    for (const { duty } of documentsOnce(register, policy)) {
      if (duty.state !== 'expired') continue
      const whose = duty.organisation === undefined ? '' : ` of ${duty.organisation.name}`
      yield {
        at: duty.at,
        key: [duty.type, duty.organisation?.id, duty.until].filter((it) => it !== undefined).join(' '),
        message: `the ${lowerFirst(duty.title)}${whose} was valid until ${sayDay(duty.until ?? asOf)}`,
        hint: 'renew it, and write the new days',
        because: duty.because,
      }
    }
  },
})
