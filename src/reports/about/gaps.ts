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
 * What is not known of it, the reasons that explain most first: what its keeper wrote, and what the register lacks
 * without a word.
 */
export const gaps = section(shape, (about: About) => {
  const { partnership, most } = about
  // these stand beside the value and the term
  const covered = [...(partnership.value === undefined ? [] : DOUBTS), ...doubtedTerms(partnership)]
  const all = [...gapsIn('', partnershipSchema, partnership.unknown, covered), ...silentGaps(about)]
  const found = byReason(all).sort((a, b) => b.what.length - a.what.length)
  const source = (it: { why: string }) => ({ name: it.why, at: at(partnership, 'unknown') })
  return { gaps: shortened(found, most, 'gaps', source) }
})

const NO_WORD = 'The register does not say, and gives no reason.'

/** What a reader would look for in vain; a part has from its whole what it does not state. */
function silentGaps({ register, partnership }: About): Gap[] {
  if (partnership.status === 'ended') return []
  return lookedFor()
    .filter((key) => !states(register, partnership, key) && !(key in partnership.unknown))
    .map((key) => ({ what: readerLabel(partnershipSchema, key), why: NO_WORD, of: '' }))
}
