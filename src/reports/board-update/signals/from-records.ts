import { latestAssessment } from '../../../model/day.js'
import type { Partnership } from '../../../model/partnership.js'
import { at } from '../../../model/place.js'
import { blankCategories, riskCategories } from '../../../policy/risk-bands.js'
import { newsOf } from '../headlines.js'
import type { Scope } from '../scope.js'
import { isMajor, ofEach, type Hit, type Signals } from './signal.js'

/** What keepers wrote as a concern, and what a major partnership has nothing of. */
export const fromRecords: Signals = {
  concern: ofEach((it, scope) =>
    newsOf(scope, it)
      .filter(({ tone }) => tone === 'concern')
      .map(({ text }) => ({ text, at: at(it, 'headlines') })),
  ),
  'nothing-on-record': ofEach((it, scope) =>
    whereMajor(it, scope, [
      ['executive sponsor', it.sponsor === undefined],
      ['grade', latestAssessment(it, scope.asOf) === undefined],
      ['risk profile', lacksProfile(it, scope)],
    ]),
  ),
  'not-known': ofEach((it, scope) => {
    const facts = scope.policy.facts(it)
    return whereMajor(it, scope, [
      ['value', facts['annual-value'] === undefined],
      ['lead', it.lead === undefined],
      ['kind', it.kind === undefined],
      ['procurement', it.procurement === undefined],
      ['personal data', facts.data === undefined],
      ['importance', facts.importance === undefined],
    ])
  }),
}

/** A major partnership with what it lacks. */
function whereMajor(
  partnership: Partnership,
  scope: Scope,
  facts: readonly (readonly [name: string, isMissing: boolean])[],
): Omit<Hit, 'partnership'>[] {
  const missing = facts.filter(([, isMissing]) => isMissing).map(([name]) => name)
  if (missing.length === 0 || !isMajor(scope, partnership)) return []
  return [{ text: `not recorded: ${missing.join(', ')}`, lacks: missing, at: at(partnership, 'name') }]
}

/** Every category has its risk, or the reason why it has none; where policy names no categories, one risk is a profile. */
const lacksProfile = (it: Partnership, { policy }: Scope) =>
  riskCategories(policy.policy).length === 0
    ? it.risks.length === 0
    : blankCategories(policy.policy, it).length === riskCategories(policy.policy).length
