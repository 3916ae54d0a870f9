import { Command } from 'commander'
import { nearest } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { paperFormats } from '../../output/paper/index.js'
import { rules } from '../../rules/index.js'
import { packageText } from '../../source/package-files.js'
import { completing } from '../completes.js'
import { colourOptions, mayColour } from '../options.js'
import type { Ports } from '../ports.js'
import type { Exit } from '../program.js'

export const explain = (ports: Ports, exit: Exit) =>
  colourOptions(completing(new Command('explain'), { code: 'rules' }))
    .description('tell of one rule why it matters, with examples, and how to mend what it finds')
    .argument('[code]', 'code of a rule, such as review/overdue; all codes are listed without one')
    .addHelpText('after', '\nExamples:\n  $ partners explain review/overdue\n  $ partners explain schema/money')
    .action(async (code: string | undefined, { color }: { color?: boolean }) => {
      const text = await paperFormats.text()
      const look = { width: ports.stdout.width, colour: mayColour(ports, color) }
      ports.stdout.write(code === undefined ? `${rules.map((it) => it.code).join('\n')}\n` : text(page(code), look))
      exit(0)
    })

function page(code: string): string {
  const rule = rules.find((it) => it.code === (code.startsWith('own/') ? 'own/check' : code))
  if (rule === undefined) throw new UsageError(`there is no rule "${code}"`, meantBy(code))
  return (
    packageText('docs', 'rules', `${rule.code}.md`) ??
    `# ${rule.code}\n\n${rule.summary}\n\n${rule.why}\n\n${rule.mend}\n`
  )
}

/** The rule that was probably meant, or the rules of a group. */
function meantBy(code: string): string {
  const codes = rules.map((it) => it.code)
  const group = codes.filter((it) => it.startsWith(`${code}/`))
  if (group.length > 0) return `rules that begin so: ${group.join(', ')}`
  const meant = nearest(code, codes)
  return meant === undefined ? 'partners rules lists them' : `did you mean ${meant}?`
}
