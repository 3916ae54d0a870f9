import type { Change } from '../../edits/change.js'
import { layoutChange, layouts } from '../../edits/layout-change.js'
import { correctionsOf, together, type Correction } from '../../edits/fixes.js'
import { stagedFiles } from '../../edits/staged.js'
import { clean } from '../../model/clean.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { counted } from '../../model/words.js'
import { Locator } from '../../output/located.js'
import { readRegisterWith } from '../../source/read-register.js'
import { changeRegister, changingOptions, type ToChange } from '../change.js'
import { defineCommand, option, type OptionsOf } from '../define-command.js'
import { checkOpened } from '../checked.js'
import { rejectUnknownRules } from '../own-checks.js'
import { openRegister } from '../open-register.js'
import type { ExitCode, Ports } from '../ports.js'
import { remark } from '../report-error.js'

const options = [
  option('--code <rule...>', 'only what these rules find'),
  option('--layout', 'lay out the files: keys in order, two spaces a level, every comment kept'),
  option('--check', 'with --layout: write nothing, and exit with 1 if a file is laid out differently'),
  ...changingOptions,
] as const
type Options = OptionsOf<typeof options>

export const fixCommand = defineCommand({
  name: 'fix',
  description: 'Make the corrections that are safe, and suggest the others',
  options,
  notes: `A correction is safe when the value means exactly the same in the register's own spelling: a day as 2019-04-30, an
allowed value, quotes around a code, "up to £2m" as amount, basis and the words. What only a person can decide is
suggested, and left as it is.`,
  examples: ['partners fix --dry-run', 'partners fix --code schema/day schema/money', 'partners fix --layout --check'],
  run,
})

/** Makes the safe corrections, and proposes the others. */
async function run(ports: Ports, options: Options): Promise<ExitCode> {
  if (options.layout) return runLayout(ports, options)
  if (options.check)
    throw new UsageError('--check goes with --layout', 'partners fix --dry-run shows what would be corrected')
  rejectUnknownRules(options.code)
  return changeRegister(ports, { ...options, mayUncover: true }, (opened) => fixed(opened, options.code))
}

/** Lays out the files of the register, or lists those that are laid out differently. */
async function runLayout(ports: Ports, options: Options): Promise<ExitCode> {
  if (options.code !== undefined) throw new UsageError('--layout looks at no findings', 'leave --code out')
  if (!options.check) return changeRegister(ports, options, ({ register, printed }) => layoutChange(register, printed))
  const { register, printed } = await openRegister(ports, options)
  const { changed, refused } = layouts(register)
  for (const { file } of changed) ports.stdout.write(`${clean(printed(file))} is laid out differently\n`)
  for (const it of refused) remark(ports, `${printed(it.file)}: ${it.message}`)
  const isWell = changed.length + refused.length === 0
  if (isWell) ports.stdout.write('Every file is laid out as partners fix --layout would.\n')
  return isWell ? 0 : 1
}

/** After a correction, rules may find more in a value that can now be read, so there are several rounds. */
const MOST_ROUNDS = 5

async function fixed(opened: ToChange, codes: readonly string[] | undefined): Promise<Change> {
  const { register, records, printed } = opened
  const made: Correction[] = []
  const refused = new Map<string, string>()
  let found: Correction[] = []
  let now = register
  for (let round = 0; round < MOST_ROUNDS; round++) {
    found = await correctionsIn({ ...opened, register: now }, codes)
    const others = found.filter((it) => !made.some((earlier) => isSame(it, earlier)))
    const fresh = together(others).filter((it) => canBeMade(register, [...made, it], refused))
    if (fresh.length === 0) break
    made.push(...fresh)
    now = await readRegisterWith(register, stagedFiles(register, changeOf(made)), records)
  }
  const files = new Set(made.flatMap((it) => it.edits.map(({ file }) => file))).size
  const locator = new Locator(now, printed)
  const proposed = found.filter((it) => !it.safe).sort((a, b) => inFileOrder(locator, a, b))
  return {
    edits: changeOf(made).edits,
    sentence: `${counted(made.length, 'correction')} in ${counted(files, 'file')}`,
    nothing: 'There is nothing that can be corrected safely',
    notes: [
      ...proposed.map(({ finding: { at, message }, title }) => {
        return `Not made, as only a person can decide: ${locator.say(at)} ${clean(message)}; ${title}?`
      }),
      ...[...refused.values()].map((it) => `Left as it is: ${it}`),
      ...leftOver(now),
    ],
  }
}

function inFileOrder(locator: Locator, a: Correction, b: Correction): number {
  const [one, other] = [locator.locate(a.finding.at), locator.locate(b.finding.at)]
  return (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) || one.line - other.line
}

const changeOf = (made: readonly Correction[]): Change => ({ edits: made.flatMap((it) => it.edits), sentence: '' })

/** A file that cannot be edited does not prevent corrections of others. */
function canBeMade(register: Register, corrections: readonly Correction[], refused: Map<string, string>): boolean {
  const { edits } = corrections.at(-1)!
  const file = edits[0]!.file
  if (refused.has(file)) return false
  try {
    const own = corrections.flatMap((it) => it.edits).filter((it) => edits.some((edit) => edit.file === it.file))
    stagedFiles(register, { edits: own, sentence: '' })
    return true
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    refused.set(file, error.message)
    return false
  }
}

/** Problems that no correction is known for. */
function leftOver({ problems }: Register): string[] {
  const left = problems.filter(({ fix }) => fix === undefined).length
  if (left === 0) return []
  return [
    `${counted(left, 'mistake')} ${left === 1 ? 'is' : 'are'} left that cannot be read: partners validate shows where`,
  ]
}

const isSame = (one: Correction, other: Correction) => JSON.stringify(one.edits) === JSON.stringify(other.edits)

async function correctionsIn(opened: ToChange, codes: readonly string[] | undefined): Promise<Correction[]> {
  const { check } = await checkOpened(opened, opened.asOf, { history: false })
  return correctionsOf(check.findings.filter((it) => codes === undefined || codes.includes(it.code)))
}
