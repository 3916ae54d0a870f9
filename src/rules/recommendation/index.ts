import { formatInexactDay } from '../../model/day.js'
import { within } from '../../model/place.js'
import { isOpenRecommendation, recommendationsOf } from '../../model/recommendations.js'
import { defineRecordRule, type Rule } from '../rule.js'

export const recommendationRules: readonly Rule[] = [
  defineRecordRule({
    code: 'recommendation/overdue',
    severity: 'warning',
    cause: 'time',
    summary: 'A recommendation of an audit or evaluation was not carried out in time.',
    source: 'Recommendations have a day and a role, agreed with management',
    why: 'An agreed recommendation that is not carried out is what the next audit finds first.',
    remedy: 'Add `done`, or agree a new day with whoever made it.',
    records: ['register', 'partnership', 'update'],
    *check(record, { asOf }) {
      if ('status' in record && record.status === 'ended') return
      for (const { recommendation, from, at } of recommendationsOf(record)) {
        const { title, due, priority } = recommendation
        if (due === undefined || !isOpenRecommendation(recommendation) || due.last >= asOf) continue
        const source = from === undefined ? '' : ` of “${from}”`
        yield {
          at: within(at, 'due'),
          key: `${title} ${due.last}`,
          message: `the ${priority === undefined ? '' : `${priority}-priority `}recommendation “${title}”${source} was due ${formatInexactDay(due)}`,
        }
      }
    },
  }),
]
