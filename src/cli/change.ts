import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { comparedFindings } from '../diff/consequences/findings.js'
import type { State } from '../diff/fact.js'
import type { Change } from '../edits/change.js'
import { refuseNewProblems, stagedFiles } from '../edits/staged.js'
import { lostComments } from '../model/lost-comments.js'
import { idOf, kindOf } from '../model/record-schemas.js'
import { Locator, locateFindings } from '../output/located.js'
import { filePatch, type ChangeReport } from '../output/change/report.js'
import { answerPolicy } from '../policy/answers.js'
import type { Finding } from '../rules/check.js'
import { focusOf } from '../rules/depends-on.js'
import { sha256 } from '../source/sha256.js'
import { unfinishedWork } from '../source/repository.js'
import { withLock } from '../source/lock.js'
import { readRegisterWith } from '../source/read-register.js'
import { finishChange, refuseElsewhere, writeRegister, type FileChange } from '../source/write-register.js'
import { mayColour } from './answer.js'
import { dayOf } from './as-of.js'
import { checkOpened } from './checked.js'
import { optionWithDefault, type OptionsOf } from './define-command.js'
import { noRegister, openRegister, rootOf, type Opened } from './open-register.js'
import { colourOptions, dryRunOption, readingOptions } from './options.js'
import type { ExitCode, Ports } from './ports.js'

/** The options of every command that changes a register. */
export const changingOptions = [
  ...readingOptions,
  dryRunOption,
  optionWithDefault('--format <format>', 'output format', 'text', { choices: ['text', 'json'] }),
  ...colourOptions,
] as const

export type ChangeOptions = OptionsOf<typeof changingOptions> & {
  /** May a changed file have problems that could not be seen before? */
  readonly mayUncover?: boolean
}

/** A register before a change, and the day of the change. */
export interface ToChange extends Opened {
  readonly asOf: Day
}

/**
 * Changes a register under a lock, and reports what the change means. Nothing is written unless all of it can be read.
 * A dry run does everything except writing.
 * @param plan plans the change of the present register
 * @param moreNotes further notes on the register after the change, a line each
 */
export async function changeRegister(
  ports: Ports,
  options: ChangeOptions,
  plan: (register: ToChange) => Change | Promise<Change>,
  moreNotes?: (after: State) => readonly string[],
): Promise<ExitCode> {
  const root = rootOf(ports, options.register)
  if (root === undefined) throw noRegister()
  const run = async () => {
    const finished = options.dryRun ? [] : finishChange(root)
    const opened = await openRegister(ports, options)
    const asOf = await dayOf(ports, opened, undefined)
    const change = await plan({ ...opened, asOf })
    const staged = stagedFiles(opened.register, change)
    const after =
      staged.length === 0 ? opened.register : await readRegisterWith(opened.register, staged, opened.records)
    if (!options.mayUncover) refuseNewProblems(opened.register, after, staged)
    const prepared = { opened, asOf, change, staged, after }
    const report = withNoteOf(finished, await reportOf(prepared, moreNotes, options.dryRun === true))
    if (!options.mayUncover) refuseWrong(report)
    if (options.dryRun) refuseElsewhere(root, staged)
    else writeRegister(root, staged)
    return report
  }
  if (!options.dryRun) refuseGitWork(root)
  await writeReport(ports, options, options.dryRun ? await run() : await withLock(root, run))
  return 0
}

/** Reports that a change that an earlier run began was completed. */
const withNoteOf = (finished: readonly string[], report: ChangeReport): ChangeReport =>
  finished.length === 0
    ? report
    : { ...report, notes: [`the interrupted change was completed: ${finished.join(', ')}`, ...report.notes] }

/** A change made during a merge would become part of its commit. */
export function refuseGitWork(root: string): void {
  const work = unfinishedWork(root)
  if (work !== undefined)
    throw new UsageError(`${work.what} is in progress in this repository, so nothing was written`, work.way)
}

interface Prepared {
  readonly opened: Opened
  readonly asOf: Day
  readonly change: Change
  readonly staged: readonly FileChange[]
  readonly after: Register
}

async function reportOf(
  prepared: Prepared,
  moreNotes: ((after: State) => readonly string[]) | undefined,
  isDry: boolean,
) {
  const { opened, change, staged, after: register, asOf } = prepared
  return {
    sentence: staged.length > 0 ? change.sentence : (change.nothing ?? 'Nothing to change: it already says so'),
    notes: [
      ...(change.notes ?? []),
      ...removedComments(prepared),
      ...(moreNotes?.({ register, policy: answerPolicy(register, asOf), asOf }) ?? []),
    ],
    files: staged.map((it) => filePatch(it, opened.printed)),
    ...(await consequences(prepared)),
    isDry,
  }
}

/** A comment that is removed with its line is reported. */
const removedComments = ({ staged, opened }: Prepared): string[] =>
  staged.flatMap(({ path, before, after }) =>
    before === undefined
      ? []
      : lostComments(path, before, after).map(
          (it) => `${opened.printed(path)}: a comment is removed with its line: ${it}`,
        ),
  )

/** A name that is not in the register, an impossible day, a sum in another currency: these are never written. */
function refuseWrong({ introduced, files }: ChangeReport): void {
  const changed = new Set(files.map(({ file, to = file }) => to))
  const wrong = introduced.find(
    ({ code, severity, file }) =>
      code.startsWith('reference/') ||
      (severity === 'error' && /^(?:date\/|value\/other-currency$)/.test(code) && changed.has(file)),
  )
  if (wrong !== undefined) throw new UsageError(`${wrong.message}, so nothing was written`, wrong.hint)
}

async function writeReport(ports: Ports, { format, color }: ChangeOptions, report: ChangeReport): Promise<void> {
  if (format === 'json') {
    const { changeJson } = await import('../output/change/json.js')
    ports.stdout.write(changeJson(report))
    return
  }
  const { changeText } = await import('../output/change/text.js')
  const width = ports.stdout.isTerminal ? ports.stdout.width : undefined
  ports.stdout.write(await changeText(report, { colour: mayColour(ports, color), width }))
}

/** Findings that a change introduces, and those that it resolves. */
async function consequences({ opened, asOf, change, after, staged }: Prepared) {
  if (staged.length === 0) return { introduced: [], mended: [] }
  const focus = focusOf(opened.register, after)
  const renames = new Map((change.moved ?? []).map(({ from, to }) => [`${kindOf(from)} ${idOf(from)}`, idOf(to)]))
  // only git knows for sure what changed since a review, and asking it takes too long here
  const check = (register: Register) => checkOpened({ ...opened, register }, asOf, { focus, history: false })
  const [before, now] = [await check(opened.register), await check(after)]
  const { introduced, unsilenced, mended } = comparedFindings(before, now, renames)
  const isSure = ({ code }: Finding) => code !== 'review/changed-since'
  const located = (register: Register, findings: typeof mended) =>
    locateFindings(findings, new Locator(register, opened.printed), sha256)
  return {
    introduced: located(after, [...introduced, ...unsilenced].filter(isSure)),
    mended: located(opened.register, mended.filter(isSure)),
  }
}
