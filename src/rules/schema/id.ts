import { notAnId } from '../../model/field-errors.js'
import { ID } from '../../model/id.js'
import { atKey } from '../../model/place.js'
import { ownPolicies } from '../../model/references.js'
import type { PolicyMap } from '../../policy/merge.js'
import { defineRegisterRule } from '../rule.js'

export const id = defineRegisterRule({
  code: 'schema/id',
  severity: 'error',
  summary: 'An id contains something other than small letters, digits and hyphens.',
  source: 'Ids are file names and references, on every kind of computer',
  why: 'Capitals, spaces and accents differ between systems, and links break.',
  remedy: 'Rename the file or entry, in small letters, digits and hyphens.',
  *check({ register }) {
    for (const { code, ...problem } of register.problems) if (code === 'schema/id') yield problem
    for (const policy of ownPolicies(register))
      for (const map of NAMED)
        for (const written of Object.keys(policy.data[map]).filter((it) => !ID.test(it))) {
          const { message, hint } = notAnId(written)
          yield { at: atKey(policy, map, written), key: written, message, ...(hint && { hint }) }
        }
  },
})

/** Entries of policies that records or exceptions name by their ids. */
const NAMED: readonly PolicyMap[] = ['tiers', 'documents', 'risk-categories', 'checks']
