import type { Accepted, Baseline } from '../model/baseline.js'
import { clean } from '../model/clean.js'
import { grouped } from '../model/order.js'
import { idOf, kindOf, recordKey } from '../model/record-schemas.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import { counted } from '../model/words.js'
import { codesOf, codesOfRule, severityIn } from './codes.js'
import { isOfReader, type Finding } from './rule.js'

/** What identifies a finding from run to run: never its message, its line or the day of the run. */
export function identityOf(register: Register, { code, at, key }: Pick<Finding, 'code' | 'at' | 'key'>): Accepted {
  const path = recordPath(register, at)
  return { rule: code, file: at.file, ...(path && { at: path }), ...(key && { key }) }
}

/** The entry that accepts a finding, with its present message for those who read the file. */
export const entryFor = (register: Register, finding: Finding): Accepted => ({
  ...identityOf(register, finding),
  message: clean(finding.message),
})

/** An entry's identity as one text, without its message and the folder of its record, which may be moved. */
export const identityText = ({ rule, file, at = '', key = '' }: Accepted) => [rule, recordKey(file), at, key].join('\n')

/** What cannot be read is never accepted: it would be missing from every total and paper. */
export const mayBeAccepted = (finding: Pick<Finding, 'code'>) =>
  !isOfReader(finding) && !finding.code.startsWith('baseline/')

/** Looks findings up in the baseline, and remembers which entries were found. */
export class AcceptedFindings {
  /** Positions in the baseline's list whose findings are still there. */
  readonly found = new Set<number>()
  /** Findings that no entry accepts. */
  readonly others: Accepted[] = []
  readonly #positions = new Map<string, number>()

  constructor(readonly register: Register) {
    for (const [index, entry] of register.baseline?.accepted.entries() ?? []) {
      const identity = identityText(entry)
      if (!this.#positions.has(identity)) this.#positions.set(identity, index)
    }
  }

  accepts(finding: Finding): boolean {
    if (this.#positions.size === 0 || !mayBeAccepted(finding)) return false
    const identity = identityOf(this.register, finding)
    const position = codesOf(finding)
      .map((rule) => this.#positions.get(identityText({ ...identity, rule })))
      .find((it) => it !== undefined)
    if (position === undefined) this.others.push(identity)
    else this.found.add(position)
    return position !== undefined
  }
}

/** The state of a baseline's entries today, as positions in its list. */
interface BaselineStatus {
  /** Their findings are still there. */
  readonly found: readonly number[]
  /** Not found, in files that could not be fully read: the finding may still exist. */
  readonly unreadable: readonly number[]
  /** Of rules that are switched off. */
  readonly off: readonly number[]
  /** Not found any more. */
  readonly gone: readonly number[]
  /** They repeat an earlier entry. */
  readonly repeated: readonly number[]
}

/** @param found positions of the entries that accepted something */
export function baselineStatus(
  { baseline, unreadable, settings }: Register,
  found: ReadonlySet<number>,
): BaselineStatus {
  const unreadableFiles = new Set(unreadable.map(({ file }) => recordKey(file)))
  const list = (): number[] => []
  const status = { found: list(), unreadable: list(), off: list(), gone: list(), repeated: list() }
  const seen = new Set<string>()
  for (const [index, entry] of baseline?.accepted.entries() ?? []) {
    const identity = identityText(entry)
    if (seen.has(identity)) status.repeated.push(index)
    else if (found.has(index)) status.found.push(index)
    else if (unreadableFiles.has(recordKey(entry.file))) status.unreadable.push(index)
    else (severityIn(settings, codesOfRule(entry.rule)) === 'off' ? status.off : status.gone).push(index)
    seen.add(identity)
  }
  return status
}

/** A file that entries name and that does not exist, and one that has the same findings. */
export interface MovedFile {
  readonly from: string
  readonly to: string
}

/**
 * Files of records that seem to have been renamed by hand: most of the accepted findings of a missing file are found in
 * one record that has no entries yet. Where several records fit, none is chosen.
 * @param others findings that no entry accepts
 */
export function movedFiles({ baseline, files }: Register, others: readonly Accepted[]): MovedFile[] {
  const accepted = baseline?.accepted ?? []
  const present = new Set([...files.keys()].map(recordKey))
  const known = new Set(accepted.map((it) => recordKey(it.file)))
  const missing = grouped(
    accepted.filter(({ file }) => isRecord(file) && !present.has(recordKey(file))),
    (it) => recordKey(it.file),
  )
  const fresh = grouped(
    others.filter(({ file }) => isRecord(file) && !known.has(recordKey(file))),
    (it) => it.file,
  )
  const pairs = missing.flatMap((was) =>
    fresh
      .filter((is) => kindOf(is[0]!.file) === kindOf(was[0]!.file) && isMostlyIn(was, is))
      .map((is) => ({ from: was[0]!.file, to: is[0]!.file })),
  )
  const isOnly = (side: keyof MovedFile, it: MovedFile) => pairs.filter((pair) => pair[side] === it[side]).length === 1
  return pairs.filter((it) => isOnly('from', it) && isOnly('to', it))
}

const isRecord = (file: string) => ['partnership', 'organisation'].includes(kindOf(file) ?? '')

function isMostlyIn(was: readonly Accepted[], is: readonly Accepted[]): boolean {
  const found = new Set(is.map(sameElsewhere))
  return was.filter((it) => found.has(sameElsewhere(it))).length * 2 > was.length
}
const sameElsewhere = (it: Accepted) => identityText({ ...it, file: '' })

/** A message that a file was renamed, and the command that updates its entries. */
export function describeMoved({ accepted }: Baseline, { from, to }: MovedFile): { message: string; hint: string } {
  const count = accepted.filter((it) => recordKey(it.file) === recordKey(from)).length
  const [are, accept] = count === 1 ? ['is', 'it accepts'] : ['are', 'they accept']
  return {
    message: `${counted(count, 'entry')} ${are} for ${from}, which does not exist; ${to} has what ${accept}`,
    hint: `if it is the same record under another name, partners rename ${idOf(from)} ${idOf(to)} updates the baseline and everything that names it`,
  }
}
