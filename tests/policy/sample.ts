import { readFileSync } from 'node:fs'
import { organisationSchema, type Organisation } from '../../src/model/organisation.js'
import { partnershipSchema, type Partnership } from '../../src/model/partnership.js'
import { policySchema } from '../../src/model/policy.js'
import { buildRegister, type PolicyFile, type Register } from '../../src/model/register.js'

/** Everything in a register is read as text; so are these. */
type Written = Record<string, unknown>

export function partnershipOf(written: Written = {}, id = 'a'): Partnership {
  const data = partnershipSchema.parse({ name: 'A', status: 'active', ...written })
  return { ...data, id, file: `partnerships/${id}.yaml` }
}

export function organisationOf(id: string, written: Written = {}): Organisation {
  return {
    ...organisationSchema.parse({ name: id, kind: 'third-sector', ...written }),
    id,
    file: `organisations/${id}.yaml`,
  }
}

export function policyOf(written: Written, id = 'policy'): PolicyFile {
  return { file: `${id}.yaml`, id, data: policySchema.parse(written) }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const released = readFileSync(new URL('../../policies/nhs-2026.yaml', import.meta.url), 'utf8')
const empty = buildRegister(
  [
    { path: 'register.yaml', bytes: bytesOf('schema: 1\norganisation: us\n') },
    { path: 'policy.yaml', bytes: bytesOf('extends: nhs-2026\n') },
  ],
  () => ({ path: 'policies/nhs-2026.yaml', bytes: bytesOf(released) }),
)!

/** The released policy, as a register that extends it gets it. */
export const nhs2026 = empty.policies[1]!

/** A register of ours (`us`) with these records. */
export function registerOf(records: Partial<Register> = {}): Register {
  return { ...empty, policies: [nhs2026], ...records }
}

/** What the released policy file is found to have wrong. */
export const releasedProblems = empty.problems
