import { clean } from '../../model/clean.js'
import { grouped } from '../../model/order.js'
import type { LocatedFinding } from '../located.js'
import type { FindingFormat } from './format.js'

/** JUnit report: a suite for each file, and a failed test for each finding; infos are tests that pass. */
export const junit: FindingFormat = ({ findings }) => {
  const suites = grouped(findings, (it) => it.file).map(suite)
  if (suites.length === 0)
    suites.push(
      '  <testsuite name="register" tests="1" failures="0" errors="0">\n    <testcase classname="register" name="no findings"/>\n  </testsuite>',
    )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="partners">\n${suites.join('\n')}\n</testsuites>\n`
}

/** The findings of one file. */
function suite(rows: readonly LocatedFinding[]): string {
  const failures = rows.filter((it) => it.severity !== 'info').length
  const names = namesOf(rows)
  const cases = rows.map((it, index) => testCase(it, names[index]!)).join('\n')
  return `  <testsuite name="${xml(rows[0]!.file)}" tests="${rows.length}" failures="${failures}" errors="0">\n${cases}\n  </testsuite>`
}

/**
 * A different name for each, as GitLab shows only the first test of a name. It stays the same from run to run: it has
 * no line and column, which shift, and no message if time is the cause, as that counts days.
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

/** Text for XML: its five special characters escaped, what XML forbids made visible. */
const xml = (text: string) =>
  clean(text)
    .replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '\uFFFD')
