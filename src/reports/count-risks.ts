import { countFigure, type CountFigure } from '../figures/figure.js'
import { at } from '../model/place.js'
import type { OpenRisk } from '../model/risk.js'

/** How many risks there are of which something holds. */
export const countRisks = (
  how: string,
  all: readonly Pick<OpenRisk, 'partnership' | 'index' | 'title'>[],
): CountFigure =>
  countFigure(
    how,
    all.map(({ partnership, index, title }) => ({
      name: `${partnership.name}: ${title}`,
      at: at(partnership, 'risks', index),
    })),
  )
