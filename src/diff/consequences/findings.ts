import { grouped } from '../../model/order.js'
import { isPlace } from '../../model/place.js'
import { recordPath } from '../../model/record-path.js'
import { kindOf, recordKey } from '../../model/record-schemas.js'
import type { Register } from '../../model/register.js'
import type { Check, Finding } from '../../rules/check.js'
import { codesOf, severityIn } from '../../rules/codes.js'
import { isOfReader, SEVERITIES } from '../../rules/rule.js'
import type { IdRenames } from '../../model/renamed-ids.js'
import type { State } from '../fact.js'

/** How the findings of two states differ, both as of one day, so that the passing of days makes no difference. */
export interface FindingsDiff {
  readonly introduced: readonly Finding[]
  readonly mended: readonly Finding[]
  /** Still there, but now permitted by a dated exception, accepted by the baseline, or of a rule that was turned off. */
  readonly silenced: readonly Finding[]
  /** Gone because their record was removed or ended, or hidden because something that they depend on became unreadable. */
  readonly unchecked: readonly Finding[]
  /** Entries of the baseline and exceptions that are left over, as the findings that they covered were fixed. */
  readonly leftOver: readonly Finding[]
  /** There before, but permitted or accepted then, or of a rule that was turned off. */
  readonly unsilenced: readonly Finding[]
  /** There before, and graver now. */
  readonly worsened: readonly Finding[]
}

/** A state with what the rules found in it. */
export interface CheckedState extends State {
  readonly check: Check
}

/**
 * What is found now and was not before, and the other way round. A finding is identified by its rule (by the
 * earlier code where it has one: what was a must and is a should is the same gap), its record (whatever the folder and the
 * present id), its place in the record, and its key.
 */
export function comparedFindings(before: CheckedState, after: CheckedState, renames: IdRenames): FindingsDiff {
  const shared = new Set([...sharedRecords(before.register), ...sharedRecords(after.register)])
  const older = keyed(before, renames, shared)
  const newer = keyed(after, NONE, shared)
  const isChecked = checkedIn(before, after, renames)
  const gone = [...older.findings].filter(([key]) => !newer.findings.has(key))
  const come = [...newer.findings].filter(([key]) => !older.findings.has(key))
  const isSilent = ([key, it]: [string, Finding]) => newer.silent.has(key) || isOff(after, it)
  const wasSilent = ([key, it]: [string, Finding]) => older.silent.has(key) || isOff(before, it)
  const findings = (list: readonly [string, Finding][]) => list.map(([, it]) => it)
  return {
    introduced: findings(come.filter((it) => !wasSilent(it) && !isLeftOver(it[1]))),
    leftOver: findings(come.filter((it) => !wasSilent(it) && isLeftOver(it[1]))),
    unsilenced: findings(come.filter(wasSilent)),
    worsened: findings([...newer.findings].filter(([key, it]) => isGraver(it, older.findings.get(key)))),
    mended: findings(gone.filter((it) => !isSilent(it) && isChecked(it[1]))),
    unchecked: findings(gone.filter((it) => !isSilent(it) && !isChecked(it[1]))),
    silenced: findings(gone.filter(isSilent)),
  }
}

const isGraver = ({ severity }: Finding, earlier: Finding | undefined) =>
  earlier !== undefined && SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(earlier.severity)

/** Rules that report what a fix leaves behind. */
const isLeftOver = ({ code }: Finding) => code === 'baseline/gone' || code === 'exception/unused'

const isOff = ({ register }: State, finding: Finding) => severityIn(register.settings, codesOf(finding)) === 'off'

/**
 * Does the record of a finding still exist, did it not end, and was all that the finding may depend on read? Findings in a
 * partnership depend on its whole file, register.yaml and the policy.
 */
function checkedIn(before: State, { register }: State, renames: IdRenames): (finding: Finding) => boolean {
  const { files, unreadable, partnerships } = register
  const records = new Set([...files.keys()].map((file) => recordOf(file, NONE)))
  const lost = new Set(unreadable.map((it) => recordOf(it.file, NONE)))
  const isGroundLost = unreadable.some((it) => it.kind === 'register' || it.kind === 'policy')
  const hadEnded = new Set(before.register.partnerships.filter((it) => it.status === 'ended').map((it) => it.id))
  const ended = partnerships.filter((it) => it.status === 'ended' && !hadEnded.has(it.id))
  const endedRecords = new Set(ended.map((it) => recordOf(it.file, NONE)))
  return ({ code, at }) => {
    const record = recordOf(at.file, renames)
    if (!records.has(record)) return false
    if (isOfReader({ code }) || !isPlace(at)) return true
    return !isGroundLost && !lost.has(record) && !endedRecords.has(record)
  }
}

const NONE: IdRenames = new Map()

/** A record by its kind and id, whatever its folder; a file that is not a record by its path. */
function recordOf(file: string, renames: IdRenames): string {
  const own = recordKey(file)
  const now = renames.get(own)
  return now === undefined ? own : `${kindOf(file)} ${now}`
}

/** Records with several files by mistake; a finding in one of these is identified by its file. */
function sharedRecords({ files }: Register): string[] {
  return grouped([...files.keys()], recordKey).flatMap(([first, ...others]) =>
    others.length > 0 ? [recordKey(first!)] : [],
  )
}

/**
 * Findings of a whole run that are the same as those of a run of the same state that looked at a part of it.
 * @param wanted some of the findings of the part
 */
export function inWhole(wanted: readonly Finding[], part: CheckedState, whole: CheckedState): ReadonlySet<Finding> {
  const shared = new Set(sharedRecords(whole.register))
  const found = keyed(whole, NONE, shared).findings
  const keys = new Map([...keyed(part, NONE, shared).findings].map(([key, it]) => [it, key]))
  return new Set(wanted.flatMap((it) => found.get(keys.get(it)!) ?? []))
}

function keyed(state: CheckedState, renames: IdRenames, shared: ReadonlySet<string>) {
  const { findings, permitted, accepted } = state.check
  const nameOf = (file: string) => (shared.has(recordKey(file)) ? file : recordOf(file, renames))
  return {
    findings: byKey(findings, state, renames, nameOf),
    silent: byKey([...permitted, ...accepted], state, renames, nameOf),
  }
}

/** Findings of one rule at one value are numbered. Old ids of renamed organisations are replaced by the new ones. */
function byKey(
  findings: readonly Finding[],
  { register }: State,
  renames: IdRenames,
  nameOf: (file: string) => string,
): Map<string, Finding> {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const { at, key = '' } = finding
    const base = [
      codesOf(finding).at(-1)!,
      nameOf(at.file),
      ...[recordPath(register, at), key].map((it) => follow(it, renames)),
    ]
    let name = base.join('\n')
    for (let count = 1; known.has(name); count++) name = `${base.join('\n')}\n${count}`
    known.set(name, finding)
  }
  return known
}

const follow = (words: string, renames: IdRenames): string =>
  renames.size === 0 ? words : words.replace(/[a-z0-9-]+/g, (word) => renames.get(`organisation ${word}`) ?? word)
