import type { Policy } from '../model/policy.js'
import { ownPolicies } from '../model/references.js'
import type { PolicyFile, Register } from '../model/register.js'
import type { PolicyMap } from '../policy/merge.js'

/** Entries of the organisation's own policy, without those that only switch an inherited one off. */
export function* ownEntries<M extends PolicyMap>(
  register: Register,
  map: M,
): Iterable<{ readonly file: PolicyFile; readonly id: string; readonly data: Policy[M][string] }> {
  for (const file of ownPolicies(register))
    for (const [id, data] of Object.entries(file.data[map]) as [string, Policy[M][string]][])
      if (data.off === undefined) yield { file, id, data }
}
