import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const totalWithoutTerm = definePartnershipRule({
  code: 'value/total-without-term',
  severity: 'warning',
  summary: 'A total is given without the time that it is for.',
  source: 'A total is spread over its years: those of its period, or else those of the term',
  why: '£65m in all and £65m a year are told apart by the term alone; the whole sum counts as one year’s.',
  remedy: 'Add `period` to the value, or `start` and `end` to the partnership, or give the sum per year.',
  *checkPartnership(partnership) {
    const { value, start, end } = partnership
    const hasTerm = start !== undefined && end !== undefined && end !== 'none'
    if (value?.per !== 'total' || value.period !== undefined || hasTerm) return
    yield {
      at: at(partnership, 'value', 'per'),
      message: 'this is a total, but start or end is not known, so it counts whole',
      hint: 'add period, the time that the sum is for, or start and end, or give the sum per year',
    }
  },
})
