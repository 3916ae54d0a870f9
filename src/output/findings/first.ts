import { mayBeAccepted } from '../../rules/baseline.js'
import { isOfReader } from '../../rules/rule.js'
import { severityRank } from '../located.js'
import type { FindingReport, Step } from './format.js'

/** The one command to run next, and why. */
export interface Next {
  readonly command: string
  readonly why: string
}

/** With so many findings, or rules that report, nobody knows where to begin. */
const MANY_FINDINGS = 20
const MANY_RULES = 5
/** So many errors are better accepted to begin with than fixed one by one. */
const MANY_ERRORS = 20

/** As many rules as are shown to begin with. */
export const SHOWN_STEPS = 5

/** Is where to begin worth saying? */
export const isMuch = ({ totals, steps }: Pick<FindingReport, 'totals' | 'steps'>) =>
  totals.error + totals.warning + totals.info > MANY_FINDINGS || steps.length > MANY_RULES

/**
 * Findings by rule, in the order to fix them: first what could not be read, whole files before values, since more stands
 * behind it; then names that are spelt wrong; then the gravest, and of these the most.
 */
export function stepsToFix(findings: Iterable<FindingSummary>): Step[] {
  const steps = new Map<string, Omit<Step, 'files'> & { count: number; in: Set<string> }>()
  for (const { code, severity, file } of findings) {
    const key = `${code} ${severity}` // own checks of one name may differ in severity
    const step = steps.get(key) ?? { code, severity, count: 0, in: new Set(), help: `partners explain ${code}` }
    step.count++
    step.in.add(file)
    steps.set(key, step)
  }
  return [...steps.values()]
    .map(({ code, severity, count, in: files, help }) => ({ code, severity, count, files: files.size, help }))
    .sort(
      (a, b) =>
        turnOf(a) - turnOf(b) ||
        severityRank(a.severity) - severityRank(b.severity) ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    )
}

/** What is known of a finding before its place is worked out. */
type FindingSummary = Pick<Step, 'code' | 'severity'> & { readonly file: string }

/** Where something could not be read, other findings wait until that is fixed. */
const hides = (step: Pick<Step, 'code' | 'severity'>) => isOfReader(step) && step.severity === 'error'

/** Whose turn it is: a file that could not be read, a value, a name that leads nowhere, anything else. */
function turnOf(step: Pick<Step, 'code' | 'severity'>): number {
  if (hides(step)) return /^(?:syntax|file)\//.test(step.code) ? 0 : 1
  return isMisspelt(step) ? 2 : 3
}

/** A name of nothing in the register is nearly always a wrong spelling; accepted for good, it would never be looked at again. */
const isMisspelt = ({ code, severity }: Pick<Step, 'code' | 'severity'>) =>
  code.startsWith('reference/') && severity === 'error'

/** ` -r DIR`, so that a suggested command works on the same register; nothing where that was found. */
export const optionNaming = (named: string | undefined): string =>
  named === undefined ? '' : ` -r ${/^[\w./-]+$/.test(named) ? named : JSON.stringify(named)}`

/** The one command that helps most; undefined where nothing was found. */
export function nextCommand({
  steps,
  hasBaseline,
  named,
}: Pick<FindingReport, 'steps' | 'hasBaseline' | 'named'>): Next | undefined {
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

/** What corrects findings without asking; undefined where there are none of that kind. */
export const fixCommand = ({ correctable, named }: Pick<FindingReport, 'correctable' | 'named'>): Next | undefined =>
  correctable === 0
    ? undefined
    : { command: `partners fix${optionNaming(named)}`, why: `corrects ${correctable} of them; --dry-run shows how` }
