import { jsonText } from '../../model/clean.js'
import { cleaned } from './cleaned.js'
import type { FindingFormat } from './format.js'

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const

/** GitLab Code Quality report; fingerprints are unique, as it shows only the first of equals. */
export const gitlab: FindingFormat = ({ findings }) => {
  const rows = findings.map(({ code, severity, message, hint, file, line, fingerprint }) => ({
    description: hint === undefined ? message : `${message} (${hint})`,
    check_name: code,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: line } },
  }))
  return jsonText(cleaned(rows))
}
