import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const totalWithoutTerm = definePartnershipRule({
  code: 'value/total-without-term',
  severity: 'warning',
  summary: 'A total is given without a start and an end.',
  source: 'A total is spread over its years',
  why: '£65m in all and £65m a year are told apart by the term alone; the whole sum counts as one year’s.',
  mend: 'Add `start` and `end`, or give the sum per year.',
  *checkPartnership(partnership) {
    const { value, start, end } = partnership
    if (value?.per !== 'total' || (start !== undefined && end !== undefined && end !== 'none')) return
    yield {
      at: at(partnership, 'value', 'per'),
      message: 'this is a total, but start or end is not known, so it counts whole',
      hint: 'add start and end, or give the sum per year',
    }
  },
})
