import { dutyState } from '../duties/duty.js'
import { latestUpdate } from '../model/day.js'
import { partnershipSchema } from '../model/partnership.js'
import { allRecommendations, isOpenRecommendation, type PlacedRecommendation } from '../model/recommendations.js'
import { schemaAt } from '../model/schema-walk.js'
import { wordColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

/** Recommendations of audits, evaluations and others, done ones among them. */
export const recommendationList = defineList<PlacedRecommendation>({
  name: 'recommendations',
  summary: 'recommendations of audits, evaluations and others, done ones among them',
  shown: ['recommendation', 'from', 'partnership', 'priority', 'owner', 'due', 'state'],
  order: 'due',
  rows: ({ register, asOf }) => allRecommendations(register, latestUpdate(register, asOf)),
  partnershipOf: (it) => it.partnership,
  fields: {
    schema: () => schemaAt(partnershipSchema, ['recommendations', 0])!,
    of: (it) => it.recommendation,
    except: ['title'],
  },
  columns: [
    wordColumn('recommendation', 'Recommendation', (it) => it.recommendation.title),
    wordColumn('partnership', 'Partnership', (it) => it.partnership?.name ?? 'All partnerships'),
    wordColumn('from', 'From', (it) => it.from ?? (it.partnership === undefined ? 'register' : 'partnership')),
    wordColumn('state', 'State', stateOf),
  ],
})

function stateOf({ recommendation }: PlacedRecommendation, { asOf, policy }: ListInput): string {
  if (!isOpenRecommendation(recommendation)) return 'done'
  return dutyState({ kind: 'recommendation', due: recommendation.due }, asOf, policy.soon)
}
