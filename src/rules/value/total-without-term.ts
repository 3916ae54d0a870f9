import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const totalWithoutTerm = definePartnershipRule({
  code: 'value/total-without-term',
  severity: 'warning',
  summary: 'A total is given without the time that it is for.',
  source: 'A total is spread over its years: those of its period, or else those of the term',
  why: 'Only the term distinguishes £65m in all from £65m a year; the whole sum counts as one year’s.',
  remedy: 'Add `period` to the value, or `start` and `end` to the partnership, or give the sum per year.',
  *check(partnership) {
    const { value, start, end } = partnership
    const hasTerm = start !== undefined && end !== undefined && end !== 'none'
    if (value?.per !== 'total' || value.period !== undefined || hasTerm) return
    yield {
      at: at(partnership, 'value', 'per'),
      message: 'this is a total, but start or end is not known, so all of it counts as one year’s',
    }
  },
})
