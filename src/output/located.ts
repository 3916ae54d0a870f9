import { type Span, Lines } from '../document/node.js'
import { isPlace, type At, type Because } from '../model/place.js'
import { by, grouped } from '../model/order.js'
import { recordPath } from '../model/record-path.js'
import { idOf } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { spanOf } from '../model/span.js'
import type { Finding } from '../rules/check.js'
import { SEVERITIES, type Severity } from '../rules/rule.js'

/** A range of a file; lines and columns are counted from 1. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding with its place, ready for any format. */
export interface LocatedFinding extends Location {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string | undefined
  /** Id of the record. */
  readonly record: string
  /** Path of the value; items of lists are named by their identity. */
  readonly path: string
  readonly because: readonly { readonly text: string; readonly file?: string; readonly line?: number }[]
  readonly related: readonly (Location & { readonly message: string })[]
  readonly cause: 'content' | 'time'
  readonly fingerprint: string
  /** The correction, if one is known, and whether partners fix makes it without asking. */
  readonly fix?: { readonly title: string; readonly safe: boolean } | undefined
  /** The first line of the value, for a code frame. */
  readonly excerpt: string
}

/** Turns places into lines and columns. */
export class Locator {
  readonly #lines = new Map<string, Lines>()

  /** @param printed a file of the register as it is shown */
  constructor(
    readonly register: Register,
    readonly printed: (file: string) => string,
  ) {}

  locate(at: At): Location {
    const lines = this.#linesOf(at.file)
    const { start, end } = this.#span(at)
    const from = lines.position(start)
    const to = lines.position(Math.max(start, end))
    return { file: this.printed(at.file), line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  /** `file:line` of a place. */
  say(at: At): string {
    const { file, line } = this.locate(at)
    return `${file}:${line}`
  }

  /** A reason with its place. */
  reason({ text, at }: Because): string {
    return at === undefined ? text : `${text} (${this.say(at)})`
  }

  excerpt(at: At): string {
    const { line } = this.locate(at)
    return this.#linesOf(at.file).line(line)
  }

  because({ text, at }: Because): { text: string; file?: string; line?: number } {
    if (at === undefined) return { text }
    const { file, line } = this.locate(at)
    return { text, file, line }
  }

  #span(at: At): Span {
    return isPlace(at) ? spanOf(this.register.files.get(at.file)?.root, at) : at
  }

  #linesOf(file: string): Lines {
    let lines = this.#lines.get(file)
    if (lines === undefined) this.#lines.set(file, (lines = new Lines(this.register.files.get(file)?.text ?? '')))
    return lines
  }
}

export const severityRank = (severity: Severity) => SEVERITIES.indexOf(severity)

/** The gravest first; those of one severity keep their order. */
export const worstFirst = <T extends { readonly severity: Severity }>(findings: readonly T[]): T[] =>
  findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity))

/**
 * At least the worst findings, so that only these need be located. Files are taken whole, as the order within a file is
 * known only once its findings are located.
 */
export function worstFiles(findings: readonly Finding[], most: number, { printed }: Locator): readonly Finding[] {
  if (findings.length <= most) return findings
  const worst: Finding[] = []
  for (const severity of SEVERITIES) {
    const files = grouped(
      findings.filter((it) => it.severity === severity),
      (it) => it.at.file,
    )
    for (const file of files.sort(by((it) => printed(it[0]!.at.file)))) if (worst.length < most) worst.push(...file)
  }
  return worst
}

/**
 * Findings with their places, by file, line, column and code.
 * @param hash makes a fingerprint of a text
 */
export function locateFindings(
  findings: readonly Finding[],
  locator: Locator,
  hash: (text: string) => string,
): LocatedFinding[] {
  const counted = new Map<string, number>()
  return findings
    .map((finding): LocatedFinding => {
      const { code, severity, message, hint, at, cause, key, fix } = finding
      const path = recordPath(locator.register, at)
      return {
        code,
        severity,
        message,
        hint,
        fix: fix && { title: fix.title, safe: fix.safe },
        ...locator.locate(at),
        record: idOf(at.file),
        path,
        because: finding.because.map((it) => locator.because(it)),
        related: finding.related.map((it) => ({ ...locator.locate(it.at), message: it.message })),
        cause,
        fingerprint: [code, at.file, path || undefined, key].filter((it) => it !== undefined).join('\n'),
        excerpt: locator.excerpt(at),
      }
    })
    .sort(inOrder)
    .map((finding) => {
      // findings of one rule at one value are numbered, so that each has its own fingerprint
      const count = counted.get(finding.fingerprint) ?? 0
      counted.set(finding.fingerprint, count + 1)
      return { ...finding, fingerprint: hash(count === 0 ? finding.fingerprint : `${finding.fingerprint}\n${count}`) }
    })
}

const inOrder = (a: LocatedFinding, b: LocatedFinding) =>
  text(a.file, b.file) || a.line - b.line || a.column - b.column || text(a.code, b.code) || text(a.message, b.message)
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
