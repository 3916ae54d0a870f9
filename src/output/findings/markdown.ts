import { formatDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import { worstFirst, type LocatedFinding } from '../located.js'
import { cell } from '../markdown-cell.js'
import { isMuch, nextCommand, SHOWN_STEPS } from './first.js'
import { countOf } from './summary.js'
import type { FindingFormat, FindingReport, Step } from './format.js'

/** The longest list that a job summary or comment can be expected to hold. */
const MOST = 500

/** A summary and a table of findings, worst first: for job summaries and comments. */
export const markdown: FindingFormat = (report) => {
  const { findings, totals, asOf, base } = report
  const { error, warning, info, accepted, permitted, files, partnerships } = totals
  const lines = [
    `## Register of partnerships, as of ${formatDay(asOf)}`,
    '',
    '| Errors | Warnings | Infos | In the baseline | Permitted by exceptions | Files | Partnerships |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${error} | ${warning} | ${info} | ${accepted} | ${permitted} | ${files} | ${partnerships} |`,
    '',
  ]
  if (base !== undefined)
    lines.push(`Only findings that are new since ${cell(base.label)} are listed; ${base.known} were there already.`, '')
  lines.push(...fixFirst(report))
  if (findings.length === 0) lines.push(base === undefined ? 'No findings.' : 'No new findings.')
  else
    lines.push(
      '| Severity | Rule | Where | What | How to fix it |',
      '| --- | --- | --- | --- | --- |',
      ...worstFirst(findings).slice(0, MOST).map(row),
    )
  if (findings.length > MOST) lines.push('', `${findings.length - MOST} more findings are left out here.`)
  return `${lines.join('\n')}\n`
}

/** Where to begin, if there are many findings. */
function fixFirst(report: FindingReport): string[] {
  const { steps } = report
  const next = nextCommand(report)
  if (next === undefined || !isMuch(report)) return []
  const more = steps.length - SHOWN_STEPS
  const line = ({ code, severity, count, files }: Step) =>
    `- ${cell(code)}: ${countOf(severity, count)} in ${counted(files, 'file')}`
  return [
    '**Fix first**',
    '',
    ...steps.slice(0, SHOWN_STEPS).map(line),
    ...(more > 0 ? [`- and ${counted(more, 'more rule')}`] : []),
    '',
    `${cell(next.command)} ${next.why}.`,
    '',
  ]
}

const row = ({ severity, code, file, line, column, message, hint }: LocatedFinding) =>
  `| ${severity} | ${cell(code)} | ${cell(file)}:${line}:${column} | ${cell(message)} | ${cell(hint ?? '')} |`
