import type { Day } from '../../model/day.js'
import type { Severity } from '../../rules/rule.js'
import type { LocatedFinding } from '../located.js'
import type { RowView } from '../rows/index.js'

/** The findings of one rule, as a step of fixing them. */
export interface Step {
  readonly code: string
  readonly severity: Severity
  readonly count: number
  /** In how many files. */
  readonly files: number
  /** The command that explains more. */
  readonly help: string
}

/** Everything that a run of validate found. */
export interface FindingReport {
  readonly asOf: Day
  /** Sorted by place. All that the totals count, or at least the worst ones that are shown. */
  readonly findings: readonly LocatedFinding[]
  readonly totals: Readonly<Record<Severity, number>> & {
    readonly files: number
    readonly partnerships: number
    /** Findings that the baseline accepts, and that dated exceptions permit: not among the others. */
    readonly accepted: number
    readonly permitted: number
  }
  /** All findings by rule, in the order to fix them. */
  readonly steps: readonly Step[]
  /** The register as it was named on the command line, for the commands that are proposed; undefined if it was not. */
  readonly named: string | undefined
  /** How many of them partners fix corrects without asking. */
  readonly correctable: number
  /** If only new findings are shown: the earlier state, and how many were found there already. */
  readonly base?: { readonly label: string; readonly known: number } | undefined
  /** Is there a baseline.yaml? */
  readonly hasBaseline: boolean
  readonly rules: readonly {
    readonly code: string
    readonly severity: Severity
    readonly summary: string
    readonly why: string
    readonly remedy: string
  }[]
  readonly version: string
}

/** As many findings as a person reads at once. */
export const SHOWN_AT_MOST = 50

export interface View extends RowView {
  /** Every finding, not only the first fifty. */
  readonly all: boolean
  /** Findings only. */
  readonly quiet: boolean
}

/** A format turns a report into text, and writes nothing. It may wait for parts of itself to load. */
export type FindingFormat = (report: FindingReport, view: View) => string | Promise<string>
