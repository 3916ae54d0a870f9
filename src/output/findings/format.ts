import type { Day } from '../../model/day.js'
import type { Severity } from '../../rules/rule.js'
import type { LocatedFinding } from '../located.js'

/** All that a run of validate found. */
export interface FindingReport {
  readonly asOf: Day
  readonly findings: readonly LocatedFinding[]
  readonly totals: Readonly<Record<Severity, number>> & {
    readonly files: number
    readonly partnerships: number
    /** Findings that the baseline accepts, and that dated exceptions permit: not among the others. */
    readonly accepted: number
    readonly permitted: number
  }
  /** Is there a baseline.yaml? */
  readonly hasBaseline: boolean
  readonly rules: readonly {
    readonly code: string
    readonly severity: Severity
    readonly summary: string
    readonly why: string
    readonly mend: string
  }[]
  readonly version: string
}

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
