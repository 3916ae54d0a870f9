import { formatInexactDay } from '../../../model/day.js'
import { at } from '../../../model/place.js'
import { openRisks, riskMatrix, type OpenRisk } from '../../../model/risk.js'
import { bandOf, extremeFrom, riskBands } from '../../../policy/risk-bands.js'
import type { Partnership } from '../../../model/partnership.js'
import { isCovered } from '../covered.js'
import { newsOf } from '../headlines.js'
import type { Scope } from '../scope.js'
import { ofEach, type Hit, type Signals } from './signal.js'

/** Open risks by their score and their mitigation, and what is wrong already. */
export const fromRisks: Signals = {
  'extreme-risk': ofEach((it, scope) =>
    openRisks(it)
      .filter((risk) => isExtreme(scope, risk))
      .map(scored),
  ),
  'late-mitigation': ofEach((it, { asOf }) =>
    openRisks(it).flatMap(({ risk: { due }, title, index }) =>
      due === undefined || due.last >= asOf
        ? []
        : [{ text: `${title}, due ${formatInexactDay(due)}`, at: at(it, 'risks', index) }],
    ),
  ),
  'high-risk': ofEach((it, scope) =>
    openRisks(it)
      .filter((risk) => isHigh(scope, risk))
      .map(scored),
  ),
  issue: ofEach((it, scope) =>
    newIssues(it, scope).map(({ title, index }) => ({ text: title, at: at(it, 'issues', index) })),
  ),
}

/** Open issues that the headlines do not mention. */
export const newIssues = (partnership: Partnership, scope: Scope) =>
  partnership.issues
    .map((issue, index) => ({ ...issue, index }))
    .filter(({ closed, title }) => closed === undefined && !isCovered(newsOf(scope, partnership), title, ''))

const scored = ({ partnership, index, title, score }: OpenRisk): Omit<Hit, 'partnership'> => ({
  text: `${title} (${score})`,
  at: at(partnership, 'risks', index),
})

const isExtreme = ({ policy }: Scope, { score }: OpenRisk) => score !== undefined && score >= extremeFrom(policy.policy)

/** In the band below extreme: the second highest of the policy. */
export function isHigh(scope: Scope, risk: OpenRisk): boolean {
  if (risk.score === undefined || isExtreme(scope, risk)) return false
  const bands = riskBands(scope.policy.policy, riskMatrix(scope.register.settings))
  const below = bands.filter((it) => it.from < extremeFrom(scope.policy.policy)).at(-1)
  return below !== undefined && bandOf(bands, risk.score) === below
}
