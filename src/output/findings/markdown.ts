import { formatDay } from '../../model/day.js'
import { counted } from '../../model/words.js'
import { severityRank, type LocatedFinding } from '../located.js'
import { cell } from '../markdown-cell.js'
import { isMuch, nextCommand, SHOWN_STEPS } from './first.js'
import { countOf } from './summary.js'
import type { FindingFormat, FindingReport } from './format.js'

/** Longest list that a job summary or comment can be expected to hold. */
const MOST = 500

/** A summary and a table of findings, worst first: for job summaries and comments. */
export const markdown: FindingFormat = (report) => {
  const { findings, totals, asOf } = report
  const worstFirst = [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity))
  const lines = [
    `## Register of partnerships, as of ${formatDay(asOf)}`,
    '',
    '| Errors | Warnings | Infos | In the baseline | Permitted by exceptions | Files | Partnerships |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  lines.push(
    `| ${totals.error} | ${totals.warning} | ${totals.info} | ${totals.accepted} | ${totals.permitted} | ${totals.files} | ${totals.partnerships} |`,
    '',
  )
  const { base } = report
  if (base !== undefined)
    lines.push(`Only findings that are new since ${cell(base.label)} are listed; ${base.known} were there already.`, '')
  lines.push(...fixFirst(report))
  if (findings.length === 0) lines.push(base === undefined ? 'No findings.' : 'No new findings.')
  else
    lines.push(
      '| Severity | Rule | Where | What | How to fix it |',
      '| --- | --- | --- | --- | --- |',
      ...worstFirst.slice(0, MOST).map(row),
    )
  if (findings.length > MOST) lines.push('', `${findings.length - MOST} more findings are left out here.`)
  return `${lines.join('\n')}\n`
}

/** Where to begin, when there is much. */
function fixFirst(report: FindingReport): string[] {
  const { steps } = report
  const next = nextCommand(report)
  if (next === undefined || !isMuch(report)) return []
  const more = steps.length - SHOWN_STEPS
  return [
    '**Fix first**',
    '',
    ...steps
      .slice(0, SHOWN_STEPS)
      .map(
        ({ code, severity, count, files }) =>
          `- ${cell(code)}: ${countOf(severity, count)} in ${counted(files, 'file')}`,
      ),
    ...(more > 0 ? [`- and ${counted(more, 'more rule')}`] : []),
    '',
    `${cell(next.command)} ${next.why}.`,
    '',
  ]
}

const row = ({ severity, code, file, line, column, message, hint }: LocatedFinding) =>
  `| ${severity} | ${cell(code)} | ${cell(file)}:${line}:${column} | ${cell(message)} | ${cell(hint ?? '')} |`
