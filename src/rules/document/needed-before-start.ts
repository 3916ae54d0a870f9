import { lowerFirst } from '../../model/words.js'
import { documentsOnce } from '../../duties/documents.js'
import { defineRule } from '../rule.js'

export const neededBeforeStart = defineRule({
  code: 'document/needed-before-start',
  severity: 'info',
  summary: 'A proposed partnership will need a document before it starts.',
  source: 'policy.yaml: documents',
  why: 'What is missing at the start is seldom made up for.',
  mend: 'Have it ready before the partnership becomes active.',
  *check({ register, policy }) {
    for (const { duty } of documentsOnce(register, policy)) {
      if (duty.state !== 'needed-before-start') continue
      const whose = duty.organisation === undefined ? '' : ` of ${duty.organisation.name}`
      yield {
        at: duty.at,
        key: [duty.type, duty.organisation?.id].filter((it) => it !== undefined).join(' '),
        message: `the ${lowerFirst(duty.title)}${whose} will be needed before the start`,
        hint: 'have it ready before the partnership becomes active',
        because: duty.because,
      }
    }
  },
})
