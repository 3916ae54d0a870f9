import { clean } from '../../model/clean.js'
import { worstFirst, type LocatedFinding } from '../located.js'
import { summaryLine } from './summary.js'
import type { FindingFormat } from './format.js'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Annotations of GitHub Actions, the worst first, as it shows only some of them; then the summary. */
export const github: FindingFormat = (report, { quiet }) => {
  const lines = [...worstFirst(report.findings).map(annotation), ...(quiet ? [] : [summaryLine(report)])]
  return lines.map((line) => `${line}\n`).join('')
}

function annotation({ code, severity, message, hint, file, line, column, endLine, endColumn }: LocatedFinding): string {
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : ''
  const words = clean(hint === undefined ? message : `${message}\n${hint}`, { lines: true })
  return `::${COMMANDS[severity]} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(code)}::${data(words)}`
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
