import { counter } from '../figures/figure.js'
import { at } from '../model/place.js'
import type { OpenRisk } from '../model/risk.js'

/** How many risks there are of which something holds. */
export const countRisks = counter<Pick<OpenRisk, 'partnership' | 'index' | 'title'>>(
  ({ partnership, index, title }) => ({ name: `${partnership.name}: ${title}`, at: at(partnership, 'risks', index) }),
)
