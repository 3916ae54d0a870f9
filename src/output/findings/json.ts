import { clean } from '../../model/clean.js'
import type { FindingFormat } from './format.js'

/** Findings for programs. `schemaVersion` rises when a key changes its meaning. */
export const json: FindingFormat = ({ asOf, totals, findings }) => {
  const rows = findings.map(
    ({
      code,
      severity,
      message,
      hint,
      file,
      line,
      column,
      endLine,
      endColumn,
      record,
      path,
      because,
      related,
      cause,
      fingerprint,
    }) => {
      return {
        code,
        severity,
        message: clean(message),
        hint: hint === undefined ? null : clean(hint),
        file,
        line,
        column,
        endLine,
        endColumn,
        record,
        path,
        because,
        related,
        cause,
        fingerprint,
      }
    },
  )
  return `${JSON.stringify({ schemaVersion: 1, asOf, totals, findings: rows }, null, 2)}\n`
}
