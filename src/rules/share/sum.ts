import type { Path } from '../../document/node.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const sum = definePartnershipRule({
  code: 'share/sum',
  severity: 'error',
  summary: 'Shares do not add up to 100%.',
  source: 'One sum to 100%, ourselves included; 0.1% is allowed for rounding',
  why: 'Somebody’s part is missing or counted twice.',
  remedy: 'Correct the shares.',
  *checkPartnership(partnership, { register }) {
    if (register.unreadable.some(({ file, lost }) => file === partnership.file && lost.some(isShare))) return
    const shares = partnership.partners.flatMap(({ share }, index) => (share === undefined ? [] : [{ share, index }]))
    const sum = shares.reduce((total, it) => total + it.share, 0)
    if (shares.length === 0 || Math.abs(sum - 100_000) <= 100) return
    yield {
      at: at(partnership, 'partners', shares[0]!.index, 'share'),
      message: `shares add up to ${sum / 1000}%, not 100%`,
      hint: 'correct them, or add the one that is missing; a share that is not recorded is neither nothing nor the rest',
      related: shares.map(({ index, share }) => ({
        at: at(partnership, 'partners', index, 'share'),
        message: `${share / 1000}%`,
      })),
    }
  },
})

/** One that could not be read is told by the reader; what the others add up to without it says nothing. */
const isShare = ([list, , key]: Path) => list === 'partners' && (key === undefined || key === 'share')
