import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { dependence } from './dependence.js'
import { extent, most } from './extent.js'
import { loads } from './loads.js'
import { moneyByWay } from './money.js'
import { organisations } from './organisations.js'
import { scopeOf } from './scope.js'

export const concentration = definePaper({
  name: 'concentration',
  summary: 'where several partnerships depend on the same organisation or post: number, money, care and data',
  scope: scopeOf,
  sections: [paperHead, extent, organisations, most, moneyByWay, dependence, loads],
})
