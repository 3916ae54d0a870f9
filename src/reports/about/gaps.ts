import { lowerFirst } from '../../model/words.js'
import { partnershipSchema } from '../../model/partnership.js'
import { readerLabel } from '../../model/schema-walk.js'
import { DOUBTS, gapsIn, lookedFor, states, type Gap } from '../gaps.js'
import { at } from '../../model/place.js'
import { grouped } from '../../model/order.js'
import { doubtedTerms } from './term.js'
import { shortened, type About } from './about.js'
import type { AboutPart } from './view.js'

/** What is not known of it, one row for each reason, those that tell of most first: what its keeper wrote, and what the register lacks without a word. */
export function gaps(about: About): AboutPart<'gaps'> {
  const { partnership, most } = about
  // these stand beside the value and the term
  const told = [...(partnership.value === undefined ? [] : DOUBTS), ...doubtedTerms(partnership)]
  const all = [...gapsIn('', partnershipSchema, partnership.unknown, told), ...silentGaps(about)]
  const rows = grouped(all, (it) => it.why)
    .map((same) => ({
      what: same.map(({ what }, index) => (index === 0 ? what : lowerFirst(what))),
      why: same[0]!.why,
    }))
    .sort((a, b) => b.what.length - a.what.length)
  const source = (it: { why: string }) => ({ name: it.why, at: at(partnership, 'unknown') })
  return { gaps: shortened(rows, most, 'gaps', source) }
}

const NO_WORD = 'The register does not say, and gives no reason.'

/** What a reader would look for in vain; a part has from its whole what it does not state. */
function silentGaps({ register, partnership }: About): Gap[] {
  if (partnership.status === 'ended') return []
  return lookedFor()
    .filter((key) => !states(register, partnership, key) && !(key in partnership.unknown))
    .map((key) => ({ what: readerLabel(partnershipSchema, key), why: NO_WORD, of: '' }))
}
