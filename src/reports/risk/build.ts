import { formatDay } from '../../model/day.js'
import type { PaperInput } from '../paper.js'
import { nameOf } from '../phrases.js'
import { byCategory } from './categories.js'
import { heatMap } from './heat-map.js'
import { riskLists } from './lists.js'
import { profiles } from './profiles.js'
import { scopeOf } from './scope.js'
import { summary } from './summary.js'
import type { RiskView } from './view.js'
import { watched } from './watched.js'
import { withoutRisks } from './without.js'

/** The view of the paper on risk, section by section in the order of the paper. */
export function buildRisk(input: PaperInput): { view: RiskView; narrative: Record<string, string> } {
  const { register, asOf, provenance } = input
  const scope = scopeOf(input)
  const view: RiskView = {
    title: 'Risks of the partnerships',
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    ...summary(scope),
    ...heatMap(scope),
    ...riskLists(scope),
    ...byCategory(scope),
    ...watched(scope),
    ...withoutRisks(scope),
    ...profiles(scope),
    provenance,
  }
  return { view, narrative: {} }
}
