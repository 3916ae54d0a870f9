import { withAncestors } from '../../model/hierarchy.js'
import { atKey } from '../../model/place.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { definePartnershipRule, isRunning, type Rule } from '../rule.js'

/** What shows that somebody is in charge: who runs it, who answers for it, and who decides. */
const IN_CHARGE = ['lead', 'sponsor', 'bodies'] as const

const nobodyInCharge = definePartnershipRule({
  code: 'governance/nobody-in-charge',
  severity: 'warning',
  summary:
    'A partnership of the highest tier has no lead, no accountable role and no body that decides: all three are missing.',
  source: 'policy.yaml: tiers; who is in charge is the first question of governance',
  why: 'When it goes wrong, everybody in it looks at somebody else.',
  remedy:
    'One of the three is enough for this rule, and lead/missing and sponsor/missing are about each role. Add `lead`, `sponsor`, and the body that decides under `bodies`; or list them under `unknown` with the reason, which the Board sees.',
  *check(partnership, { register, policy }) {
    if (!isRunning(partnership) || policy.tier(partnership).id !== highestTier(policy)) return
    const line = withAncestors(register, partnership)
    const isNamed = (key: (typeof IN_CHARGE)[number]) =>
      line.some((it) => (key === 'bodies' ? it.bodies.length > 0 : it[key] !== undefined))
    if (IN_CHARGE.some(isNamed) || IN_CHARGE.every((key) => line.some((it) => key in it.unknown))) return
    yield {
      at: atKey(partnership, 'lead'),
      message: 'nobody is in charge: no lead, no accountable role and no body that decides is named',
    }
  },
})

/** Where there is only one tier, none is high. */
function highestTier({ policy, rank }: PolicyAnswers): string | undefined {
  const tiers = policy.entries('tiers').map(({ id }) => id)
  return tiers.length < 2 ? undefined : tiers.reduce((best, id) => (rank(id) > rank(best) ? id : best))
}

export const governanceRules: readonly Rule[] = [nobodyInCharge]
