import { jsonText } from '../../model/clean.js'
import { textCell, type Rows } from '../../output/rows/rows.js'
import { rules } from '../../rules/index.js'
import { colourOptions, mayColour, readingOptions } from '../options.js'
import { defineCommand, optionWithDefault, type OptionsOf } from '../define-command.js'
import { ownChecks, type OwnCheck } from '../own-checks.js'
import type { Ports } from '../ports.js'

const options = [
  optionWithDefault('--format <format>', 'output format', 'table', { choices: ['table', 'json'] }),
  ...readingOptions,
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const rulesCommand = defineCommand({
  name: 'rules',
  description: 'List the rules that validate checks, including the register’s own',
  options,
  examples: ['partners rules', 'partners rules -r register --format json'],
  async run(ports, options) {
    const own = await ownChecks(ports, options)
    ports.stdout.write(options.format === 'json' ? await asJson(own) : await asTable(ports, own, options))
  },
})

async function asJson(own: readonly OwnCheck[]): Promise<string> {
  const { cleaned } = await import('../../output/findings/cleaned.js')
  const rows = rules.map(({ code, severity, cause, summary, source, why, remedy }) => ({
    code,
    severity,
    cause,
    summary,
    source,
    why,
    mend: remedy,
  }))
  return jsonText({ schemaVersion: 1, rules: rows, own: cleaned(own) })
}

async function asTable(ports: Ports, own: readonly OwnCheck[], { color }: Options): Promise<string> {
  const { table } = await import('../../output/rows/table.js')
  const all = [...rules, ...own.map((it) => ({ ...it, summary: `${it.message} (${it.file}:${it.line})` }))]
  const rows: Rows = {
    columns: [
      { key: 'code', label: 'Rule' },
      { key: 'severity', label: 'Severity' },
      { key: 'summary', label: 'What is wrong when it speaks', wraps: true },
    ],
    rows: all.map(({ code, severity, summary }) => ({
      cells: { code: textCell(code), severity: textCell(severity), summary: textCell(summary) },
    })),
  }
  const look = { width: Math.min(ports.stdout.width, 120), colour: mayColour(ports, color) }
  const ours = own.length === 0 ? '' : `, ${own.length} of them of the register’s own policy`
  return `${table(rows, look)}\n${all.length} rules${ours}; partners explain CODE tells more of one\n`
}
