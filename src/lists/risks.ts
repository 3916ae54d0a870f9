import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { riskName, riskScore, type Risk } from '../model/risk.js'
import { schemaAt } from '../model/schema-walk.js'
import { numberColumn, wordColumn } from './columns.js'
import { defineList } from './list.js'

interface RiskRow {
  readonly partnership: Partnership
  readonly risk: Risk
}

/** Risks of all partnerships, the highest score first; those without a score last. */
export const riskList = defineList<RiskRow>({
  name: 'risks',
  summary: 'the risks of all partnerships, the highest score first',
  shown: ['score', 'risk', 'category', 'partnership', 'owner', 'state'],
  order: '-score',
  rows: ({ register }) =>
    register.partnerships.flatMap((partnership) =>
      partnership.risks.filter((it) => it.none === undefined).map((risk) => ({ partnership, risk })),
    ),
  partnershipOf: (it) => it.partnership,
  fields: { schema: () => schemaAt(partnershipSchema, ['risks', 0])!, of: (it) => it.risk, except: ['title', 'none'] },
  columns: [
    wordColumn('partnership', 'Partnership', (it) => it.partnership.name),
    wordColumn('risk', 'Risk', (it) => riskName(it.risk)),
    numberColumn(
      'score',
      'Score',
      (it) => riskScore(it.risk),
      (it) => (riskScore(it.risk) === undefined ? 'not scored' : undefined),
    ),
    wordColumn('state', 'State', (it) => it.risk.status ?? 'open'),
  ],
})
