import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const accountable = definePartnershipRule({
  code: 'responsibility/accountable',
  severity: 'error',
  summary: 'A function has none or several who are accountable.',
  source: 'Exactly one is accountable for each function',
  why: 'Where two answer, nobody does.',
  remedy: 'Name exactly one; `every-member` where each answers for its own.',
  *checkPartnership(partnership) {
    for (const [index, { accountable, function: name }] of partnership.responsibilities.entries()) {
      if (accountable.length === 1) continue
      yield {
        at: at(partnership, 'responsibilities', index, accountable.length === 0 ? 'function' : 'accountable'),
        key: name,
        message:
          accountable.length === 0
            ? `nobody is accountable for "${name}"`
            : `${accountable.length} are accountable for "${name}"`,
        hint: 'name exactly one; every-member where each answers for its own',
      }
    }
  },
})
