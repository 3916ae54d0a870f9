import { formatDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import { SEVERITIES, type Severity } from '../../rules/rule.js'
import type { FindingReport } from './format.js'

/** `2 errors, 1 warning, 0 info in 14 files, 11 partnerships, as of 30 April 2019; 3 more accepted by the baseline`. */
export function summaryLine(report: FindingReport): string {
  const { totals, asOf } = report
  return `${describeFindings(totals)}${describeSince(report)} in ${counted(totals.files, 'file')}, ${counted(totals.partnerships, 'partnership')}, as of ${formatDay(asOf)}${describeKnown(report)}${describeSilenced(totals)}`
}

/** ` since main (1a2b3c4d)`, where only new findings are shown. */
const describeSince = ({ base }: FindingReport) => (base === undefined ? '' : ` new since ${base.label}`)

/** `; 12 known already`. */
const describeKnown = ({ base }: FindingReport) =>
  base === undefined || base.known === 0 ? '' : `; ${base.known} known already`

/** `2 errors, 0 warnings, 1 info`. */
export function describeFindings(totals: Readonly<Record<Severity, number>>): string {
  const counts = SEVERITIES.map((it) => countOf(it, totals[it]))
  return totals.error + totals.warning + totals.info === 0 ? 'no findings' : counts.join(', ')
}

/** `3 warnings`; information has no plural. */
export const countOf = (severity: Severity, count: number): string =>
  `${count} ${severity}${severity === 'info' || count === 1 ? '' : 's'}`

/** What is not shown is still counted: `; 3 more accepted by the baseline`. */
export function describeSilenced({
  accepted,
  permitted,
}: Pick<FindingReport['totals'], 'accepted' | 'permitted'>): string {
  const parts = [
    ...(accepted > 0 ? [`${accepted} more accepted by the baseline`] : []),
    ...(permitted > 0 ? [`${permitted} more permitted by ${permitted === 1 ? 'an exception' : 'exceptions'}`] : []),
  ]
  return parts.map((it) => `; ${it}`).join('')
}
