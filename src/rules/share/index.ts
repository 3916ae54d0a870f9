import type { Path } from '../../document/node.js'
import { at } from '../../model/place.js'
import { definePartnershipRule, type Rule } from '../rule.js'

export const shareRules: readonly Rule[] = [
  definePartnershipRule({
    code: 'share/sum',
    severity: 'error',
    summary: 'Shares do not add up to 100%.',
    source: 'All shares, our own included, come to 100%; 0.1% is allowed for rounding',
    why: 'Somebody’s share is missing or counted twice.',
    remedy:
      'Correct the shares, or add the missing one; a share that is not recorded is not taken as zero, nor as the rest.',
    *check(partnership, { register }) {
      if (register.unreadable.some(({ file, lost }) => file === partnership.file && lost.some(isShare))) return
      const shares = partnership.partners.flatMap(({ share }, index) => (share === undefined ? [] : [{ share, index }]))
      const sum = shares.reduce((total, it) => total + it.share, 0)
      if (shares.length === 0 || Math.abs(sum - 100_000) <= 100) return
      yield {
        at: at(partnership, 'partners', shares[0]!.index, 'share'),
        message: `shares add up to ${sum / 1000}%, not 100%`,
        related: shares.map(({ index, share }) => ({
          at: at(partnership, 'partners', index, 'share'),
          message: `${share / 1000}%`,
        })),
      }
    },
  }),
]

/** Where a share could not be read, the sum of the others means nothing. */
const isShare = ([list, , key]: Path) => list === 'partners' && (key === undefined || key === 'share')
