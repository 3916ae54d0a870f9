import { Command } from 'commander'
import { nearest } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { rules } from '../../rules/index.js'
import { packageText } from '../../source/package-files.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const explain = (ports: Ports, exit: Exit) =>
  new Command('explain')
    .description('tell of one rule why it matters, with examples, and how to mend what it finds')
    .argument('[code]', 'code of a rule, such as review/overdue; all codes are listed without one')
    .addHelpText('after', '\nExamples:\n  $ partners explain review/overdue\n  $ partners explain schema/money')
    .action((code: string | undefined) => {
      ports.stdout.write(code === undefined ? `${rules.map((it) => it.code).join('\n')}\n` : page(code))
      exit(0)
    })

function page(code: string): string {
  const rule = rules.find((it) => it.code === (code.startsWith('own/') ? 'own/check' : code))
  if (rule === undefined) {
    const meant = nearest(
      code,
      rules.map((it) => it.code),
    )
    throw new UsageError(
      `there is no rule "${code}"`,
      meant === undefined ? 'partners rules lists them' : `did you mean ${meant}?`,
    )
  }
  return (
    packageText('docs', 'rules', `${rule.code}.md`) ??
    `# ${rule.code}\n\n${rule.summary}\n\n${rule.why}\n\n${rule.mend}\n`
  )
}
