import type { Day } from '../../model/day.js'
import type { Severity } from '../../rules/rule.js'
import type { LocatedFinding } from '../located.js'

/** What one rule found, as a step of mending. */
export interface Step {
  readonly code: string
  readonly severity: Severity
  readonly count: number
  /** In how many files. */
  readonly files: number
  /** The command that tells more. */
  readonly help: string
}

/** All that a run of validate found. */
export interface FindingReport {
  readonly asOf: Day
  /** Sorted by place. All that the totals count, or at least the worst ones, as many as are shown. */
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
  /** The register as it was named on the command line, for the commands that are proposed; undefined where it was found. */
  readonly named: string | undefined
  /** How many of all partners fix corrects without asking. */
  readonly correctable: number
  /** The earlier state compared with which only new findings are shown, and how many were found there already. */
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

/** How it is to look. */
export interface View {
  readonly width: number
  readonly colour: boolean
  /** Every finding, not only the first fifty. */
  readonly all: boolean
  /** Findings only. */
  readonly quiet: boolean
}

/** A format turns a report into text and touches no stream. It may wait for parts of itself to load. */
export type FindingFormat = (report: FindingReport, view: View) => string | Promise<string>
