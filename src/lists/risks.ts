import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { riskName, riskScore, type Risk } from '../model/risk.js'
import { schemaAt } from '../model/schema-walk.js'
import { dayColumn, one, roleColumn } from './columns.js'
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
  fields: { schema: () => schemaAt(partnershipSchema, ['risks', 0])!, of: (it) => it.risk },
  columns: [
    { key: 'partnership', label: 'Partnership', type: 'word', values: (it) => [it.partnership.name] },
    { key: 'risk', label: 'Risk', type: 'word', values: (it) => [riskName(it.risk)] },
    { key: 'category', label: 'Category', type: 'word', values: (it) => one(it.risk.category) },
    { key: 'likelihood', label: 'Likelihood', type: 'number', values: (it) => one(it.risk.likelihood) },
    { key: 'consequence', label: 'Consequence', type: 'number', values: (it) => one(it.risk.consequence) },
    {
      key: 'score',
      label: 'Score',
      type: 'number',
      values: (it) => one(riskScore(it.risk)),
      text: (it) => (riskScore(it.risk) === undefined ? 'not scored' : undefined),
    },
    { key: 'target', label: 'Target', type: 'number', values: (it) => one(it.risk.target) },
    { key: 'mitigation', label: 'Mitigation', type: 'word', values: (it) => one(it.risk.mitigation) },
    roleColumn('owner', 'Owner', (it) => it.risk.owner),
    dayColumn('due', 'Due', (it) => it.risk.due),
    { key: 'state', label: 'State', type: 'word', values: (it) => [it.risk.status ?? 'open'] },
  ],
})
