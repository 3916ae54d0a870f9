import { said } from '../say.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** When it began, how long it runs, and how it can be left or go on. */
export function term({ partnership }: About): AboutPart<'start' | 'end' | 'notice' | 'extendableTo' | 'minimumTerm'> {
  const { start, end, notice } = partnership
  return {
    start: said(start),
    end: end === 'none' ? 'open-ended' : said(end),
    notice: notice?.written ?? null,
    extendableTo: said(partnership['extendable-to']),
    minimumTerm: partnership['minimum-term']?.written ?? null,
  }
}
