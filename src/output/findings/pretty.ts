import { Chalk, type ChalkInstance } from 'chalk'
import wrapAnsi from 'wrap-ansi'
import { clean } from '../../model/clean.js'
import { severityRank, type LocatedFinding } from '../located.js'
import { codeFrame } from './code-frame.js'
import { counted, type FindingFormat, type FindingReport, type View } from './format.js'
import { summaryLine } from './summary.js'

/** As many findings as a person reads at once. */
const MOST = 50

/** Findings for people: by file, each with its line, what is wrong and how to mend it. */
export const pretty: FindingFormat = (report, view) => {
  const colour = new Chalk({ level: view.colour ? 1 : 0 })
  const shown = view.all ? report.findings : report.findings.slice(0, MOST)
  const blocks: string[] = []
  let file: string | undefined
  for (const finding of shown) {
    if (finding.file !== file) blocks.push(colour.bold.underline(clean(finding.file)))
    file = finding.file
    blocks.push(block(finding, view, colour))
  }
  const left = report.findings.length - shown.length
  if (left > 0) blocks.push(`${counted(left, 'more finding')} left out; --all shows them`)
  if (!view.quiet) blocks.push(summary(report, view, colour))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function summary(report: FindingReport, view: View, colour: ChalkInstance): string {
  const { totals, findings } = report
  const paint = totals.error > 0 ? colour.red.bold : totals.warning > 0 ? colour.yellow.bold : colour.green.bold
  const line = paint(summaryLine(report)) // one line at any width: people and scripts look for it
  const worst = findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity))[0]
  if (worst === undefined) return line
  const explain = `partners explain ${clean(worst.code)} tells why a rule matters and how to mend what it finds`
  return `${line}\n${wrapped(colour.dim(explain), view.width, '', '')}`
}

function block(finding: LocatedFinding, view: View, colour: ChalkInstance): string {
  const paint = { error: colour.red, warning: colour.yellow, info: colour.blue }[finding.severity]
  const title = `${paint.bold(finding.severity)} ${colour.bold(clean(finding.message))}`
  const lines = [wrapped(title, view.width, '', '  ')]
  lines.push(`  ${colour.dim(`${clean(finding.file)}:${finding.line}:${finding.column}  ${finding.code}`)}`)
  lines.push(...framed(finding, view.width, paint, colour))
  if (finding.hint !== undefined)
    lines.push(wrapped(`${colour.green('mend:')} ${clean(finding.hint)}`, view.width, '  ', '        '))
  for (const { file, line, column, message } of finding.related)
    lines.push(
      wrapped(`${colour.dim('see:')} ${clean(`${file}:${line}:${column} ${message}`)}`, view.width, '  ', '       '),
    )
  for (const { text, file, line } of finding.because)
    lines.push(
      wrapped(
        `${colour.dim('because:')} ${clean(text)}${file === undefined ? '' : colour.dim(` (${clean(file)}:${line})`)}`,
        view.width,
        '  ',
        '           ',
      ),
    )
  return lines.join('\n')
}

function wrapped(text: string, width: number, first: string, rest: string): string {
  const room = Math.max(20, Math.min(width, 120) - rest.length)
  return wrapAnsi(text, room, { hard: true, trim: true })
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n')
}

function framed(finding: LocatedFinding, width: number, paint: ChalkInstance, colour: ChalkInstance): string[] {
  const gutter = `${finding.line} | `
  const frame = codeFrame(finding, Math.max(20, Math.min(width, 120) - gutter.length - 2))
  if (frame === undefined) return []
  const below = `${' '.repeat(gutter.length - 2)}| `
  return [
    `  ${colour.dim(gutter)}${frame.text}`,
    `  ${colour.dim(below)}${' '.repeat(frame.indent)}${paint('^'.repeat(frame.marks))}`,
  ]
}
