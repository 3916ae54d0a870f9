import type { Accepted } from '../model/baseline.js'
import { type Day, addDuration } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Fix } from '../model/fix.js'
import type { At, Because, Filed, Place } from '../model/place.js'
import type { Register, PolicyFile } from '../model/register.js'
import type { Settings } from '../model/settings.js'
import type { Update } from '../model/update.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { ReviewStatuses } from '../stamps/review-status.js'
import type { Duration } from '../model/duration.js'
import type { Policy } from '../model/policy.js'
import { ownPolicies } from '../model/references.js'
import type { PolicyMap } from '../policy/merge.js'
import type { Spelling } from '../model/spellings.js'

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What rules look at: the register, what policy requires of it, and the day. */
export interface Checked {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
  /** How partnerships compare with the stamps of their reviews; undefined where nobody compares them. */
  readonly reviewStatuses?: ReviewStatuses | undefined
}

/** What the run of all other rules found, for the rules about rules. */
export interface Run {
  /** The codes of all rules. */
  readonly codes: ReadonlySet<string>
  /** The exceptions that permitted something, as `file index`. */
  readonly exceptions: ReadonlySet<string>
  /** Positions in the baseline's list whose findings are still there. */
  readonly accepted: ReadonlySet<number>
  /** Findings that the baseline, where there is one, does not accept. */
  readonly unaccepted: readonly Accepted[]
  /** The register with only the records whose references are looked at. */
  readonly referring: Register
  /** Did the rules with a code look at a file? Not all do when a run looks at some partnerships only. */
  wasLookedAt(code: string, file: string): boolean
}

/** A value, or how to make it: a new register has thousands of findings, of which a screenful is shown. */
type Lazy<T> = T | (() => T)

export const valueOf = <T extends string | readonly unknown[] | undefined>(lazy: Lazy<T>): T =>
  typeof lazy === 'function' ? lazy() : lazy

/** What a rule finds: at which value, and what is wrong with it. */
export interface RuleFinding {
  readonly at: At
  /** What is wrong with this value. */
  readonly message: Lazy<string>
  /** How to fix this value, where that is more specific than the remedy of the rule. */
  readonly hint?: Lazy<string> | undefined
  readonly related?: readonly { readonly at: At; readonly message: string }[]
  /** The policy entries that require it. */
  readonly because?: Lazy<readonly Because[]> | undefined
  /** The edits that fix it, where they are known. */
  readonly fix?: Fix
  /** Distinguishes findings of one rule at one place, such as the due day, so that next year's lapse is a new one. */
  readonly key?: string
  /** The code and severity, where a rule has several (own checks of policy.yaml: `own/<id>`). */
  readonly code?: string
  readonly severity?: Severity
  /** Where one rule has findings of both causes. */
  readonly cause?: 'content' | 'time'
}

/** A finding of a run of the rules, still without lines. */
export interface Finding extends Required<Pick<RuleFinding, 'at' | 'code' | 'severity' | 'related' | 'cause'>> {
  /** An earlier code of such findings. */
  readonly formerly?: string | undefined
  readonly message: string
  readonly hint?: string | undefined
  readonly because: readonly Because[]
  readonly key?: string | undefined
  readonly fix?: Fix | undefined
}

/** The data that describe a rule. */
export interface RuleText {
  /** Group and name; also the path of its page and fixtures. Its meaning never changes. */
  readonly code: string
  /** The code that these findings had before: its exceptions, baseline entries and severity are still followed. */
  readonly formerly?: string
  readonly severity: Severity
  /** What it reports, in a sentence. */
  readonly summary: string
  /** Where the requirement comes from: policy entry, law, paper, or this tool's format. */
  readonly source: string
  /** Why it matters. */
  readonly why: string
  /** How to fix it; also the hint of a finding that has none of its own. */
  readonly remedy: string
  /** What its findings come from, unless that is the content of the files: the mere passing of days. */
  readonly cause?: 'time'
}

/** The records that a rule can look at one by one. */
export interface RecordTypes {
  readonly partnership: Partnership
  readonly organisation: Organisation
  readonly update: Update
  readonly register: Settings
}
type RecordType = keyof RecordTypes

/** Looks at one record at a time, and at what applies to all: register.yaml, the policies and the day. */
interface RecordRule<K extends RecordType = RecordType> extends RuleText {
  readonly kind: 'record'
  readonly records: readonly K[]
  check(record: RecordTypes[K], checked: Checked): Iterable<RuleFinding>
}

/** Looks at one partnership at a time, and at what it depends on: `depends-on.ts` says what that is. */
interface PartnershipRule extends RuleText {
  readonly kind: 'partnership'
  check(partnership: Partnership, checked: Checked): Iterable<RuleFinding>
}

/** Looks at what partners hold or answer: depends on all partnerships that share an organisation. */
interface PartnersRule extends RuleText {
  readonly kind: 'partners'
  check(checked: Checked): Iterable<RuleFinding>
}

/** Looks at what values name: depends on their records one by one, and on all that there is to be named. */
interface ReferenceRule extends RuleText {
  readonly kind: 'reference'
  /** @param referring the register with only the records to look at */
  check(checked: Checked, referring: Register): Iterable<RuleFinding>
}

/** May look at everything in the register. */
interface RegisterRule extends RuleText {
  readonly kind: 'register'
  check(checked: Checked): Iterable<RuleFinding>
}

/** Looks at what names or silences other rules, and therefore runs after all others. */
interface RunRule extends RuleText {
  readonly kind: 'run'
  check(checked: Checked, run: Run): Iterable<RuleFinding>
}

/**
 * A check: data that describe it and one pure function. It never sorts, prints, reads a clock or makes a line number. Its
 * kind says what it may look at, and so when it has to run again.
 */
export type Rule = RecordRule | PartnershipRule | PartnersRule | ReferenceRule | RegisterRule | RunRule

/** A rule as it is written. */
type Written<R extends RuleText> = Omit<R, 'kind'>

export const defineRecordRule = <K extends RecordType>(rule: Written<RecordRule<K>>): Rule => ({
  kind: 'record',
  ...rule,
})
export const definePartnershipRule = (rule: Written<PartnershipRule>): Rule => ({ kind: 'partnership', ...rule })
export const definePartnersRule = (rule: Written<PartnersRule>): Rule => ({ kind: 'partners', ...rule })
export const defineReferenceRule = (rule: Written<ReferenceRule>): Rule => ({ kind: 'reference', ...rule })
export const defineRegisterRule = (rule: Written<RegisterRule>): Rule => ({ kind: 'register', ...rule })
export const defineRunRule = (rule: Written<RunRule>): Rule => ({ kind: 'run', ...rule })

/** A rule that reports the reader's problems with its code. */
export const defineReaderRule = (rule: RuleText): Rule =>
  defineRegisterRule({
    ...rule,
    *check({ register }) {
      for (const { code, ...problem } of register.problems) if (code === rule.code) yield problem
    },
  })

/** Is it about what could not be read? Other rules report nothing about such a value until it is fixed. */
export const isOfReader = ({ code }: { readonly code: string }) =>
  /^(?:syntax|file|schema)\//.test(code) && !STILL_READ.includes(code)

/** The reader's rules about values that were read, at least in part. */
const STILL_READ = ['syntax/misread', 'syntax/control-character', 'syntax/comment-in-value']

/** Is a list of register.yaml or policy.yaml unreadable? Names that refer to it are then not checked. */
export function isLost({ unreadable, problems }: Register, kind: 'register' | 'policy', key: string): boolean {
  const isKeyLost = unreadable.some(
    (it) => it.kind === kind && it.lost.some((path) => path.length === 0 || path[0] === key),
  )
  return isKeyLost || (kind === 'policy' && problems.some((it) => it.code === 'reference/policy'))
}

/** Is a value of a record written, but unreadable? What depends on it is then not checked. */
export function isValueLost({ unreadable }: Register, { file }: Filed, key: string): boolean {
  return unreadable.some((it) => it.file === file && it.lost.some((path) => path[0] === key))
}

/** Is it in force, and so has to be in order? Proposed partnerships are not yet, ended ones no longer. */
export function isRunning({ status }: Partnership): boolean {
  return status === 'active' || status === 'under-review' || status === 'ending'
}

/** Is a duty so late that it is an error? */
export function isLapsed(due: Day, after: Duration, asOf: Day): boolean {
  return due < asOf && addDuration(due, after) < asOf
}

/** Entries of the organisation's own policy, without those that only switch an inherited one off. */
export function* ownEntries<M extends PolicyMap>(
  register: Register,
  map: M,
): Iterable<{ readonly file: PolicyFile; readonly id: string; readonly data: Policy[M][string] }> {
  for (const file of ownPolicies(register))
    for (const [id, data] of Object.entries(file.data[map]) as [string, Policy[M][string]][])
      if (data.off === undefined) yield { file, id, data }
}

/** Every value of the register with a spelling of one sort that rules report, with its text in the file. */
export function* spelt(
  { files }: Register,
  what: Spelling['what'],
): Iterable<{ readonly at: Place; readonly text: string }> {
  for (const { file, spellings } of files.values())
    for (const it of spellings) if (it.what === what) yield { at: { file, path: it.path, on: 'value' }, text: it.text }
}
