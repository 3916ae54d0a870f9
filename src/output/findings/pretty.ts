import { Chalk, type ChalkInstance } from 'chalk'
import { clean } from '../../model/clean.js'
import { worstFirst, type LocatedFinding } from '../located.js'
import { codeFrame } from './code-frame.js'
import { counted } from '../../model/words.js'
import { fixCommand, isMuch, nextCommand, SHOWN_STEPS } from './first.js'
import { SHOWN_AT_MOST, type FindingFormat, type FindingReport, type Step } from './format.js'
import { countOf, summaryLine } from './summary.js'
import { paintOf, terminalTextFor, wrapped, type TextLook } from './terminal-text.js'

interface Look extends TextLook {
  readonly colour: ChalkInstance
}

/** Findings for people: by file, each with its line, what is wrong and how to fix it. */
export const pretty: FindingFormat = async (report, view) => {
  const { totals } = report
  const shown = view.all ? report.findings : worstOf(report.findings)
  const colour = new Chalk({ level: view.colour ? 1 : 0 })
  const look = { width: Math.min(view.width, 120), colour, terminal: await terminalTextFor(JSON.stringify(shown)) }
  const blocks: string[] = []
  let file: string | undefined
  for (const finding of shown) {
    if (finding.file !== file) blocks.push(colour.bold.underline(clean(finding.file)))
    file = finding.file
    blocks.push(block(finding, look))
  }
  const left = totals.error + totals.warning + totals.info - shown.length
  if (left > 0) blocks.push(`${counted(left, 'more finding')} left out; --all shows them`)
  if (!view.quiet) blocks.push(summary(report, look))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/** As many as a person reads, the worst of all, in the order of their places. */
function worstOf(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  const worst = new Set(worstFirst(findings).slice(0, SHOWN_AT_MOST))
  return findings.filter((it) => worst.has(it))
}

/** The totals, the rules to begin with if there are many findings, and the command that helps most. */
function summary(report: FindingReport, look: Look): string {
  const { totals } = report
  const { colour } = look
  const paint = totals.error > 0 ? colour.red.bold : totals.warning > 0 ? colour.yellow.bold : colour.green.bold
  const line = paint(summaryLine(report)) // not wrapped: people and scripts search for it
  const first = isMuch(report) ? fixFirst(report.steps, look) : []
  const advice = [nextCommand(report), fixCommand(report)].flatMap((it) => (it ? [`${it.command} ${it.why}`] : []))
  return [line, ...first, ...advice.map((it) => wrapped(colour.dim(clean(it)), look))].join('\n')
}

function fixFirst(steps: readonly Step[], { colour }: Look): string[] {
  const shown = steps.slice(0, SHOWN_STEPS)
  const counts = shown.map(({ severity, count }) => countOf(severity, count))
  const files = shown.map((it) => `in ${counted(it.files, 'file')}`)
  const longest = (texts: readonly string[]) => Math.max(...texts.map((it) => it.length))
  const rows = shown.map(({ code, severity }, index) => {
    const count = counts[index]!.padStart(longest(counts))
    return `  ${paintOf(severity, colour)(count)} ${files[index]!.padEnd(longest(files))}  ${clean(code)}`
  })
  const more = steps.length - SHOWN_STEPS
  return [colour.bold('fix first:'), ...rows, ...(more > 0 ? [`  and ${counted(more, 'more rule')}`] : [])]
}

function block(finding: LocatedFinding, look: Look): string {
  const { colour } = look
  const paint = paintOf(finding.severity, colour)
  const title = `${paint.bold(finding.severity)} ${colour.bold(clean(finding.message))}`
  const labelled = (label: string, text: string) => wrapped(`${label} ${text}`, look, '  ', '       ')
  const related = finding.related.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  const because = finding.because.map(({ text, file, line }) => {
    const place = file === undefined ? '' : colour.dim(` (${clean(file)}:${line})`)
    return wrapped(`${colour.dim('because:')} ${clean(text)}${place}`, look, '  ', '           ')
  })
  return [
    wrapped(title, look, '', '  '),
    `  ${colour.dim(`${clean(finding.file)}:${finding.line}:${finding.column}  ${clean(finding.code)}`)}`,
    ...framed(finding, paint, look),
    ...(finding.hint === undefined ? [] : [labelled(colour.green('fix:'), clean(finding.hint))]),
    ...related.map((it) => labelled(colour.dim('see:'), clean(it))),
    ...because,
  ].join('\n')
}

function framed(finding: LocatedFinding, paint: ChalkInstance, { width, colour, terminal }: Look): string[] {
  const gutter = `${finding.line} | `
  const frame = codeFrame(finding, Math.max(20, width - gutter.length - 2), terminal)
  if (frame === undefined) return []
  const below = `${' '.repeat(gutter.length - 2)}| `
  return [
    `  ${colour.dim(gutter)}${frame.text}`,
    `  ${colour.dim(below)}${' '.repeat(frame.indent)}${paint('^'.repeat(frame.marks))}`,
  ]
}
