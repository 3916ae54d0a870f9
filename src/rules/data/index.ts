import { atKey } from '../../model/place.js'
import { definePartnershipRule, type Rule, isRunning } from '../rule.js'

export const dataRules: readonly Rule[] = [
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
      yield { at: atKey(partnership, 'data'), message: 'it is not stated whether personal data are shared' }
    },
  }),
]
