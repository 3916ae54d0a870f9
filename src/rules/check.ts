import { isPlace, type At, type Filed } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Fix } from '../model/fix.js'
import type { Register } from '../model/register.js'
import { inShort } from '../model/words.js'
import type { Because } from '../policy/because.js'
import { AcceptedFindings } from './baseline.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import { narrowed, type Focus } from './depends-on.js'
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
  readonly fix?: Fix | undefined
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
 * @param focus what rules of one partnership, and those that ask what partners hold, look at; all of it unless it is
 *   given. Rules of the whole register look at all of it
 */
export function checkRegister(checked: Checked, rules: readonly Rule[], focus?: Focus): Check {
  const { register } = checked
  const part = focus && { ...focus, register: narrowed(register, focus) }
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, new Losses(lost)]))
  const exceptions: UsedExceptions = new Set()
  const baseline = new AcceptedFindings(register)
  const lists = { findings: [] as Finding[], permitted: [] as Finding[], accepted: [] as Finding[] }
  const wasLookedAt = lookedAt(register, rules, focus)
  const silenced = { exceptions, accepted: baseline.found, unaccepted: baseline.others, wasLookedAt }
  const codes = new Set(rules.map(({ code }) => code))
  for (const rule of rules.toSorted((a, b) => Number(a.last ?? false) - Number(b.last ?? false))) {
    for (const found of foundBy(rule, { ...checked, silenced, codes }, part)) {
      const finding = asFinding(rule, found, register)
      if (finding === undefined || hidesBehindLoss(rule, finding.at, lost)) continue
      const isAccepted = baseline.accepts(finding) // asked even where an exception permits it: its entry is found all the same
      if (exceptionFor(checked, finding, exceptions) !== undefined) lists.permitted.push(finding)
      else if (isAccepted) lists.accepted.push(finding)
      else lists.findings.push(finding)
    }
  }
  return { ...lists, entriesFound: baseline.found }
}

/** How many findings there are of each severity. */
export function bySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((it) => it.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

/** What is looked at of a register: the focus, and the register without the rest. */
interface Part extends Focus {
  readonly register: Register
}

function foundBy(rule: Rule, checked: Checked, part: Part | undefined): Iterable<RuleFinding> {
  if (part !== undefined && rule.ofPartners) return rule.check({ ...checked, register: part.register })
  if (part === undefined || rule.checkPartnership === undefined) return rule.check(checked)
  return checkEach(
    checked.register.partnerships.filter(({ id }) => part.partnerships.has(id)),
    rule.checkPartnership,
    checked,
  )
}

/** What silences a finding that no rule looked for is neither used nor left over: was it looked for, by its rule and file? */
function lookedAt(register: Register, rules: readonly Rule[], focus: Focus | undefined) {
  if (focus === undefined) return () => true
  const { partnerships, organisations, settings } = register
  // an exception in register.yaml holds for all, and is not known to be left over while some are not looked at
  const filesOf = (left: readonly Filed[]) =>
    new Set(left.length === 0 ? [] : [...left.map((it) => it.file), settings.file])
  const codes = (isWanted: (rule: Rule) => boolean) => new Set(rules.filter(isWanted).map((it) => it.code))
  const ofOne = codes((it) => it.checkPartnership !== undefined)
  const ofPartners = codes((it) => it.ofPartners === true)
  const notOne = filesOf(partnerships.filter(({ id }) => !focus.partnerships.has(id)))
  const notShared = filesOf([
    ...partnerships.filter(({ id }) => !focus.sharing.has(id)),
    ...organisations.filter(({ id }) => !focus.organisations.has(id)),
  ])
  const isOfOne = (code: string) => ofOne.has(code) || code.startsWith('own/')
  return (code: string, file: string) =>
    !(isOfOne(code) && notOne.has(file)) && !(ofPartners.has(code) && notShared.has(file))
}

function asFinding(rule: Rule, found: RuleFinding, { settings }: Register): Finding | undefined {
  const code = found.code ?? rule.code
  const severity = settings.severities[code] ?? found.severity ?? rule.severity
  return severity === 'off' ? undefined : new LazyFinding(code, severity, found.cause ?? rule.cause, found)
}

/** A message is read in a line or a cell, and quotes what may be of any length; a hint may list what is allowed. */
const MOST_OF_MESSAGE = 300
const MOST_OF_HINT = 1500

/** What the rule says of it is asked for when it is shown; of a register that begins, most findings never are. */
class LazyFinding implements Finding {
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
    return inShort(this.found.message, MOST_OF_MESSAGE)
  }
  get hint() {
    return this.found.hint && inShort(this.found.hint, MOST_OF_HINT)
  }
  get key() {
    return this.found.key
  }
  get fix() {
    return this.found.fix
  }
  get related() {
    return this.found.related ?? []
  }
  get because() {
    return this.found.because ?? []
  }
}

/** A value that could not be read is told once, by the reader; what other rules would say of the gap it leaves waits until it is mended. */
function hidesBehindLoss(rule: Rule, at: At, lost: ReadonlyMap<string, Losses>): boolean {
  const losses = lost.get(at.file)
  if (losses === undefined || isOfReader(rule) || !isPlace(at)) return false
  return at.path.length > 0 && losses.touch(at.path)
}

/** The places of a file that could not be read. */
class Losses {
  readonly #lost = new Set<string>()
  /** They, and all that they are in. */
  readonly #around = new Set<string>()

  constructor(paths: readonly Path[]) {
    for (const path of paths) {
      this.#lost.add(JSON.stringify(path))
      for (const it of beginnings(path)) this.#around.add(it)
    }
  }

  /** Is it one of them, in one of them, or around one? */
  touch(path: Path): boolean {
    return this.#around.has(JSON.stringify(path)) || beginnings(path).some((it) => this.#lost.has(it))
  }
}

/** A path and all that it is in, the whole file first. */
const beginnings = (path: Path) => [...path, ''].map((_, length) => JSON.stringify(path.slice(0, length)))
