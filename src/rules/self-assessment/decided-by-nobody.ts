import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const decidedByNobody = defineRule({
  code: 'self-assessment/decided-by-nobody',
  severity: 'warning',
  summary: 'A self-assessment is said to be accepted or not, without the role that decided or the day.',
  source: 'An acceptance is somebody’s, of a day',
  why: 'A form that nobody answers for was not accepted.',
  remedy: 'Add `decided-by` and `decided-on`.',
  *check({ register }) {
    for (const organisation of register.organisations)
      for (const [index, form] of organisation['self-assessments'].entries()) {
        const { status = 'received', 'decided-by': by, 'decided-on': on } = form
        const missing = [...(by === undefined ? ['decided-by'] : []), ...(on === undefined ? ['decided-on'] : [])]
        if (status === 'received' || missing.length === 0) continue
        yield {
          at: at(organisation, 'self-assessments', index, 'status'),
          key: form.date.written,
          message: `it is not said ${missing.length === 2 ? 'which role decided, nor when' : by === undefined ? 'which role decided' : 'when that was decided'}`,
          hint: `add ${missing.join(' and ')}`,
        }
      }
  },
})
