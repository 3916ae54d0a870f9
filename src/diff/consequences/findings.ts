import { isPlace } from '../../model/place.js'
import { recordPath } from '../../model/record-path.js'
import { idOf, kindOf } from '../../model/record-schemas.js'
import type { Register } from '../../model/register.js'
import type { Check, Finding } from '../../rules/check.js'
import { isOfReader } from '../../rules/rule.js'
import type { State } from '../state.js'

/** How the findings of two states differ. What the mere passing of days brings is none of it: both are as of one day. */
export interface FindingsDiff {
  readonly introduced: readonly Finding[]
  readonly mended: readonly Finding[]
  /** Found still, but now permitted by a dated exception, or accepted by the baseline. */
  readonly silenced: readonly Finding[]
  /** Gone with their record, which was removed, or hidden, as what they were about cannot be read any more. */
  readonly unchecked: readonly Finding[]
  /** Found before already, but permitted or accepted then. */
  readonly unsilenced: readonly Finding[]
}

/** An id that a record had before, and the one that it has now. */
export type Renames = ReadonlyMap<string, string>

/**
 * What is found now and was not before, and the other way round. A finding is known by its rule, its record (wherever
 * the file lies, whatever it is called now), what it is at, and its key.
 */
export function comparedFindings(
  before: State & { readonly check: Check },
  after: State & { readonly check: Check },
  renames: Renames,
): FindingsDiff {
  const older = keyed(before, renames)
  const newer = keyed(after, new Map())
  const isChecked = checkedIn(after.register, renames)
  const gone = [...older.told].filter(([key]) => !newer.told.has(key))
  const come = [...newer.told].filter(([key]) => !older.told.has(key))
  return {
    introduced: come.filter(([key]) => !older.silent.has(key)).map(([, it]) => it),
    unsilenced: come.filter(([key]) => older.silent.has(key)).map(([, it]) => it),
    mended: gone.filter(([key, it]) => !newer.silent.has(key) && isChecked(it)).map(([, it]) => it),
    unchecked: gone.filter(([key, it]) => !newer.silent.has(key) && !isChecked(it)).map(([, it]) => it),
    silenced: gone.filter(([key]) => newer.silent.has(key)).map(([, it]) => it),
  }
}

/** Is the record of a finding there still, and was what the finding was about read? */
function checkedIn({ files, unreadable }: Register, renames: Renames): (finding: Finding) => boolean {
  const records = new Set([...files.keys()].map((file) => recordOf(file, new Map())))
  const lost = new Map(unreadable.map((it) => [recordOf(it.file, new Map()), it.lost]))
  return ({ code, at }) => {
    const record = recordOf(at.file, renames)
    if (!records.has(record)) return false
    const paths = isPlace(at) && !isOfReader({ code }) ? (lost.get(record) ?? []) : []
    return !paths.some(
      (path) => isPlace(at) && path.every((key, index) => index >= at.path.length || key === at.path[index]),
    )
  }
}

/** A record by its kind and id, wherever its file lies; a file that is no record by its path. */
function recordOf(file: string, renames: Renames): string {
  const kind = kindOf(file)
  if (kind === undefined) return file
  const own = `${kind} ${idOf(file)}`
  const now = renames.get(own)
  return now === undefined ? own : `${kind} ${now}`
}

function keyed(state: State & { readonly check: Check }, renames: Renames) {
  const { findings, permitted, accepted } = state.check
  return {
    told: byKey(findings, state, renames),
    silent: byKey([...permitted, ...accepted], state, renames),
  }
}

/** Several of one rule at one value are told apart by their number. */
function byKey(findings: readonly Finding[], { register }: State, renames: Renames): Map<string, Finding> {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const { code, at, key = '' } = finding
    const record = recordOf(at.file, renames)
    const base = [code, record, recordPath(register, at), key].join('\n')
    let name = base
    for (let count = 1; known.has(name); count++) name = `${base}\n${count}`
    known.set(name, finding)
  }
  return known
}
