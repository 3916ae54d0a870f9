import { partnershipSchema } from '../../model/partnership.js'
import { readerLabel } from '../../model/schema-walk.js'
import { byReason, DOUBTS, gapsByReason, gapsIn, lookedFor, states, type Gap } from '../rows/gaps.js'
import { at } from '../../model/place.js'
import { doubtedTerms } from './term.js'
import { section } from '../define-paper.js'
import { count, group } from '../view-parts.js'
import { shortened, type About } from './about.js'

/** One row for each reason. */
const shape = { gaps: group({ list: gapsByReason, more: count }) }

/**
 * What is not known of it, the reasons that explain most first: those that its keeper
 * recorded, and those without a reason.
 */
export const gaps = section(shape, (about: About) => {
  const { partnership, most } = about
  // these are shown with the value and the term
  const covered = [...(partnership.value === undefined ? [] : DOUBTS), ...doubtedTerms(partnership)]
  const all = [...gapsIn('', partnershipSchema, partnership.unknown, covered), ...unexplainedGaps(about)]
  const found = byReason(all).sort((a, b) => b.what.length - a.what.length)
  const source = (it: { why: string }) => ({ name: it.why, at: at(partnership, 'unknown') })
  return { gaps: shortened(found, most, 'gaps', source) }
})

export const NO_REASON = 'The register does not say, and gives no reason.'

/** Fields that readers look for and that are missing without a reason; a part takes them from its whole. */
export function unexplainedGaps({ register, partnership }: About): Gap[] {
  if (partnership.status === 'ended') return []
  return lookedFor()
    .filter((key) => !states(register, partnership, key) && !(key in partnership.unknown))
    .map((key) => ({ what: readerLabel(partnershipSchema, key), why: NO_REASON, of: '' }))
}
