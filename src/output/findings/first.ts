import { grouped } from '../../model/order.js'
import { mayBeAccepted } from '../../rules/baseline.js'
import { isOfReader } from '../../rules/rule.js'
import { severityRank } from '../located.js'
import type { FindingReport, Step } from './format.js'

/** A command to try, and what it is for. */
export interface Proposal {
  readonly command: string
  readonly why: string
}

/** With more findings or rules than these, a reader needs to be shown where to begin. */
const MANY_FINDINGS = 20
const MANY_RULES = 5
/** More errors than these are better accepted to begin with than fixed one by one. */
const MANY_ERRORS = 20

/** How many rules are shown to begin with. */
export const SHOWN_STEPS = 5

/** Are there so many findings that it helps to say where to begin? */
export const isMuch = ({ totals, steps }: Pick<FindingReport, 'totals' | 'steps'>) =>
  totals.error + totals.warning + totals.info > MANY_FINDINGS || steps.length > MANY_RULES

/** What is known of a finding before its place is worked out. */
type FindingSummary = Pick<Step, 'code' | 'severity'> & { readonly file: string }

/** How many findings each rule has, and in how many files; own checks of one name may differ in severity. */
export const byRule = (findings: readonly FindingSummary[]): Omit<Step, 'help'>[] =>
  grouped(findings, (it) => `${it.code} ${it.severity}`).map((these) => {
    const { code, severity } = these[0]!
    return { code, severity, count: these.length, files: new Set(these.map((it) => it.file)).size }
  })

/**
 * Findings by rule, in the order to fix them: first what could not be read, files before values, as it may hide more;
 * then misspelt names; then the gravest, and of these the most frequent.
 */
export const stepsToFix = (findings: readonly FindingSummary[]): Step[] =>
  byRule(findings)
    .map((it) => ({ ...it, help: `partners explain ${it.code}` }))
    .sort(
      (a, b) =>
        turnOf(a) - turnOf(b) ||
        severityRank(a.severity) - severityRank(b.severity) ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    )

/** If something could not be read, other findings wait until that is fixed. */
const hides = (step: Pick<Step, 'code' | 'severity'>) => isOfReader(step) && step.severity === 'error'

/** The order: a file that could not be read, a value, a name that does not exist, anything else. */
function turnOf(step: Pick<Step, 'code' | 'severity'>): number {
  if (hides(step)) return /^(?:syntax|file)\//.test(step.code) ? 0 : 1
  return isMisspelt(step) ? 2 : 3
}

/** A name that does not exist is nearly always misspelt; if it were accepted, nobody would look at it again. */
const isMisspelt = ({ code, severity }: Pick<Step, 'code' | 'severity'>) =>
  code.startsWith('reference/') && severity === 'error'

/** ` -r DIR`, so that a suggested command works on the same register; nothing if it was found without the option. */
export const optionNaming = (named: string | undefined): string =>
  named === undefined ? '' : ` -r ${/^[\w./-]+$/.test(named) ? named : JSON.stringify(named)}`

/** The one command that helps most; undefined if nothing was found. */
export function nextCommand({
  steps,
  hasBaseline,
  named,
}: Pick<FindingReport, 'steps' | 'hasBaseline' | 'named'>): Proposal | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  const where = optionNaming(named)
  const command = `partners validate${where} --rule ${first.code}`
  if (hides(first)) return { command, why: 'shows each; what cannot be read may hide more' }
  if (isMisspelt(first))
    return { command, why: 'shows each name that does not exist, and the one that was probably meant' }
  const acceptable = steps.filter((it) => it.severity === 'error' && mayBeAccepted(it))
  const errors = acceptable.reduce((sum, it) => sum + it.count, 0)
  if (errors > MANY_ERRORS && !hasBaseline)
    return { command: `partners baseline${where}`, why: 'accepts what is there, so that only new findings are shown' }
  return { command: `partners explain ${first.code}`, why: 'explains why it matters and how to fix it' }
}

/** The command that makes safe corrections; undefined if there are none. */
export const fixCommand = ({ correctable, named }: FindingReport): Proposal | undefined =>
  correctable === 0
    ? undefined
    : { command: `partners fix${optionNaming(named)}`, why: `corrects ${correctable} of them; --dry-run shows how` }
