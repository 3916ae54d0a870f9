import { Command } from 'commander'
import type { Change } from '../../edits/change.js'
import { layoutChange, layouts } from '../../edits/layout-change.js'
import { correctionsOf, together, type Correction } from '../../edits/fixes.js'
import { stagedFiles } from '../../edits/staged.js'
import { clean } from '../../model/clean.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { counted } from '../../model/words.js'
import { Locator } from '../../output/located.js'
import { answerPolicy } from '../../policy/answers.js'
import { checkRegister } from '../../rules/check.js'
import { rules } from '../../rules/index.js'
import { readRegisterWith } from '../../source/read-register.js'
import { changeFormatOption, changeRegister, dryRunOption, type ChangeOptions, type ToChange } from '../change.js'
import { openRegister } from '../open-register.js'
import { colourOptions, noCacheOption, registerOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'

interface FixOptions extends ChangeOptions {
  code?: string[]
  layout?: boolean
  check?: boolean
}

export const fixCommand = (ports: Ports, exit: Exit) =>
  colourOptions(
    new Command('fix')
      .description('make the corrections that are safe, and propose the others')
      .option('--code <rule...>', 'only what these rules find')
      .option('--layout', 'lay the files out: keys in their order, two spaces a level, every comment kept')
      .option('--check', 'with --layout: write nothing, and exit with 1 where a file is laid out otherwise')
      .addOption(registerOption())
      .addOption(noCacheOption())
      .addOption(dryRunOption())
      .addOption(changeFormatOption()),
  )
    .addHelpText('after', HELP)
    .action(async (options: FixOptions) => exit(await runFix(ports, options)))

const HELP = `
Safe is what says the very same in the register's own spelling: a day as 2019-04-30, an allowed value, quotes around a
code, "up to £2m" as amount, basis and the words. What only a person can decide is proposed, and left as it is.

Examples:
  $ partners fix --dry-run
  $ partners fix --code schema/day schema/money
  $ partners fix --layout --check`

/** Makes the safe corrections of what is found, and proposes the others. */
export async function runFix(ports: Ports, options: FixOptions): Promise<ExitCode> {
  if (options.layout) return runLayout(ports, options)
  if (options.check)
    throw new UsageError('--check goes with --layout', 'partners fix --dry-run shows what would be corrected')
  const known = rules.map((it) => it.code)
  const unknown = (options.code ?? []).find((it) => !known.includes(it) && !it.startsWith('own/'))
  if (unknown !== undefined) throw new UsageError(`there is no rule ${unknown}`, 'partners rules lists them')
  return changeRegister(ports, { ...options, mayUncover: true }, (opened) => fixed(opened, options.code))
}

/** Lays the files of the register out, or tells which are laid out otherwise. */
async function runLayout(ports: Ports, options: FixOptions): Promise<ExitCode> {
  if (options.code !== undefined) throw new UsageError('--layout looks at no findings', 'leave --code out')
  if (!options.check) return changeRegister(ports, options, ({ register, printed }) => layoutChange(register, printed))
  const { register, printed } = await openRegister(ports, options)
  const { changed, refused } = layouts(register)
  for (const { file } of changed) ports.stdout.write(`${clean(printed(file))} is laid out otherwise\n`)
  for (const it of refused) ports.stderr.write(`partners: ${clean(printed(it.file))}: ${clean(it.message)}\n`)
  if (changed.length === 0) ports.stdout.write('Every file is laid out as partners fix --layout would.\n')
  return changed.length === 0 ? 0 : 1
}

/** What a correction uncovers may be corrected, too: a value that can be read now is looked at by all rules. */
const MOST_ROUNDS = 5

async function fixed(opened: ToChange, codes: readonly string[] | undefined): Promise<Change> {
  const { register, root, asOf, records, printed } = opened
  const made: Correction[] = []
  let left: Correction[] = []
  let now = register
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = correctionsIn(now, asOf, codes)
    const fresh = together(found.filter((it) => !made.some((earlier) => isSame(it, earlier))))
    left = found.filter((it) => !fresh.includes(it))
    if (fresh.length === 0) break
    made.push(...fresh)
    const staged = stagedFiles(register, { edits: made.flatMap((it) => it.edits), sentence: '' })
    now = await readRegisterWith(root, staged, records)
  }
  const edits = made.flatMap((it) => it.edits)
  const files = new Set(edits.map((it) => it.file)).size
  const locator = new Locator(now, printed)
  const proposed = left.filter((it) => !it.safe)
  return {
    edits,
    sentence: `${counted(made.length, 'correction')} in ${counted(files, 'file')}`,
    nothing: 'There is nothing that can be corrected safely',
    notes: proposed.map(
      ({ finding, title }) =>
        `Not made, as only a person can tell: ${locator.say(finding.at)} ${clean(finding.message)}; ${title}?`,
    ),
  }
}

const isSame = (one: Correction, other: Correction) => JSON.stringify(one.edits) === JSON.stringify(other.edits)

function correctionsIn(register: Register, asOf: string, codes: readonly string[] | undefined): Correction[] {
  const { findings } = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, rules)
  return correctionsOf(findings.filter((it) => codes === undefined || codes.includes(it.code)))
}
