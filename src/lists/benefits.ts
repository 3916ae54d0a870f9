import { benefitState, BENEFIT_WORDS } from '../model/benefit.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { schemaAt } from '../model/schema-walk.js'
import { wordColumn } from './columns.js'
import { defineList } from './list.js'

interface BenefitRow {
  readonly partnership: Partnership
  readonly benefit: Partnership['benefits'][number]
}

/** Benefits of all partnerships, with what was reached. */
export const benefitList = defineList<BenefitRow>({
  name: 'benefits',
  summary: 'the benefits of all partnerships, and whether they were achieved',
  shown: ['benefit', 'partnership', 'target', 'actual', 'due', 'owner', 'state'],
  order: 'due',
  rows: ({ register }) =>
    register.partnerships.flatMap((partnership) => partnership.benefits.map((benefit) => ({ partnership, benefit }))),
  partnershipOf: (it) => it.partnership,
  fields: { schema: () => schemaAt(partnershipSchema, ['benefits', 0])!, of: (it) => it.benefit, except: ['title'] },
  columns: [
    wordColumn('partnership', 'Partnership', (it) => it.partnership.name),
    wordColumn('benefit', 'Benefit', (it) => it.benefit.title),
    wordColumn(
      'state',
      'State',
      (it, { asOf }) => benefitState(it.benefit, asOf),
      (it, { asOf }) => BENEFIT_WORDS[benefitState(it.benefit, asOf)],
    ),
  ],
})
