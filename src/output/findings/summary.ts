import { sayDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import type { FindingReport } from './format.js'

/** `2 errors, 1 warning, no infos in 14 files, 11 partnerships, as of 30 April 2019; 3 more accepted by the baseline`. */
export function summaryLine({ totals, asOf }: FindingReport): string {
  const parts = [counted(totals.error, 'error'), counted(totals.warning, 'warning'), counted(totals.info, 'info')]
  const found = totals.error + totals.warning + totals.info === 0 ? 'no findings' : parts.join(', ')
  return `${found} in ${counted(totals.files, 'file')}, ${counted(totals.partnerships, 'partnership')}, as of ${sayDay(asOf)}${silenced(totals)}`
}

/** What is not told is counted all the same. */
function silenced({ accepted, permitted }: FindingReport['totals']): string {
  const parts = [
    ...(accepted > 0 ? [`${accepted} more accepted by the baseline`] : []),
    ...(permitted > 0 ? [`${permitted} more permitted by ${permitted === 1 ? 'an exception' : 'exceptions'}`] : []),
  ]
  return parts.map((it) => `; ${it}`).join('')
}
