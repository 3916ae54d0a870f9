import { isPlace, type At } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Register } from '../model/register.js'
import type { Because } from '../policy/because.js'
import { AcceptedFindings } from './baseline.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import { isOfReader, type Checked, type Rule, type RuleFinding, type Severity } from './rule.js'

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

/** What a run of the rules found, and how much more it would have found. */
export interface Check {
  readonly findings: readonly Finding[]
  /** Findings that a dated exception permits. */
  readonly permitted: readonly Finding[]
  /** Findings that the baseline accepts. */
  readonly accepted: readonly Finding[]
  /** Positions in the baseline's list whose findings are still there. */
  readonly entriesFound: ReadonlySet<number>
}

/** Runs every rule. Severities of register.yaml, dated exceptions and the baseline hold; the order is that of the rules. */
export function checkRegister(checked: Checked, rules: readonly Rule[]): Check {
  const { register } = checked
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, lost]))
  const exceptions: UsedExceptions = new Set()
  const baseline = new AcceptedFindings(register)
  const lists = { findings: [] as Finding[], permitted: [] as Finding[], accepted: [] as Finding[] }
  const silenced = { exceptions, accepted: baseline.found }
  for (const rule of rules.toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false))) {
    for (const found of rule.check({ ...checked, silenced })) {
      const finding = asFinding(rule, found, register)
      if (finding === undefined || hidesBehindLoss(rule, finding.at, lost)) continue
      if (exceptionFor(checked, finding, exceptions) !== undefined) lists.permitted.push(finding)
      else if (baseline.accepts(finding)) lists.accepted.push(finding)
      else lists.findings.push(finding)
    }
  }
  return { ...lists, entriesFound: baseline.found }
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
    cause: found.cause ?? rule.cause,
    ...(hint && { hint }),
    ...(key && { key }),
  }
}

/** A value that could not be read is told once, by the reader; what other rules would say of the gap it leaves waits until it is mended. */
function hidesBehindLoss(rule: Rule, at: At, lost: ReadonlyMap<string, readonly Path[]>): boolean {
  if (isOfReader(rule) || !isPlace(at)) return false
  return (lost.get(at.file) ?? []).some((path) => at.path.length > 0 && related(path, at.path))
}

const related = (a: Path, b: Path) => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).every((key, index) => key === b[index])
}
