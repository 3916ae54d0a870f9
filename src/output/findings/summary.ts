import { sayDay } from '../../model/day.js'
import { counted, type FindingReport } from './format.js'

/** `2 errors, 1 warning, no infos in 14 files, 11 partnerships, as of 30 April 2019`. */
export function summaryLine({ totals, asOf }: FindingReport): string {
  const parts = [counted(totals.error, 'error'), counted(totals.warning, 'warning'), counted(totals.info, 'info')]
  const found = totals.error + totals.warning + totals.info === 0 ? 'no findings' : parts.join(', ')
  return `${found} in ${counted(totals.files, 'file')}, ${counted(totals.partnerships, 'partnership')}, as of ${sayDay(asOf)}`
}
