import { getOrMake } from '../../model/order.js'
import { atKey } from '../../model/place.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { namesFact } from '../../policy/conditions.js'
import { isUnscreened } from '../../policy/unscreened.js'
import { definePartnershipRule, type Rule, isRunning } from '../rule.js'

const controllershipMissing = definePartnershipRule({
  code: 'data/controllership-missing',
  severity: 'info',
  summary: 'Personal data are shared, and it is not recorded who decides about them.',
  source: 'UK GDPR, articles 4(7), 26 and 28: the duties of controllers, joint controllers and processors differ',
  why: 'It decides whether the partners need a joint controller arrangement or a processing contract.',
  remedy:
    'Add `controllership` to `data`: independent, joint or processor; or list `data.controllership` under `unknown` with the reason.',
  *check(partnership, { policy }) {
    const { data, unknown } = partnership
    if (!isRunning(partnership) || data === undefined || 'data.controllership' in unknown) return
    if (!decidesByControllership(policy) || policy.facts(partnership).controllership !== undefined) return
    yield {
      at: atKey(partnership, 'data'),
      message: 'personal data are shared, and it is not recorded who decides why and how they are used',
    }
  },
})

/** Does the policy ask for a document by who is controller? Otherwise the answer changes nothing. */
const decidesByControllership = ({ policy }: PolicyAnswers) =>
  getOrMake(deciding, policy, () =>
    policy.entries('documents').some(({ data }) => data.when !== undefined && namesFact(data.when, 'controllership')),
  )
const deciding = new WeakMap<PolicyAnswers['policy'], boolean>()

export const dataRules: readonly Rule[] = [
  controllershipMissing,
  definePartnershipRule({
    code: 'data/not-stated',
    severity: 'info',
    summary: 'Neither the level of personal data nor the reason why it is unknown is stated.',
    source: 'The level decides which information-governance documents are required',
    why: 'Which documents a partnership needs depends on it.',
    remedy:
      'Add `data` with `level`: none, incidental, personal or special-category; or list `data` under `unknown` with the reason.',
    *check(partnership, { policy }) {
      if (!isRunning(partnership) || policy.facts(partnership).data !== undefined || 'data' in partnership.unknown)
        return
      if (isUnscreened(policy.policy, partnership, policy.facts(partnership), policy.rank)) return // partnership/unscreened asks for it, with money
      yield { at: atKey(partnership, 'data'), message: 'it is not stated whether personal data are shared' }
    },
  }),
]
