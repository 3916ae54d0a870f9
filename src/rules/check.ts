import { isPlace, type At, type Filed } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Register } from '../model/register.js'
import { inShort } from '../model/words.js'
import { AcceptedFindings } from './baseline.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import { narrowed, type Focus } from './depends-on.js'
import {
  isOfReader,
  valueOf,
  type Checked,
  type Finding,
  type RecordTypes,
  type Rule,
  type RuleFinding,
  type Run,
  type Severity,
} from './rule.js'

export type { Finding }

/** What a run of the rules found, and what was permitted or accepted. */
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
 * Runs every rule, and applies the severities of register.yaml, dated exceptions and the baseline. Findings are in the
 * order of the rules, with those about the run itself last.
 * @param focus the partnerships and organisations that rules of one record, of one partnership, and of what partners hold
 *   look at; all of them unless given. Other rules always look at the whole register
 */
export function checkRegister(checked: Checked, rules: readonly Rule[], focus?: Focus): Check {
  const { register } = checked
  const scope = scopeOf(register, focus)
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, new LostPlaces(lost)]))
  const exceptions: UsedExceptions = new Set()
  const baseline = new AcceptedFindings(register)
  const lists = { findings: [] as Finding[], permitted: [] as Finding[], accepted: [] as Finding[] }
  const run: Run = {
    codes: new Set(rules.map(({ code }) => code)),
    exceptions,
    accepted: baseline.found,
    unaccepted: baseline.others,
    wasLookedAt: lookedAt(register, rules, focus),
  }
  const ofOne = findingsOfPartnerships(rules, checked, scope)
  const isLast = ({ kind }: Rule) => Number(kind === 'run')
  for (const rule of rules.toSorted((a, b) => isLast(a) - isLast(b))) {
    const found = rule.kind === 'partnership' ? ofOne.get(rule)! : findingsOf(rule, checked, scope, run)
    for (const it of found) {
      const finding = asFinding(rule, it, register)
      if (finding === undefined || hidesBehindLoss(rule, finding.at, lost)) continue
      const isAccepted = baseline.accepts(finding) // also where an exception permits it: the entry is still in use
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

/** What rules of one record or partnership look at, and what rules of what partners hold do. */
interface Scope {
  readonly touched: Register
  readonly sharing: Register
}

const scopeOf = (register: Register, focus: Focus | undefined): Scope =>
  focus === undefined
    ? { touched: register, sharing: register }
    : {
        touched: narrowed(register, focus.partnerships, focus.organisations),
        sharing: narrowed(register, focus.sharing, focus.organisations),
      }

const RECORDS: { readonly [K in keyof RecordTypes]: (register: Register) => readonly RecordTypes[K][] } = {
  partnership: ({ partnerships }) => partnerships,
  organisation: ({ organisations }) => organisations,
  update: ({ updates }) => updates,
  register: ({ settings }) => [settings],
}

/**
 * What rules of one partnership find, by rule. All of them look at one partnership before the next: it and what policy
 * says of it are then still in the processor's cache.
 */
function findingsOfPartnerships(rules: readonly Rule[], checked: Checked, { touched }: Scope) {
  const ofOne = rules.filter((it) => it.kind === 'partnership').map((rule) => ({ rule, findings: [] as RuleFinding[] }))
  for (const partnership of touched.partnerships)
    for (const { rule, findings } of ofOne) for (const found of rule.check(partnership, checked)) findings.push(found)
  return new Map<Rule, readonly RuleFinding[]>(ofOne.map(({ rule, findings }) => [rule, findings]))
}

type OtherRule = Exclude<Rule, { readonly kind: 'partnership' }>

// three times as fast as yield*: most rules find nothing in most records
function* findingsOf(rule: OtherRule, checked: Checked, scope: Scope, run: Run): Iterable<RuleFinding> {
  if (rule.kind === 'record') {
    for (const kind of rule.records)
      for (const record of RECORDS[kind](scope.touched)) for (const found of rule.check(record, checked)) yield found
  } else if (rule.kind === 'partners') yield* rule.check({ ...checked, register: scope.sharing })
  else yield* rule.check(checked, run)
}

/** An exception or entry for a finding that no rule looked for is neither used nor left over. */
function lookedAt(register: Register, rules: readonly Rule[], focus: Focus | undefined) {
  if (focus === undefined) return () => true
  const { partnerships, organisations, settings } = register
  // an exception in register.yaml covers all records, so it cannot be called unused unless all were looked at
  const filesOf = (left: readonly Filed[]) =>
    new Set(left.length === 0 ? [] : [...left.map((it) => it.file), settings.file])
  const codes = (isWanted: (rule: Rule) => boolean) => new Set(rules.filter(isWanted).map((it) => it.code))
  const ofOne = codes((it) => it.kind === 'partnership' || it.kind === 'record')
  const ofPartners = codes((it) => it.kind === 'partners')
  const others = organisations.filter(({ id }) => !focus.organisations.has(id))
  const notOne = filesOf([...partnerships.filter(({ id }) => !focus.partnerships.has(id)), ...others])
  const notShared = filesOf([...partnerships.filter(({ id }) => !focus.sharing.has(id)), ...others])
  const isOfOne = (code: string) => ofOne.has(code) || code.startsWith('own/')
  return (code: string, file: string) =>
    !(isOfOne(code) && notOne.has(file)) && !(ofPartners.has(code) && notShared.has(file))
}

/** Longest texts: a message, shown in a line or a cell, may quote a long value; a hint may list the allowed values. */
const MOST_OF_MESSAGE = 300
const MOST_OF_HINT = 1500

function asFinding(rule: Rule, found: RuleFinding, { settings }: Register): Finding | undefined {
  const code = found.code ?? rule.code
  const severity = settings.severities[code] ?? found.severity ?? rule.severity
  if (severity === 'off') return undefined
  return {
    code,
    severity,
    at: found.at,
    related: found.related ?? [],
    cause: found.cause ?? rule.cause ?? 'content',
    key: found.key,
    fix: found.fix,
    // most findings of a new register are never shown, so their texts are made on demand
    get message() {
      return inShort(valueOf(found.message), MOST_OF_MESSAGE)
    },
    get hint() {
      return inShort(valueOf(found.hint) ?? asHint(rule.remedy), MOST_OF_HINT)
    },
    get because() {
      return valueOf(found.because) ?? []
    },
  }
}

/** A remedy as plain text in a line: `Add \`owner\`.` is `add owner`. */
const asHint = (remedy: string) =>
  remedy.charAt(0).toLowerCase() + remedy.slice(1).replaceAll('`', '').replace(/\.$/, '')

/** A value that cannot be read is reported once: findings of other rules about the gap wait until it is fixed. */
function hidesBehindLoss(rule: Rule, at: At, lost: ReadonlyMap<string, LostPlaces>): boolean {
  const losses = lost.get(at.file)
  if (losses === undefined || isOfReader(rule) || !isPlace(at)) return false
  return at.path.length > 0 && losses.touch(at.path)
}

/** The places of a file that could not be read. */
class LostPlaces {
  readonly #lost = new Set<string>()
  /** These, and all that contains one of them. */
  readonly #around = new Set<string>()

  constructor(paths: readonly Path[]) {
    for (const path of paths) {
      this.#lost.add(JSON.stringify(path))
      for (const it of beginnings(path)) this.#around.add(it)
    }
  }

  /** Is it one of them, inside one, or around one? */
  touch(path: Path): boolean {
    return this.#around.has(JSON.stringify(path)) || beginnings(path).some((it) => this.#lost.has(it))
  }
}

/** A path and everything that contains it, the whole file first. */
const beginnings = (path: Path) => [...path, ''].map((_, length) => JSON.stringify(path.slice(0, length)))
