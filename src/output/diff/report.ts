import { describeFact, WEIGHTS, type Fact, type RecordRef, type Weight } from '../../diff/fact.js'
import { countOf } from '../findings/summary.js'
import type { Group, RegisterDiff } from '../../diff/register-diff.js'
import type { Day } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import { capital, counted, inShort as shortened, someOf } from '../../model/words.js'
import type { Finding } from '../../rules/check.js'
import { byRule } from '../findings/first.js'
import { worstFirst, type Locator } from '../located.js'
import type { RowView } from '../rows/index.js'

/** Everything that a run of diff found, and how its places are printed. */
export interface DiffReport {
  readonly diff: RegisterDiff
  /** The day that both states are judged as of. */
  readonly asOf: Day
  /** The command line that shows all of it, such as `partners diff main..HEAD`. */
  readonly command: string
  /** What the two states are called. */
  readonly before: string
  readonly after: string
  /** Places of the earlier and of the later state. */
  readonly older: Locator
  readonly newer: Locator
}

export interface DiffView extends RowView {
  /** Every line, however many there are. */
  readonly all: boolean
}

/** A format turns a report into text; if nothing differs, the formats for people give an empty one. */
export type DiffFormat = (report: DiffReport, view: DiffView) => string | Promise<string>

/** Is nothing different at all? */
export const isNone = ({ diff: { groups, policy, findings, totals } }: DiffReport): boolean =>
  groups.length === 0 &&
  policy === undefined &&
  Object.values(findings).every((it) => it.length === 0) &&
  !totals.some((it) => it.changed)

/** `file:line` of a fact: in the later state, or in the earlier one if it is gone. */
export function whereOf({ before, after }: Pick<Fact, 'before' | 'after'>, { older, newer }: DiffReport): string {
  if (after !== undefined) return newer.say(after)
  return before === undefined ? '' : older.say(before)
}

/** Reasons with their places: present ones in the later state, former ones in the earlier state. */
export function describeReasons(
  { because = [], becauseBefore = [] }: Pick<Fact, 'because' | 'becauseBefore'>,
  { older, newer }: DiffReport,
): string {
  const before = becauseBefore.map((it) => `no longer: ${older.reason(it)}`)
  return [...because.map((it) => newer.reason(it)), ...before].join('; ')
}

/** The name of a record, with its id unless it is the only one of its kind. */
export const titleOf = ({ kind, id, name }: RecordRef): string =>
  capital(['register', 'policy', 'baseline', 'template'].includes(kind) ? name : `${name} (${id})`)

/** A name or text, cut to what one line can show. */
export const inShort = (text: string): string => shortened(text, LONGEST)
const LONGEST = 400

/** Files that could not be read in full, so that nobody takes a total for complete. */
export const noticesOf = ({ diff: { unreadable }, older, newer }: DiffReport): string[] =>
  [
    { files: unreadable.before.map((it) => older.printed(it)), when: 'before' },
    { files: unreadable.after.map((it) => newer.printed(it)), when: 'now' },
  ]
    .filter((it) => it.files.length > 0)
    .map((it) => `Not complete ${it.when}: ${someOf(it.files)} could not be read in full; totals lack what is lost.`)

/** A fact as a line beside the name of its record. */
export const describeLine = (fact: Fact): string => inShort(capital(describeFact(fact)))

/** The facts to look at first, each in a sentence of its own. */
export const gravest = (groups: readonly Group[]): { readonly weight: Weight; readonly text: string }[] =>
  groups
    .flatMap(({ record, facts }) =>
      facts
        .filter(({ weight }) => weight === 'alarm' || weight === 'worse')
        .map((it) => ({ weight: it.weight, text: inShort(capital(describeFact(it, record))) })),
    )
    .sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight))

/** Other news: partnerships that were added or ended, and money that changed. */
export const newsworthy = (groups: readonly Group[]): string[] =>
  groups
    .filter(({ record }) => record.kind === 'partnership')
    .flatMap(({ record, facts }) =>
      facts
        .filter(({ kind, weight }) => weight === 'neutral' && ['added', 'ended', 'value'].includes(kind))
        .map((it) => inShort(capital(describeFact(it, record)))),
    )

/** Whose a finding is: the name of the record that it is in, or the file. */
export const whose = ({ at }: Finding, { register, printed }: Locator): string => {
  const record = lookUp(register).file.get(at.file)
  return record !== undefined && 'name' in record && record.name !== undefined ? record.name : printed(at.file)
}

/** The word for a weight; what is neither good nor bad needs none. */
export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  alarm: 'alarm',
  worse: 'worse',
  neutral: '',
  better: 'better',
}

/** Facts that do not merely follow from another one. */
export const ofTheirOwn = (facts: readonly Fact[]): Fact[] => facts.filter((it) => it.follows === undefined)

/** `3 changes, 1 for the worse`. */
export function describeCounts(all: readonly Fact[]): string {
  const facts = ofTheirOwn(all)
  if (facts.length === 0 && all.length > 0) return 'what a merger brought'
  const count = (...weights: Weight[]) => facts.filter((it) => weights.includes(it.weight)).length
  const [worse, better] = [count('alarm', 'worse'), count('better')]
  return [
    counted(facts.length, 'change'),
    ...(worse > 0 ? [`${worse} for the worse`] : []),
    ...(better > 0 ? [`${better} for the better`] : []),
  ].join(', ')
}

/** How many findings there are of each rule, and in how many files. */
export const countsByRule = (findings: readonly Finding[]) =>
  byRule(findings.map(({ severity, code, at }) => ({ severity, code, file: at.file })))

/** Findings that differ, by what became of them; the gravest first. `isOld`: they are of the earlier state. */
export function findingLists({ findings }: RegisterDiff) {
  const { introduced, unsilenced, mended, silenced, unchecked, leftOver } = findings
  return [
    { title: 'New findings', isOld: false, findings: introduced },
    { title: 'No longer permitted, accepted or turned off', isOld: false, findings: unsilenced },
    { title: 'Resolved, or no longer required', isOld: true, findings: mended },
    {
      title: 'No longer needed: partners baseline --shrink removes entries from the baseline',
      isOld: false,
      findings: leftOver,
    },
    {
      title: 'No longer checked, as the record was removed, has ended or cannot be read',
      isOld: true,
      findings: unchecked,
    },
    { title: 'Still found, but now permitted, accepted or turned off', isOld: true, findings: silenced },
  ]
    .filter((it) => it.findings.length > 0)
    .map((it) => ({ ...it, isAllowed: it.findings === silenced, findings: worstFirst(it.findings) }))
}

/** `2 new findings (1 error, 1 warning), 3 resolved`. */
export function describeFindings({ findings }: RegisterDiff): string {
  const { introduced, unsilenced, mended, silenced } = findings
  const fresh = [...introduced, ...unsilenced]
  const of = (severity: Finding['severity']) => {
    const count = fresh.filter((it) => it.severity === severity).length
    return count === 0 ? [] : [countOf(severity, count)]
  }
  const kinds = [...of('error'), ...of('warning'), ...of('info')]
  return [
    `${counted(fresh.length, 'new finding')}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
    ...(mended.length === 0 ? [] : [`${mended.length} resolved`]),
    ...(silenced.length === 0 ? [] : [`${silenced.length} now permitted, accepted or turned off`]),
  ].join(', ')
}
