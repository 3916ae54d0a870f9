import { nearest } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { paperFormats } from '../../output/paper/index.js'
import { rules } from '../../rules/index.js'
import { packageText } from '../../source/package-files.js'
import { escapeMarkdown } from '../../reports/engine/escape.js'
import { colourOptions, readingOptions } from '../options.js'
import { viewOf } from '../answer.js'
import { argument, defineCommand } from '../define-command.js'
import { ownChecks, type OwnCheck } from '../own-checks.js'

export const explain = defineCommand({
  name: 'explain',
  description: 'Explain a rule: why it matters, with examples, and how to fix what it finds',
  arguments: [
    argument('[code]', 'code of a rule, such as review/overdue; without one, all codes are listed', {
      completes: 'rules',
    }),
  ],
  options: [...readingOptions, ...colourOptions],
  examples: [
    'partners explain review/overdue',
    'partners explain schema/money',
    'partners explain own/named-scope      a check of the register’s own policy',
  ],
  async run(ports, options, code) {
    const own = code === undefined || code.startsWith('own/') ? await ownChecks(ports, options) : []
    const listed = () => `${[...rules, ...own].map((it) => it.code).join('\n')}\n`
    const text = await paperFormats.text()
    ports.stdout.write(code === undefined ? listed() : text(page(code, own), viewOf(ports, options)))
  },
})

function page(code: string, own: readonly OwnCheck[]): string {
  const check = own.find((it) => it.code === code)
  if (check !== undefined) return ownPage(check)
  const rule = rules.find((it) => it.code === code)
  if (rule === undefined) throw new UsageError(`there is no rule "${code}"`, meantBy(code, own))
  return (
    packageText('docs', 'rules', `${rule.code}.md`) ??
    `# ${rule.code}\n\n${rule.summary}\n\n${rule.why}\n\n${rule.remedy}\n`
  )
}

/** The page of a check of a policy: what it requires of which partnerships, and how to fix what it finds. */
function ownPage({ code, severity, message, when, expect, why, file, line }: OwnCheck): string {
  return `# ${code}

${escapeMarkdown(message)}

Severity: **${severity}**. A check of the organisation’s own, in ${escapeMarkdown(`${file}:${line}`)}.

- **Applies when:** ${escapeMarkdown(when)}
- **What must hold:** ${escapeMarkdown(expect)}

## Why it matters

${escapeMarkdown(why ?? 'The policy gives no reason; add it as `why`.')}

## How to fix it

Change the partnership so that the check holds, or, if it may differ for a time, add a dated exception with a reason.
`
}

/** The rule that was probably meant, or the rules of a group. */
function meantBy(code: string, own: readonly OwnCheck[]): string {
  const codes = [...rules, ...own].map((it) => it.code)
  const group = codes.filter((it) => it.startsWith(`${code}/`))
  if (group.length > 0) return `rules that begin like this: ${group.join(', ')}`
  const meant = nearest(code, codes)
  if (meant !== undefined) return `did you mean ${meant}?`
  if (!code.startsWith('own/')) return 'partners rules lists them'
  return own.length === 0
    ? 'own checks are part of a policy; name its register with --register'
    : `own checks here: ${own.map((it) => it.code).join(', ')}`
}
