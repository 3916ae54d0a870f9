import { answerPolicy } from '../../src/policy/answers.js'
import type { Register } from '../../src/model/register.js'
import type { PaperInput } from '../../src/reports/paper.js'
import { registerOf } from '../policy/sample.js'

/** What a paper is built from: a register of ours (`us`) with these records, on a day. */
export function inputOf(records: Partial<Register> = {}, asOf = '2026-10-31'): PaperInput {
  const register = registerOf(records)
  return { register, policy: answerPolicy(register, asOf), asOf, update: undefined, provenance: '' }
}
