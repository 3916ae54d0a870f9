import { formatDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import type { Severity } from '../../rules/rule.js'
import type { FindingReport } from './format.js'

/** `2 errors, 1 warning, no infos in 14 files, 11 partnerships, as of 30 April 2019; 3 more accepted by the baseline`. */
export function summaryLine(report: FindingReport): string {
  const { totals, asOf } = report
  return `${describeFindings(totals)}${describeSince(report)} in ${counted(totals.files, 'file')}, ${counted(totals.partnerships, 'partnership')}, as of ${formatDay(asOf)}${describeKnown(report)}${describeSilenced(totals)}`
}

/** ` since main (1a2b3c4d)`, where only what is new is told. */
const describeSince = ({ base }: FindingReport) => (base === undefined ? '' : ` new since ${base.said}`)

/** `; 12 known already`. */
const describeKnown = ({ base }: FindingReport) =>
  base === undefined || base.known === 0 ? '' : `; ${base.known} known already`

/** `2 errors, 1 warning, no infos`. */
export function describeFindings(totals: Readonly<Record<Severity, number>>): string {
  const parts = [counted(totals.error, 'error'), counted(totals.warning, 'warning'), counted(totals.info, 'info')]
  return totals.error + totals.warning + totals.info === 0 ? 'no findings' : parts.join(', ')
}

/** What is not told is counted all the same: `; 3 more accepted by the baseline`. */
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
