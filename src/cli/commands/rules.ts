import { Command, Option } from 'commander'
import { textCell, type Rows } from '../../output/rows/rows.js'
import { rules } from '../../rules/index.js'
import { colourOptions, mayColour } from '../options.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface RulesOptions {
  format: 'table' | 'json'
  color?: boolean
}

export const rulesCommand = (ports: Ports, exit: Exit) =>
  colourOptions(new Command('rules'))
    .description('list the rules that validate checks')
    .addOption(new Option('--format <format>', 'how they are written').choices(['table', 'json']).default('table'))
    .addHelpText('after', '\nExamples:\n  $ partners rules\n  $ partners rules --format json')
    .action(async (options: RulesOptions) => {
      ports.stdout.write(options.format === 'json' ? asJson() : await asTable(ports, options))
      exit(0)
    })

function asJson(): string {
  const rows = rules.map(({ code, severity, cause, summary, source, why, mend }) => ({
    code,
    severity,
    cause,
    summary,
    source,
    why,
    mend,
  }))
  return `${JSON.stringify({ schemaVersion: 1, rules: rows }, null, 2)}\n`
}

async function asTable(ports: Ports, { color }: RulesOptions): Promise<string> {
  const { table } = await import('../../output/rows/table.js')
  const rows: Rows = {
    columns: [
      { key: 'code', label: 'Rule' },
      { key: 'severity', label: 'Severity' },
      { key: 'summary', label: 'What is wrong when it speaks', wraps: true },
    ],
    rows: rules.map(({ code, severity, summary }) => ({
      cells: { code: textCell(code), severity: textCell(severity), summary: textCell(summary) },
    })),
  }
  const look = { width: Math.min(ports.stdout.width, 120), colour: mayColour(ports, color) }
  return `${table(rows, look)}\n${rules.length} rules; partners explain CODE tells more of one\n`
}
