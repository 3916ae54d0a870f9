import { formatInexactDay, latestUpdate } from '../../model/day.js'
import { within } from '../../model/place.js'
import { allRecommendations, isOpenRecommendation } from '../../model/recommendations.js'
import { defineRegisterRule, type Rule } from '../rule.js'

export const recommendationRules: readonly Rule[] = [
  defineRegisterRule({
    code: 'recommendation/overdue',
    severity: 'warning',
    cause: 'time',
    summary: 'A recommendation of an audit or evaluation was not carried out in time.',
    source: 'Recommendations have a day and a role, agreed with management',
    why: 'An agreed recommendation that is not carried out is what the next audit finds first.',
    remedy: 'Add `done`, or agree a new day with whoever made it.',
    *check({ register, asOf }) {
      // nobody corrects an update once there is a later one
      for (const { recommendation, partnership, from, at } of allRecommendations(
        register,
        latestUpdate(register, asOf),
      )) {
        const { title, due, priority } = recommendation
        if (
          partnership?.status === 'ended' ||
          due === undefined ||
          !isOpenRecommendation(recommendation) ||
          due.last >= asOf
        )
          continue
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
