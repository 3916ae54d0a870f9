import type { Path } from '../document/node.js'
import type { Partnership } from './partnership.js'
import { at, type Filed, type Place } from './place.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'
import type { Update } from './update.js'

export type Recommendation = Partnership['recommendations'][number]

/** A recommendation with its place. */
export interface PlacedRecommendation {
  readonly recommendation: Recommendation
  /** Undefined where it concerns all partnerships. */
  readonly partnership: Partnership | undefined
  /** Title of the audit or evaluation that it comes from, if any. */
  readonly from: string | undefined
  readonly at: Place
}

/** Every recommendation: of partnerships and their evaluations, and of audits in register.yaml and in an update. */
export const allRecommendations = (
  { partnerships, settings }: Register,
  update: Update | undefined,
): PlacedRecommendation[] =>
  [settings, ...(update === undefined ? [] : [update]), ...partnerships].flatMap(recommendationsOf)

/** The recommendations of one record: its own, then those of its audits or evaluations. */
export function recommendationsOf(record: Partnership | Settings | Update): PlacedRecommendation[] {
  if (!('partners' in record))
    return record.audits.flatMap((it, index) =>
      placed(record, ['audits', index], it.recommendations, { from: it.title }),
    )
  const partnership = record
  return [
    ...placed(record, [], record.recommendations, { partnership }),
    ...record.evaluations.flatMap((it, index) =>
      placed(record, ['evaluations', index], it.recommendations, { partnership, from: it.title }),
    ),
  ]
}

function placed(
  record: Filed,
  path: Path,
  recommendations: readonly Recommendation[],
  { partnership, from }: Partial<Pick<PlacedRecommendation, 'partnership' | 'from'>> = {},
) {
  return recommendations.map((recommendation, index) => ({
    recommendation,
    partnership,
    from,
    at: at(record, ...path, 'recommendations', index),
  }))
}

export const isOpenRecommendation = ({ done }: Recommendation): boolean => done === undefined
