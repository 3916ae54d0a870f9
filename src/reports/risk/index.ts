import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { byCategory } from './categories.js'
import { heatMap } from './heat-map.js'
import { riskLists } from './lists.js'
import { profiles } from './profiles.js'
import { scopeOf } from './scope.js'
import { summary } from './summary.js'
import { watched } from './watched.js'
import { withoutRisks } from './without.js'

export const risk = definePaper({
  name: 'risk',
  summary: 'risks of all partnerships: heat map, the highest, by category, above target, overdue, accepted, unscored',
  scope: scopeOf,
  sections: [paperHead, summary, heatMap, riskLists, byCategory, watched, withoutRisks, profiles],
})
