import type { Paper } from '../paper.js'
import { buildRisk } from './build.js'
import { riskView } from './view.js'

export const risk: Paper = {
  name: 'risk',
  summary: 'risks of all partnerships: heat map, the highest, by category, above target, overdue, accepted, unscored',
  view: riskView,
  build: buildRisk,
}
