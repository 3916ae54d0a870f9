import type { Partnership } from '../../model/partnership.js'
import { formatOptionalDay } from '../phrases.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** When it began, how long it runs, and how it can be left or go on. */
export function term({
  partnership,
}: About): AboutPart<'start' | 'end' | 'notice' | 'extendableTo' | 'minimumTerm' | 'termDoubts'> {
  const { start, end, notice } = partnership
  return {
    start: formatOptionalDay(start),
    end: end === 'none' ? 'open-ended' : formatOptionalDay(end),
    notice: notice?.written ?? null,
    extendableTo: formatOptionalDay(partnership['extendable-to']),
    minimumTerm: partnership['minimum-term']?.written ?? null,
    termDoubts: doubtedTerms(partnership).map((key) => partnership.unknown[key]!),
  }
}

const TERMS = ['start', 'end', 'notice', 'extendable-to', 'minimum-term'] as const

/** What is stated of its term and yet in doubt; what is not stated at all is a gap. */
export const doubtedTerms = (partnership: Partnership): readonly string[] =>
  TERMS.filter((key) => partnership[key] !== undefined && key in partnership.unknown)
