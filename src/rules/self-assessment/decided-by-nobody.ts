import { at } from '../../model/place.js'
import { defineRecordRule } from '../rule.js'

export const decidedByNobody = defineRecordRule({
  code: 'self-assessment/decided-by-nobody',
  severity: 'warning',
  summary: 'A self-assessment was decided on, without the role that decided or the day.',
  source: 'A named role accepts a self-assessment, on a day',
  why: 'A form that nobody answers for was not accepted.',
  remedy: 'Add `decided-by` and `decided-on`.',
  records: ['organisation'],
  *check(organisation) {
    for (const [index, form] of organisation['self-assessments'].entries()) {
      const { status = 'received', 'decided-by': by, 'decided-on': on } = form
      const missing = [...(by === undefined ? ['decided-by'] : []), ...(on === undefined ? ['decided-on'] : [])]
      if (status === 'received' || missing.length === 0) continue
      yield {
        at: at(organisation, 'self-assessments', index, 'status'),
        key: form.date.written,
        message: `${missing.join(' and ')} of the decision ${missing.length === 2 ? 'are' : 'is'} missing`,
        hint: `add ${missing.join(' and ')}`,
      }
    }
  },
})
