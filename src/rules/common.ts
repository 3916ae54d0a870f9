import type { Filed, Place } from '../model/place.js'
import type { Register, PolicyFile } from '../model/register.js'
import { addDuration, type Day } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import type { Partnership } from '../model/partnership.js'
import type { Policy } from '../model/policy.js'
import { ownPolicies } from '../model/references.js'
import type { PolicyMap } from '../policy/merge.js'
import type { Spelling } from '../model/spellings.js'

/** Is a list of register.yaml or policy.yaml unreadable? Names that refer to it are then not checked. */
export function isLost({ unreadable, problems }: Register, kind: 'register' | 'policy', key: string): boolean {
  const isKeyLost = unreadable.some(
    (it) => it.kind === kind && it.lost.some((path) => path.length === 0 || path[0] === key),
  )
  return isKeyLost || (kind === 'policy' && problems.some((it) => it.code === 'reference/policy'))
}

/** Is a value of a record written, but unreadable? What depends on it is then not checked. */
export function isValueLost({ unreadable }: Register, { file }: Filed, key: string): boolean {
  return unreadable.some((it) => it.file === file && it.lost.some((path) => path[0] === key))
}

/** Is it in force, and so has to be in order? Proposed partnerships are not yet, ended ones no longer. */
export function isRunning({ status }: Partnership): boolean {
  return status === 'active' || status === 'under-review' || status === 'ending'
}

/** Is a duty so late that it is an error? */
export function isLapsed(due: Day, after: Duration, asOf: Day): boolean {
  return addDuration(due, after) < asOf
}

/** Entries of the organisation's own policy, without those that only switch an inherited one off. */
export function* ownEntries<M extends PolicyMap>(
  register: Register,
  map: M,
): Iterable<{ readonly file: PolicyFile; readonly id: string; readonly data: Policy[M][string] }> {
  for (const file of ownPolicies(register))
    for (const [id, data] of Object.entries(file.data[map]) as [string, Policy[M][string]][])
      if (data.off === undefined) yield { file, id, data }
}

/** Every value of the register with a spelling of one sort that rules report, with its text in the file. */
export function* spelt(
  { files }: Register,
  what: Spelling['what'],
): Iterable<{ readonly at: Place; readonly text: string }> {
  for (const { file, spellings } of files.values())
    for (const it of spellings) if (it.what === what) yield { at: { file, path: it.path, on: 'value' }, text: it.text }
}
