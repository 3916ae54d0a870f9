import { isPlace, type At, type Filed } from '../model/place.js'
import type { Path } from '../document/node.js'
import type { Register } from '../model/register.js'
import { inShort } from '../model/words.js'
import { AcceptedFindings } from './baseline.js'
import { codesOf, severityIn } from './codes.js'
import { exceptionFor, type UsedExceptions } from './exceptions.js'
import { narrowed, referringIn, type Focus } from './depends-on.js'
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
 * @param focus the records that rules of one record, of one partnership, of what partners hold, and of what is named look
 *   at; all of them unless given. Other rules always look at the whole register
 */
export function checkRegister(checked: Checked, rules: readonly Rule[], focus?: Focus): Check {
  const { register } = checked
  const lost = new Map(register.unreadable.map(({ file, lost }) => [file, new LostPlaces(lost)]))
  const exceptions: UsedExceptions = new Set()
  const baseline = new AcceptedFindings(register)
  const lists = { findings: [] as Finding[], permitted: [] as Finding[], accepted: [] as Finding[] }
  const run: Run = {
    codes: new Set(rules.map(({ code }) => code)),
    exceptions,
    accepted: baseline.found,
    unaccepted: baseline.others,
    referring: focus === undefined ? register : referringIn(register, focus),
    wasLookedAt: lookedAt(register, rules, focus),
  }
  const ofEach = findingsOfEach(rules, checked, focus)
  const sharing = focus === undefined ? checked : { ...checked, register: narrowed(register, focus) }
  const ofWhole = (rule: WholeRule) => {
    if (rule.kind === 'reference') return rule.check(checked, run.referring)
    return rule.kind === 'partners' ? rule.check(sharing) : rule.check(checked, run)
  }
  const isLast = ({ kind }: Rule) => Number(kind === 'run')
  for (const rule of rules.toSorted((a, b) => isLast(a) - isLast(b))) {
    for (const it of isOfOne(rule) ? ofEach.get(rule)! : ofWhole(rule)) {
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

const RECORDS: { readonly [K in keyof RecordTypes]: (register: Register) => readonly RecordTypes[K][] } = {
  partnership: ({ partnerships }) => partnerships,
  organisation: ({ organisations }) => organisations,
  update: ({ updates }) => updates,
  register: ({ settings }) => [settings],
}
const KINDS = Object.keys(RECORDS) as (keyof RecordTypes)[]

/** Rules that look at one record after the other. */
type EachRule = Extract<Rule, { readonly kind: 'record' | 'partnership' }>
type WholeRule = Exclude<Rule, EachRule>
const isOfOne = (rule: Rule): rule is EachRule => rule.kind === 'record' || rule.kind === 'partnership'

/**
 * What rules of one record and of one partnership find, by rule. All of them look at one record before the next: it and
 * what policy says of it are then still in the processor's cache.
 */
function findingsOfEach(rules: readonly Rule[], checked: Checked, focus: Focus | undefined) {
  const found = new Map<Rule, RuleFinding[]>()
  for (const kind of KINDS) {
    const looking = rules.filter((rule) => isOfEach(rule, kind))
    for (const rule of looking) if (!found.has(rule)) found.set(rule, [])
    for (const record of RECORDS[kind](checked.register))
      for (const rule of looking)
        if (focus === undefined || isInFocus(rule, record, focus))
          for (const it of rule.check(record as never, checked)) found.get(rule)!.push(it)
  }
  return found
}

const isOfEach = (rule: Rule, kind: keyof RecordTypes): rule is EachRule =>
  rule.kind === 'partnership' ? kind === 'partnership' : rule.kind === 'record' && rule.records.includes(kind)

const isInFocus = ({ kind }: EachRule, record: RecordTypes[keyof RecordTypes], focus: Focus): boolean =>
  kind === 'record' ? focus.records.has(record) : 'id' in record && focus.partnerships.has(record.id)

/** An exception or entry for a finding that no rule looked for is neither used nor left over. */
function lookedAt(register: Register, rules: readonly Rule[], focus: Focus | undefined) {
  if (focus === undefined) return () => true
  const { partnerships, organisations, updates, settings } = register
  // an exception in register.yaml covers all records, so it cannot be called unused unless all were looked at
  const filesOf = (left: readonly Filed[]) =>
    new Set(left.length === 0 ? [] : [...left.map((it) => it.file), settings.file])
  const codes = (isWanted: (rule: Rule) => boolean) => new Set(rules.filter(isWanted).map((it) => it.code))
  const ofRecord = codes((it) => it.kind === 'record')
  const ofOne = codes((it) => it.kind === 'partnership')
  const ofPartners = codes((it) => it.kind === 'partners')
  const ofReferences = codes((it) => it.kind === 'reference' || it.code === 'reference/rule')
  const records = [...partnerships, ...organisations, ...updates, settings]
  const notRecord = filesOf(records.filter((it) => !focus.records.has(it)))
  const notOne = filesOf(partnerships.filter(({ id }) => !focus.partnerships.has(id)))
  const notShared = filesOf([
    ...partnerships.filter(({ id }) => !focus.sharing.has(id)),
    ...organisations.filter(({ id }) => !focus.organisations.has(id)),
  ])
  const isOfOne = (code: string) => ofOne.has(code) || code.startsWith('own/')
  return (code: string, file: string) =>
    !(ofRecord.has(code) && notRecord.has(file)) &&
    !(ofReferences.has(code) && focus.areNamesSame && notRecord.has(file)) &&
    !(isOfOne(code) && notOne.has(file)) &&
    !(ofPartners.has(code) && notShared.has(file))
}

/** Longest texts: a message, shown in a line or a cell, may quote a long value; a hint may list the allowed values. */
const MOST_OF_MESSAGE = 300
const MOST_OF_HINT = 1500

function asFinding(rule: Rule, found: RuleFinding, { settings }: Register): Finding | undefined {
  const code = found.code ?? rule.code
  const { formerly } = rule
  const severity = severityIn(settings, codesOf({ code, formerly })) ?? found.severity ?? rule.severity
  if (severity === 'off') return undefined
  return {
    code,
    formerly,
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
