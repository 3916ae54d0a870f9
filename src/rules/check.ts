import { isPlace, type At } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Register } from '../model/register.js'
import type { Because } from '../policy/because.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import type { Checked, Rule, RuleFinding, Severity } from './rule.js'

/** A finding, still without lines. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly at: At
  readonly related: readonly { readonly at: At; readonly message: string }[]
  readonly because: readonly Because[]
  readonly cause: 'content' | 'time'
  readonly key?: string
}

/** Runs every rule. Severities of register.yaml and dated exceptions hold; the order is that of the rules. */
export function checkRegister(checked: Checked, rules: readonly Rule[]): Finding[] {
  const { register } = checked
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, lost]))
  const used: UsedExceptions = new Set()
  const findings: Finding[] = []
  for (const rule of rules) {
    if (rule.code === 'exception/unused') continue // asks what the others used, so it comes last
    for (const found of rule.check(checked)) {
      const finding = asFinding(rule, found, register)
      if (finding === undefined || hidesBehindLoss(rule, finding.at, lost)) continue
      if (exceptionFor(checked, finding, used) === undefined) findings.push(finding)
    }
  }
  const unused = rules.find((rule) => rule.code === 'exception/unused')
  for (const found of unused?.check({ ...checked, used }) ?? []) {
    const finding = asFinding(unused!, found, register)
    if (finding !== undefined) findings.push(finding)
  }
  return findings
}

function asFinding(rule: Rule, found: RuleFinding, { settings }: Register): Finding | undefined {
  const code = found.code ?? rule.code
  const severity = settings.severities[code] ?? found.severity ?? rule.severity
  if (severity === 'off') return undefined
  const { at, message, hint, key, related = [], because = [] } = found
  return {
    code,
    severity,
    message,
    at,
    related,
    because,
    cause: rule.cause,
    ...(hint && { hint }),
    ...(key && { key }),
  }
}

/** Groups whose findings are about the very values that could not be read. */
const OF_THE_READER = /^(?:syntax|file|schema)\//

/** A value that could not be read is told once, by the reader; what other rules would say of the gap it leaves waits until it is mended. */
function hidesBehindLoss(rule: Rule, at: At, lost: ReadonlyMap<string, readonly Path[]>): boolean {
  if (OF_THE_READER.test(rule.code) || !isPlace(at)) return false
  return (lost.get(at.file) ?? []).some((path) => at.path.length > 0 && related(path, at.path))
}

const related = (a: Path, b: Path) => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).every((key, index) => key === b[index])
}
