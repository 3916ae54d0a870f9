import { formatDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import { SEVERITIES, type Severity } from '../../rules/rule.js'
import type { FindingReport } from './format.js'

/** `2 errors, 1 warning, 0 info in 14 files, 11 partnerships, as of 30 April 2019; 3 more accepted by the baseline`. */
export function summaryLine(report: FindingReport): string {
  const { totals, asOf, base } = report
  const since = base === undefined ? '' : ` new since ${base.label}`
  const known = base === undefined || base.known === 0 ? '' : `; ${base.known} known already`
  return `${describeFindings(totals)}${since} in ${counted(totals.files, 'file')}, ${counted(totals.partnerships, 'partnership')}, as of ${formatDay(asOf)}${known}${describeSilenced(totals)}`
}

/** `2 errors, 0 warnings, 1 info`. */
export function describeFindings(totals: Readonly<Record<Severity, number>>): string {
  const counts = SEVERITIES.map((it) => countOf(it, totals[it]))
  return totals.error + totals.warning + totals.info === 0 ? 'no findings' : counts.join(', ')
}

/** `3 warnings`; information has no plural. */
export const countOf = (severity: Severity, count: number): string =>
  `${count} ${severity}${severity === 'info' || count === 1 ? '' : 's'}`

/** Findings that are counted, although they are not shown: `; 3 more accepted by the baseline`. */
export function describeSilenced({ accepted, permitted }: { accepted: number; permitted: number }): string {
  const byBaseline = accepted > 0 ? `; ${accepted} more accepted by the baseline` : ''
  const exceptions = permitted === 1 ? 'an exception' : 'exceptions'
  return permitted > 0 ? `${byBaseline}; ${permitted} more permitted by ${exceptions}` : byBaseline
}
