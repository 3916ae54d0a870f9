import { jsonText } from '../../model/clean.js'
import type { LocatedFinding } from '../located.js'
import { cleaned } from './cleaned.js'
import { nextCommand } from './first.js'
import type { FindingFormat } from './format.js'

/** Findings for programs. `schemaVersion` rises when a key changes its meaning. */
export const json: FindingFormat = (report) => {
  const { asOf, totals, findings, steps, base } = report
  const next = nextCommand(report) ?? null
  const newSince = base === undefined ? null : { revision: base.label, known: base.known }
  const content = cleaned({ newSince, first: steps, next, findings: findings.map(row) })
  return jsonText({ schemaVersion: 1, asOf, totals, ...content })
}

/** Every key is always there, in this order. */
function row(finding: LocatedFinding) {
  const { code, severity, message, hint = null, fix = null, file, line, column, endLine, endColumn } = finding
  const { record, path, because, related, cause, fingerprint } = finding
  const place = { file, line, column, endLine, endColumn }
  return { code, severity, message, hint, ...place, record, path, because, related, cause, fingerprint, fix }
}
