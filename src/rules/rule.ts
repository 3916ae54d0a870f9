import type { Accepted } from '../model/baseline.js'
import type { Day } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import type { Fix } from '../model/fix.js'
import type { At } from '../model/place.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { Because } from '../policy/because.js'
import type { ReviewStatuses } from '../stamps/review-status.js'

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What a rule is told: the register, what policy asks of it, and the day. */
export interface Checked {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
  /** How partnerships stand to the stamps of their reviews; undefined where nobody compares them. */
  readonly reviewStatuses?: ReviewStatuses | undefined
  /** The codes of all rules, for the one that checks what names them. */
  readonly codes?: ReadonlySet<string>
  /** What silenced findings, for the rules that run after all others. */
  readonly silenced?: Silenced
}

/** What kept findings of a run silent. */
export interface Silenced {
  /** The exceptions that permitted something, as `file index`. */
  readonly exceptions: ReadonlySet<string>
  /** Positions in the baseline's list whose findings are still there. */
  readonly accepted: ReadonlySet<number>
  /** Where there is a baseline, what it does not accept. */
  readonly unaccepted: readonly Accepted[]
  /** Did the rules that find a code look at a file? Not all do when a run looks at some partnerships only. */
  wasLookedAt(code: string, file: string): boolean
}

/** What a rule yields: at which value, and what is wrong with it. */
export interface RuleFinding {
  readonly at: At
  /** What is wrong with this value. */
  readonly message: string
  /** How to mend it. */
  readonly hint?: string
  readonly related?: readonly { readonly at: At; readonly message: string }[]
  /** The policy entries that ask for it. */
  readonly because?: readonly Because[]
  /** What mends it, where that can be told. */
  readonly fix?: Fix
  /** Tells findings of one rule at one place apart, such as the due day, so that next year's lapse is a new one. */
  readonly key?: string
  /** The code where a rule has several (own checks of policy.yaml: `own/<id>`), and its severity. */
  readonly code?: string
  readonly severity?: Severity
  /** Where one rule tells of both: what this finding was brought by. */
  readonly cause?: Rule['cause']
}

/** A check: data that describes it and one pure function. It never sorts, prints, reads a clock or makes a line number. */
export interface Rule {
  /** Group and name; also the path of its file, page and fixtures. Never changes its meaning. */
  readonly code: string
  readonly severity: Severity
  /** What is wrong when it speaks, in a sentence. */
  readonly summary: string
  /** Where the demand comes from: policy entry, law, paper, or this tool's format. */
  readonly source: string
  /** Why it matters, for its page. */
  readonly why: string
  /** How to mend it, for its page. */
  readonly remedy: string
  /** Brought by a change of the files, or by the mere passing of days. */
  readonly cause: 'content' | 'time'
  /** Runs after all others, because it asks what silenced them. */
  readonly last?: true
  check(checked: Checked): Iterable<RuleFinding>
  /** It asks what partners hold: it hangs on partnerships, and on those that share their organisations; see `depends-on.ts`. */
  readonly ofPartners?: true
  /** What `check` finds in one partnership, for rules that look at one at a time; `depends-on.ts` says at what else. */
  checkPartnership?(partnership: Partnership, checked: Checked): Iterable<RuleFinding>
}

/** A rule; what it finds is caused by the files' content unless it says `time`. */
export function defineRule(rule: Omit<Rule, 'cause'> & { readonly cause?: Rule['cause'] }): Rule {
  return { cause: 'content', ...rule }
}

/** Is it about what could not be read? What other rules would say of the gap waits until it is mended. */
export const isOfReader = ({ code }: { readonly code: string }) =>
  /^(?:syntax|file|schema)\//.test(code) && !READ_ALL_THE_SAME.includes(code)

/** What other programs may read as something else, and characters that were left out: the rest of the value was read. */
const READ_ALL_THE_SAME = ['syntax/misread', 'syntax/control-character', 'syntax/comment-in-value']

/** A rule that tells what the reader met: its problems of the same code. */
export function defineReaderRule(rule: Omit<Rule, 'cause' | 'check' | 'checkPartnership'>): Rule {
  return defineRule({
    ...rule,
    *check({ register }) {
      for (const { code, ...problem } of register.problems) if (code === rule.code) yield problem
    },
  })
}
