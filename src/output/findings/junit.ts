import { clean } from '../../model/clean.js'
import type { LocatedFinding } from '../located.js'
import type { FindingFormat } from './format.js'

/** JUnit report: a suite a file, a failed test a finding; info goes into a test that passes. */
export const junit: FindingFormat = ({ findings }) => {
  const files = groupByFile(findings)
  const suites = [...files].map(([file, rows]) => suite(file, rows))
  if (suites.length === 0)
    suites.push(
      '  <testsuite name="register" tests="1" failures="0" errors="0">\n    <testcase classname="register" name="no findings"/>\n  </testsuite>',
    )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="partners">\n${suites.join('\n')}\n</testsuites>\n`
}

function groupByFile(findings: readonly LocatedFinding[]): Map<string, LocatedFinding[]> {
  const files = new Map<string, LocatedFinding[]>()
  for (const finding of findings) {
    const ofFile = files.get(finding.file)
    if (ofFile === undefined) files.set(finding.file, [finding])
    else ofFile.push(finding)
  }
  return files
}

function suite(file: string, rows: LocatedFinding[]): string {
  const failures = rows.filter((it) => it.severity !== 'info').length
  const names = namesOf(rows)
  const cases = rows.map((it, index) => testCase(it, names[index]!)).join('\n')
  return `  <testsuite name="${xml(file)}" tests="${rows.length}" failures="${failures}" errors="0">\n${cases}\n  </testsuite>`
}

/**
 * Each a name of its own, as GitLab shows only the first test of a name. It lasts from run to run: without line and column,
 * which shift, and where time itself is the cause without the message, which counts days.
 */
function namesOf(rows: readonly LocatedFinding[]): string[] {
  const counts = new Map<string, number>()
  return rows.map(({ code, path, message, cause, fingerprint }) => {
    const what = cause === 'time' ? fingerprint.slice(0, 8) : message
    const name = `${code}${path === '' ? '' : ` ${path}`}: ${what}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

function testCase({ code, severity, message, hint, file, line, column }: LocatedFinding, named: string): string {
  const name = `    <testcase classname="${xml(file)}" name="${xml(named)}"`
  const text = [`${file}:${line}:${column} ${message}`, ...(hint === undefined ? [] : [hint])].map(xml).join('\n')
  if (severity === 'info') return `${name}>\n      <system-out>${text}</system-out>\n    </testcase>`
  return `${name}>\n      <failure message="${xml(message)}" type="${xml(code)}">${text}</failure>\n    </testcase>`
}

/** Text for XML: its five signs escaped, what XML forbids made visible. */
const xml = (text: string) =>
  clean(text)
    .replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '\uFFFD')
