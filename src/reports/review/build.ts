import { formatDay } from '../../model/day.js'
import type { PaperInput } from '../paper.js'
import { countPartnerships, nameOf } from '../phrases.js'
import { allParts } from '../../model/hierarchy.js'
import { described } from './described.js'
import { gradeTables } from './grades.js'
import { scopeOf } from './scope.js'
import type { ReviewView } from './view.js'

/** The view of the review of partnerships. */
export function buildReview(input: PaperInput): { view: ReviewView; narrative: Record<string, string> } {
  const scope = scopeOf(input)
  const { register, asOf, provenance } = scope
  const tops = scope.wholes.map((it) => it.partnership)
  const parts = scope.wholes.flatMap(allParts).map((it) => it.partnership)
  const view: ReviewView = {
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    held: countPartnerships('partnerships that have not ended, without the parts of others', tops),
    several: tops.length > 1,
    proposed: tops.filter((it) => it.status === 'proposed').map((it) => it.name),
    isRanked: scope.isRanked,
    leadless: countPartnerships(
      'partnerships of which the lead is not stated',
      tops.filter((it) => it.lead === undefined),
    ),
    parts: countPartnerships('parts of other partnerships', parts),
    ended: register.partnerships.filter((it) => it.status === 'ended').map((it) => it.name),
    ...gradeTables(scope),
    ...described(scope),
    provenance,
  }
  return { view, narrative: {} }
}
