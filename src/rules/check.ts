import { isPlace, type At } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Register } from '../model/register.js'
import type { Because } from '../policy/because.js'
import { AcceptedFindings } from './baseline.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import { checkEach } from './partnership-rule.js'
import { isOfReader, type Checked, type Rule, type RuleFinding, type Severity } from './rule.js'

/** A finding, still without lines. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string | undefined
  readonly at: At
  readonly related: readonly { readonly at: At; readonly message: string }[]
  readonly because: readonly Because[]
  readonly cause: 'content' | 'time'
  readonly key?: string | undefined
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

/**
 * Runs every rule. Severities of register.yaml, dated exceptions and the baseline hold; the order is that of the rules.
 * @param focus the ids of the partnerships that rules of one partnership look at; all of them unless it is given. Rules
 *   of the whole register look at all of it
 */
export function checkRegister(checked: Checked, rules: readonly Rule[], focus?: ReadonlySet<string>): Check {
  const { register } = checked
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, lost]))
  const exceptions: UsedExceptions = new Set()
  const baseline = new AcceptedFindings(register)
  const lists = { findings: [] as Finding[], permitted: [] as Finding[], accepted: [] as Finding[] }
  const silenced = { exceptions, accepted: baseline.found, wasLookedAt: lookedAt(register, rules, focus) }
  for (const rule of rules.toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false))) {
    for (const found of foundBy(rule, { ...checked, silenced }, focus)) {
      const finding = asFinding(rule, found, register)
      if (finding === undefined || hidesBehindLoss(rule, finding.at, lost)) continue
      if (exceptionFor(checked, finding, exceptions) !== undefined) lists.permitted.push(finding)
      else if (baseline.accepts(finding)) lists.accepted.push(finding)
      else lists.findings.push(finding)
    }
  }
  return { ...lists, entriesFound: baseline.found }
}

function foundBy(rule: Rule, checked: Checked, focus: ReadonlySet<string> | undefined): Iterable<RuleFinding> {
  if (focus === undefined || rule.checkPartnership === undefined) return rule.check(checked)
  return checkEach(
    checked.register.partnerships.filter(({ id }) => focus.has(id)),
    rule.checkPartnership,
    checked,
  )
}

/** What silences a finding of a partnership that no rule looked at is neither used nor left over. */
function lookedAt(register: Register, rules: readonly Rule[], focus: ReadonlySet<string> | undefined) {
  const ofPartnerships = new Set(rules.flatMap((it) => (it.checkPartnership === undefined ? [] : it.code)))
  const left = register.partnerships.flatMap(({ id, file }) => (focus?.has(id) === false ? file : []))
  if (left.length === 0) return () => true
  const files = new Set([...left, register.settings.file]) // an exception of register.yaml holds for all
  return (code: string, file: string) => !files.has(file) || !(ofPartnerships.has(code) || code.startsWith('own/'))
}

function asFinding(rule: Rule, found: RuleFinding, { settings }: Register): Finding | undefined {
  const code = found.code ?? rule.code
  const severity = settings.severities[code] ?? found.severity ?? rule.severity
  return severity === 'off' ? undefined : new FoundByRule(code, severity, found.cause ?? rule.cause, found)
}

/** What the rule says of it is asked for when it is shown; of a register that begins, most findings never are. */
class FoundByRule implements Finding {
  constructor(
    readonly code: string,
    readonly severity: Severity,
    readonly cause: Finding['cause'],
    readonly found: RuleFinding,
  ) {}

  get at() {
    return this.found.at
  }
  get message() {
    return this.found.message
  }
  get hint() {
    return this.found.hint
  }
  get key() {
    return this.found.key
  }
  get related() {
    return this.found.related ?? []
  }
  get because() {
    return this.found.because ?? []
  }
}

/** A value that could not be read is told once, by the reader; what other rules would say of the gap it leaves waits until it is mended. */
function hidesBehindLoss(rule: Rule, at: At, lost: ReadonlyMap<string, readonly Path[]>): boolean {
  const paths = lost.get(at.file)
  if (paths === undefined || isOfReader(rule) || !isPlace(at)) return false
  return paths.some((path) => at.path.length > 0 && related(path, at.path))
}

const related = (a: Path, b: Path) => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).every((key, index) => key === b[index])
}
