import { jsonText } from '../../model/clean.js'
import type { LocatedFinding, Location } from '../located.js'
import { cleaned, LONE_SURROGATE } from './cleaned.js'
import type { FindingFormat, FindingReport } from './format.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** SARIF 2.1.0, for code scanning. */
export const sarif: FindingFormat = (report) => {
  const codes = [...new Set(report.findings.map((it) => it.code))].sort()
  const run = {
    tool: {
      driver: { name: 'partners', semanticVersion: report.version, rules: codes.map((code) => ruleOf(code, report)) },
    },
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((it) => resultOf(it, codes)),
  }
  return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })
}

function ruleOf(code: string, { rules }: FindingReport) {
  const rule = rules.find((it) => it.code === code)
  if (rule === undefined) return { id: code, shortDescription: { text: 'A check of the organisation’s own policy.' } }
  return {
    id: code,
    shortDescription: { text: rule.summary },
    help: { text: `${rule.why} ${rule.remedy}`, markdown: `${rule.why}\n\n${rule.remedy}` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  }
}

function resultOf(finding: LocatedFinding, codes: string[]) {
  const { code, severity, message, hint, related, fingerprint } = finding
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: plainText(hint === undefined ? message : `${message}. ${hint}`),
    locations: [{ physicalLocation: physical(finding) }],
    relatedLocations: related.map((it, id) => {
      return { id, physicalLocation: physical(it), message: plainText(it.message) }
    }),
    partialFingerprints: { 'partners/v1': fingerprint },
  }
}

const physical = ({ file, line, column, endLine, endColumn }: Location) => ({
  artifactLocation: { uri: relativeUri(file) },
  region: { startLine: line, startColumn: column, endLine, endColumn },
})

const relativeUri = (file: string) =>
  file.replace(LONE_SURROGATE, '\uFFFD').split('/').map(encodeURIComponent).join('/')

// [words](target) is a link even in a plain text message of SARIF (3.11.6)
const plainText = (text: string) => ({ text: cleaned(text).replaceAll('](', '] (') })
