import { encodeLike } from '../../document/decode.js'
import { parseYaml } from '../../document/parse.js'
import type { Accepted } from '../../model/baseline.js'
import { recordKey } from '../../model/record-schemas.js'
import { clean } from '../../model/clean.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { counted, someOf } from '../../model/words.js'
import {
  entryFor,
  identityOf,
  mayBeAccepted,
  movedFiles,
  describeMoved,
  baselineStatus,
  type MovedFile,
} from '../../rules/baseline.js'
import { bySeverity, type Check } from '../../rules/check.js'
import { isOfReader } from '../../rules/rule.js'
import { newBaseline, withoutEntries } from '../../rules/write-baseline.js'
import { describeFindings } from '../../output/findings/summary.js'
import { placeWithin } from '../../source/place-within.js'
import { replaceFile } from '../../source/write-file.js'
import { openChecked } from '../checked.js'
import { defineCommand, option, type OptionsOf } from '../define-command.js'
import type { Opened } from '../open-register.js'
import { dryRunOption, readingOptions } from '../options.js'
import { refuseGitWork } from '../change.js'
import type { ExitCode, Ports } from '../ports.js'

const options = [
  ...readingOptions,
  option('--shrink', 'remove from baseline.yaml what is no longer found'),
  dryRunOption,
] as const
type Options = OptionsOf<typeof options>

export const baseline = defineCommand({
  name: 'baseline',
  description: 'Accept the findings of today, once; later, show what is left of them and remove what is fixed',
  options,
  notes: `The first run writes baseline.yaml, and validate no longer shows what is in it. A later run only shows how many entries
it has, which are no longer found, and how many findings are not in it. --shrink removes what is no longer found, with its
comments. Nothing is ever added, and what cannot be read is never accepted.`,
  examples: [
    'partners baseline --dry-run                  what would be accepted',
    'partners baseline                            accept it; later, show what is left',
    'partners baseline --shrink --dry-run         what would be removed',
  ],
  run,
})

/** Writes the baseline on the first run; later shows what is left of it, or removes what is no longer found. */
async function run(ports: Ports, options: Options): Promise<ExitCode> {
  // always as of today, or of a frozen register's day: an earlier day would hide what time has brought
  const { opened, check } = await openChecked(ports, options, { ...ports, env: {} })
  const { register } = opened
  const { bytes, problems = [] } = register.files.get(FILE) ?? {}
  if (problems.length > 0 || register.unreadable.some(({ file }) => file === FILE))
    throw new UsageError(`${opened.printed(FILE)} could not be read in full`, 'partners validate shows why')
  const plan = options.shrink ? shrunk : bytes === undefined ? first : describeEntries
  const answer = plan(opened, check)
  const dryRun = options.dryRun === true && answer.text !== undefined
  if (answer.text !== undefined && !dryRun) {
    refuseGitWork(opened.root)
    replaceFile(placeWithin(opened.root, FILE), answer.text, bytes ?? 'absent')
  }
  const [head, ...rest] = answer.lines
  const lines = dryRun ? [head, ...(answer.detail ?? []), ...rest, 'dry run: nothing was written'] : answer.lines
  ports.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

const FILE = 'baseline.yaml'

interface Answer {
  /** The new baseline; undefined if it stays as it is. */
  readonly text?: string | Uint8Array
  readonly lines: readonly string[]
  /** What only a dry run shows. */
  readonly detail?: readonly string[]
}

function first({ register, printed }: Opened, { findings }: Check): Answer {
  const accepted = findings.filter(mayBeAccepted)
  const unreadable = findings.filter(isOfReader).length
  const codes = [...new Set(accepted.map(({ code }) => code))].sort()
  return {
    text: newBaseline(accepted.map((it) => entryFor(register, it))),
    lines: [
      `${printed(FILE)} accepts ${counted(accepted.length, 'finding')}: ${describeFindings(bySeverity(accepted))}`,
      ...some(unreadable, `${cannotBeRead(unreadable)}; what they may hide is not accepted, so fix them first`),
    ],
    detail: codes.map((it) => `  ${clean(it)}: ${accepted.filter(({ code }) => code === it).length}`),
  }
}

/** Lines about a count, unless it is 0. */
const some = (count: number, ...lines: string[]) => (count === 0 ? [] : lines)

/** What is left of an existing baseline; nothing is written. */
function describeEntries({ register, printed }: Opened, check: Check): Answer {
  const entries = register.baseline?.accepted ?? []
  const { found, unreadable, off, gone: notFound, repeated } = baselineStatus(register, check.entriesFound)
  const renamed = movedFilesOf(register, check)
  const gone = notFound.filter((it) => !isMoved(entries[it]!, renamed))
  const waiting = notFound.length - gone.length
  return {
    lines: [
      `${printed(FILE)} holds ${counted(entries.length, 'entry')}: ${found.length} still found, ${gone.length} no longer found`,
      ...some(gone.length, ...rows(entries, gone)),
      ...some(waiting, `${waiting} of files that have been renamed`, ...describeRenamed(register, renamed)),
      ...some(off.length, `${off.length} of rules that are switched off, so they were not checked`),
      ...some(unreadable.length, `${unreadable.length} in files that could not be read in full, so it is not known`),
      ...some(repeated.length, `${repeated.length} that repeat an earlier entry`),
      ...some(gone.length + repeated.length, 'partners baseline --shrink removes what is no longer found'),
      ...notInIt(check),
    ],
  }
}

/** A finding in a renamed file is not fixed, so its entry is kept. */
const movedFilesOf = (register: Register, { findings }: Check) =>
  movedFiles(
    register,
    findings.filter(mayBeAccepted).map((it) => identityOf(register, it)),
  )

const isMoved = ({ file }: { readonly file: string }, moved: readonly MovedFile[]) =>
  moved.some(({ from }) => recordKey(from) === recordKey(file))

const describeRenamed = ({ baseline }: Register, moved: readonly MovedFile[]) =>
  moved.map((it) => describeMoved(baseline!, it)).map(({ message, hint }) => clean(`${message}; ${hint}`))

function shrunk({ register, printed }: Opened, check: Check): Answer {
  const file = printed(FILE)
  if (register.baseline === undefined) throw new UsageError(`there is no ${file} yet`, 'partners baseline creates it')
  const { accepted } = register.baseline
  const { gone, repeated } = baselineStatus(register, check.entriesFound)
  const renamed = movedFilesOf(register, check)
  const fixed = gone.filter((it) => !isMoved(accepted[it]!, renamed))
  const out = new Set([...fixed, ...repeated].sort((a, b) => a - b))
  const left = describeRenamed(register, renamed)
  if (out.size === 0) return { lines: [`${file} has no entry that has been fixed`, ...left, ...notInIt(check)] }
  refuseUnreadable([
    ...register.unreadable.map((it) => printed(it.file)),
    ...register.problems.filter((it) => it.code === 'file/not-read').map((it) => printed(it.at.file)),
  ])
  const { text, bytes, root } = register.files.get(FILE)!
  const kept = withoutEntries(text, root!, out)
  if (kept === undefined || 'reason' in parseYaml(kept))
    throw new UsageError(
      `${file} is not laid out as this command writes it, so nothing can be removed from it safely`,
      'begin each entry with a dash on its first line, or remove by hand what partners baseline lists',
    )
  return {
    text: encodeLike(kept, bytes!),
    lines: [`${counted(out.size, 'entry')} removed from ${file}`, ...left, ...notInIt(check)],
    detail: rows(accepted, [...out]),
  }
}

/** A finding may depend on any record, so one that cannot be read would look as if findings had been fixed. */
function refuseUnreadable(files: readonly string[]): void {
  if (files.length === 0) return
  throw new UsageError(
    `nothing is removed while ${counted(files.length, 'file')} cannot be read in full: ${someOf(files)}`,
    'partners validate shows why',
  )
}

/** Findings that are not in the baseline. */
function notInIt({ findings }: Check): string[] {
  const fresh = findings.filter(mayBeAccepted).length
  const unreadable = findings.filter(isOfReader).length
  if (fresh + unreadable === 0) return ['nothing else is found']
  return [
    ...some(fresh, `${counted(fresh, 'finding')} not in it: fix them, or add a dated exception`),
    ...some(unreadable, cannotBeRead(unreadable)),
  ]
}

const cannotBeRead = (count: number) =>
  `${counted(count, 'finding')} of what cannot be read ${count === 1 ? 'is' : 'are'} never accepted: partners validate shows where`

/** As many entries as a person reads, each with its file, rule and message. */
function rows(entries: readonly Accepted[], positions: readonly number[]) {
  const shown = positions.slice(0, MOST).map((it) => {
    const { rule, file, message } = entries[it]!
    return clean(`  ${file} ${rule}${message === undefined ? '' : `: ${message}`}`)
  })
  return [...shown, ...(positions.length > MOST ? [`  and ${positions.length - MOST} more`] : [])]
}

const MOST = 20
