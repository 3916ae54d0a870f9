import { describeFact, type State } from '../../src/diff/fact.js'
import { compareStates } from '../../src/diff/records.js'
import { syntaxErrors } from '../../src/document/syntax-errors.js'
import { buildRegister } from '../../src/model/register.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { checkRegister } from '../../src/rules/check.js'
import { rules } from '../../src/rules/index.js'
import { packagePolicy } from '../../src/source/package-files.js'

export type Files = Readonly<Record<string, string>>
const ALWAYS: Files = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': 'extends: nhs-2026\n' }

/** The register of these files, as of a day. */
export function state(files: Files, asOf = '2026-04-30'): State {
  const sources = Object.entries({ ...ALWAYS, ...files }).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }))
  const register = buildRegister(sources, packagePolicy, { explain: syntaxErrors })!
  return { register, policy: answerPolicy(register, asOf), asOf }
}
/** A state with what the rules find in it. */
export const checked = (it: State) => ({ ...it, check: checkRegister(it, rules) })

/** Every fact between two states, in sentences with their weight. */
export const told = (before: Files, after: Files) =>
  compareStates(state(before), state(after)).records.flatMap(({ record, facts }) =>
    facts.map((it) => `${it.weight}: ${describeFact(it, record)}`),
  )
