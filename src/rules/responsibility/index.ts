import { at } from '../../model/place.js'
import { definePartnershipRule, type Rule } from '../rule.js'

export const responsibilityRules: readonly Rule[] = [
  definePartnershipRule({
    code: 'responsibility/accountable',
    severity: 'error',
    summary: 'Nobody or more than one is accountable for a function.',
    source: 'Exactly one is accountable for each function',
    why: 'Where two answer, nobody does.',
    remedy: 'Name exactly one; `every-member` where each is accountable for its own.',
    *check(partnership) {
      for (const [index, { accountable, function: name }] of partnership.responsibilities.entries()) {
        if (accountable.length === 1) continue
        yield {
          at: at(partnership, 'responsibilities', index, accountable.length === 0 ? 'function' : 'accountable'),
          key: name,
          message:
            accountable.length === 0
              ? `nobody is accountable for "${name}"`
              : `${accountable.length} are accountable for "${name}"`,
        }
      }
    },
  }),
]
