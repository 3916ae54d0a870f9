import { Command, Option } from 'commander'
import { rules } from '../../rules/index.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const rulesCommand = (ports: Ports, exit: Exit) =>
  new Command('rules')
    .description('list the rules that validate checks')
    .addOption(new Option('--format <format>', 'how they are written').choices(['table', 'json']).default('table'))
    .addHelpText('after', '\nExamples:\n  $ partners rules\n  $ partners rules --format json')
    .action(async ({ format }: { format: 'table' | 'json' }) => {
      ports.stdout.write(format === 'json' ? asJson() : await asTable(ports.stdout.width))
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

async function asTable(width: number): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const code = Math.max(...rules.map((it) => it.code.length)) + 2
  const severity = 10
  const table = new Table({
    head: ['Rule', 'Severity', 'What is wrong when it speaks'],
    colWidths: [code, severity, Math.max(24, Math.min(width, 120) - code - severity - 4)],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  })
  for (const rule of rules) table.push([rule.code, rule.severity, rule.summary])
  return `${table.toString()}\n${rules.length} rules; partners explain CODE tells more of one\n`
}
