import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingFormats } from '../../src/output/findings/index.js'
import { registerOf } from '../make-register.js'
import { someFiles } from '../random-register.js'
import { runPartners } from '../run-partners.js'

const matches = (pattern: RegExp) => (text: string) => text.match(pattern)?.length ?? 0

/** How many findings an output tells. */
const COUNT: Record<string, (output: string) => number> = {
  pretty: matches(/^(?:error|warning|info) /gm),
  json: (text) => (JSON.parse(text) as { findings: unknown[] }).findings.length,
  sarif: (text) => (JSON.parse(text) as { runs: { results: unknown[] }[] }).runs[0]!.results.length,
  gitlab: (text) => (JSON.parse(text) as unknown[]).length,
  github: matches(/^::(?:error|warning|notice) /gm),
  junit: matches(/<testcase /g),
  markdown: matches(/^\| (?:error|warning|info) \|/gm),
}
/** What an output says of its own number. */
const SAYS: Record<string, (output: string) => number> = {
  json: (text) => {
    const { error, warning, info } = (JSON.parse(text) as { totals: Record<string, number> }).totals
    return error! + warning! + info!
  },
  pretty: (text) => sum(/^(\d+) errors?, (\d+) warnings?, (\d+) info/m.exec(text) ?? []),
  markdown: (text) => sum(/^\| (\d+) \| (\d+) \| (\d+) \|/m.exec(text) ?? []),
}
const sum = ([, ...numbers]: readonly string[]) =>
  numbers.reduce((total, it) => total + (it === 'no' ? 0 : Number(it)), 0)

test('every format tells the same number of findings, and the number that it says', () => {
  expect(Object.keys(COUNT).sort()).toEqual(Object.keys(findingFormats).sort())
  let all = 0
  fc.assert(
    fc.property(someFiles, (files) => {
      const root = registerOf(files)
      const run = (format: string) => runPartners(['validate', '--all', '--format', format], { cwd: root }).stdout
      const outputs = Object.keys(COUNT).map((format) => [format, run(format)] as const)
      const told = outputs.map(([format, text]) => [format, COUNT[format]!(text)])
      const said = outputs.flatMap(([format, text]) => (format in SAYS ? [[format, SAYS[format]!(text)]] : []))
      const number = told[0]![1] as number
      all += number
      expect([...told, ...said]).toEqual([...told, ...said].map(([format]) => [format, number]))
    }),
    { numRuns: 15 },
  )
  expect(all).toBeGreaterThan(15)
})
