import { rowFormats } from '../../output/rows/index.js'
import { textRows } from '../../output/rows/rows.js'
import { rules } from '../../rules/index.js'
import type { Rule } from '../../rules/rule.js'
import { colourOptions, readingOptions } from '../options.js'
import { writeRows } from '../answer.js'
import { choicesOf, defineCommand, optionWithDefault } from '../define-command.js'
import { ownChecks } from '../own-checks.js'

export const rulesCommand = defineCommand({
  name: 'rules',
  description: 'List the rules that validate checks, including the register’s own',
  options: [
    optionWithDefault('--format <format>', 'output format', 'table', { choices: choicesOf(rowFormats) }),
    ...readingOptions,
    ...colourOptions,
  ],
  examples: ['partners rules', 'partners rules -r register --format json'],
  async run(ports, options) {
    const own = await ownChecks(ports, options)
    const all = [...rules, ...own.map((it) => ({ ...it, summary: `${it.message} (${it.file}:${it.line})` }))]
    const ours = own.length === 0 ? '' : `, ${own.length} of them from the register’s own policy`
    await writeRows(ports, options, {
      tables: () => [rowsOf(all)],
      below: `${all.length} rules${ours}; partners explain CODE shows more about one`,
      json: () => ({ rules: rules.map(jsonOf), own }),
    })
  },
})

type Shown = Pick<Rule, 'code' | 'summary'> & { readonly severity: string }

const rowsOf = (all: readonly Shown[]) =>
  textRows({ code: 'Rule', severity: 'Severity', summary: 'Reports' }, all, ['summary'])

const jsonOf = ({ code, severity, cause, summary, source, why, remedy }: Rule) => {
  return { code, severity, cause: cause ?? 'content', summary, source, why, mend: remedy }
}
