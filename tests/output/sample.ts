import { stepsToFix } from '../../src/output/findings/first.js'
import type { FindingReport, View } from '../../src/output/findings/format.js'
import type { LocatedFinding } from '../../src/output/located.js'

export const VIEW: View = { width: 80, colour: false, all: false, quiet: false }

/** A finding as validate gives it to a format; what a test is about is overridden. */
export function finding(over: Partial<LocatedFinding> = {}): LocatedFinding {
  return {
    code: 'lead/missing',
    severity: 'warning',
    message: 'no lead is named',
    hint: 'name a role',
    file: 'register/partnerships/omhp.yaml',
    line: 3,
    column: 7,
    endLine: 3,
    endColumn: 12,
    record: 'omhp',
    path: 'lead',
    because: [],
    related: [],
    cause: 'content',
    fingerprint: 'ab'.repeat(32),
    excerpt: 'lead: nobody',
    ...over,
  }
}

export function reportOf(...findings: LocatedFinding[]): FindingReport {
  const count = (severity: string) => findings.filter((it) => it.severity === severity).length
  const rule = {
    code: 'lead/missing',
    severity: 'warning',
    summary: 'No lead.',
    why: 'Why.',
    remedy: 'Remedy.',
  } as const
  return {
    asOf: '2019-04-30',
    version: '1.2.3',
    findings,
    steps: stepsToFix(findings),
    named: undefined,
    hasBaseline: false,
    correctable: 0,
    rules: [rule],
    totals: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      files: 14,
      partnerships: 12,
      accepted: 0,
      permitted: 0,
    },
  }
}

const EVIL = 'a | b ]]> \u001B[31mred\u001B[0m <b>&amp;\r\n::error::x \u202Edesrever `c` %0A \uD800 end'

/** Every text of it comes from someone who means ill. */
export const hostile = finding({
  message: EVIL,
  hint: EVIL,
  file: `partnerships/${EVIL}: 50%, ü.yaml`,
  record: EVIL,
  path: `risks[${EVIL}].owner`,
  because: [{ text: EVIL, file: EVIL, line: 2 }],
  related: [{ file: EVIL, line: 1, column: 1, endLine: 1, endColumn: 2, message: EVIL }],
  excerpt: `\tlead: ${EVIL.replace('\r\n', ' ')}${'very long '.repeat(1000)}`,
})

/** What no format lets through: control characters but the line feed, and what reorders text. */
// oxlint-disable-next-line no-control-regex -- these are what must not be there
export const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/
