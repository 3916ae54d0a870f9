import type { Partnership } from '../../model/partnership.js'
import { section } from '../define-paper.js'
import { formatOptionalDay } from '../phrases.js'
import { each, maybe, texts } from '../view-parts.js'
import type { About } from './about.js'

/** When it began, how long it runs, and how it can be left or go on. */
export const term = section(
  {
    ...each(maybe, 'start', 'end', 'notice', 'extendableTo', 'minimumTerm'),
    /** What is doubtful about these. */
    termDoubts: texts,
  },
  ({ partnership }: About) => {
    const { start, end, notice } = partnership
    return {
      start: formatOptionalDay(start),
      end: end === 'none' ? 'open-ended' : formatOptionalDay(end),
      notice: notice?.written,
      extendableTo: formatOptionalDay(partnership['extendable-to']),
      minimumTerm: partnership['minimum-term']?.written,
      termDoubts: doubtedTerms(partnership).map((key) => partnership.unknown[key]!),
    }
  },
)

const TERMS = ['start', 'end', 'notice', 'extendable-to', 'minimum-term'] as const

/** What is stated of its term and yet in doubt; what is not stated at all is a gap. */
export const doubtedTerms = (partnership: Partnership): readonly string[] =>
  TERMS.filter((key) => partnership[key] !== undefined && key in partnership.unknown)
