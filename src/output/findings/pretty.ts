import { Chalk, type ChalkInstance } from 'chalk'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { clean } from '../../model/clean.js'
import type { LocatedFinding } from '../located.js'
import { counted, type FindingFormat, type View } from './format.js'
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
  if (view.quiet) return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
  const left = report.findings.length - shown.length
  if (left > 0) blocks.push(`${counted(left, 'more finding')} left out; --all shows them`)
  const first = report.findings[0]
  const more =
    first === undefined
      ? ''
      : `\n${colour.dim(`partners explain ${first.code} tells why a rule matters and how to mend what it finds`)}`
  const { totals } = report
  const paint = totals.error > 0 ? colour.red.bold : totals.warning > 0 ? colour.yellow.bold : colour.green.bold
  blocks.push(`${paint(summaryLine(report))}${more}`)
  return `${blocks.join('\n\n')}\n`
}

function block(finding: LocatedFinding, view: View, colour: ChalkInstance): string {
  const paint = { error: colour.red, warning: colour.yellow, info: colour.blue }[finding.severity]
  const title = `${paint.bold(finding.severity)} ${colour.bold(clean(finding.message))}`
  const lines = [wrapped(title, view.width, '', '  ')]
  lines.push(`  ${colour.dim(`${clean(finding.file)}:${finding.line}:${finding.column}  ${finding.code}`)}`)
  lines.push(...frame(finding, view.width, paint, colour))
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

/** The line of the value with marks below it; a long line is cut to what stands around the value. */
function frame(
  { line, column, endLine, endColumn, excerpt }: LocatedFinding,
  width: number,
  paint: ChalkInstance,
  colour: ChalkInstance,
): string[] {
  if (excerpt.trim() === '') return []
  const gutter = `${line} | `
  const room = Math.max(20, Math.min(width, 120) - gutter.length - 3)
  const end = endLine === line ? endColumn - 1 : excerpt.length
  const from = column - 1 + 10 > room ? Math.max(0, column - 1 - Math.floor(room / 3)) : 0
  const before = clean(excerpt.slice(from, column - 1))
  const value = clean(excerpt.slice(column - 1, Math.min(Math.max(end, column), column + room)))
  const after = clean(excerpt.slice(Math.max(end, column), Math.max(end, column) + room))
  const text = cut(`${from > 0 ? '…' : ''}${before}${value}${after}`, room)
  const indent = stringWidth(before) + (from > 0 ? 1 : 0)
  const marks = '^'.repeat(Math.max(1, Math.min(stringWidth(value), room - indent)))
  return [
    `  ${colour.dim(gutter)}${text}`,
    `  ${colour.dim(`${' '.repeat(gutter.length - 2)}| `)}${' '.repeat(indent)}${paint(marks)}`,
  ]
}

function cut(text: string, room: number): string {
  if (stringWidth(text) <= room) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) >= room) break
    kept += character
  }
  return `${kept}…`
}
