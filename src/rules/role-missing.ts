import { atKey } from '../model/place.js'
import { withAncestors } from '../model/hierarchy.js'
import { definePartnershipRule } from './rule.js'

/** A partnership names nobody for a role that each must have, and neither does the partnership it is part of. */
export const roleMissing = (role: 'lead' | 'sponsor', what: string) =>
  definePartnershipRule({
    code: `${role}/missing`,
    severity: 'warning',
    summary: `A partnership has no ${role}.`,
    source: `A ${role} is a role: it is required, a person is not`,
    why: 'When the owner leaves, the knowledge leaves too.',
    remedy: `Add \`${role}\`, or list it under \`unknown\` with the reason.`,
    *check(partnership, { register }) {
      const line = withAncestors(register, partnership)
      if (partnership.status === 'ended' || line.some((it) => it[role] !== undefined || role in it.unknown)) return
      yield {
        at: atKey(partnership, role),
        message: `no ${role} is named`,
        hint: `add ${role}: ${what}; or list ${role} under unknown with the reason`,
      }
    },
  })
