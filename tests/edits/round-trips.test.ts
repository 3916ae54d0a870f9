import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { registerOf } from '../make-register.js'
import { someFiles } from '../random-register.js'
import { change, harbour, RIVERSIDE } from './harbour.js'

interface Told {
  code: string
  file: string
  path: string
  message: string
  fix: { safe: boolean } | null
}

/** Mistakes of which each is corrected in one way, and some that only a person can decide. */
const slips = fc.subarray(
  [
    ['status: active', 'status: Active'],
    ['lead: Director', 'lead: director'],
    ['start: 2024-01-31', 'start: 31/01/2024'],
    ['date: 2026-01-15', 'date: 15 January 2026'],
    ['amount: 2m', 'amount: up to £2m'],
    ['amount: £90k', 'amount: about 90k'],
    ['kind: contract', 'kind: Contract'],
    ['kind: memorandum', 'kind: MoU'],
    ['governance: green', 'governance: GREEN'],
    ['care: true', 'care: yes'],
    ['level: personal', 'levle: personal'],
    ['organisation: mind', 'organisation: mnd'],
    ['share: 50%', 'share: half'],
  ] as const,
  { minLength: 3 },
)
const withSlips = fc
  .tuple(someFiles, slips)
  .map(([files, made]) =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        made.reduce((all, [from, to]) => all.replaceAll(from, to), text),
      ]),
    ),
  )

const findings = (root: string): Told[] =>
  (
    JSON.parse(runPartners(['validate', '--format', 'json'], { cwd: root }).stdout) as {
      findings: Told[]
    }
  ).findings

describe('fix', () => {
  test('ends what it says that it ends, and leaves nothing that it could correct', () => {
    let ended = 0
    fc.assert(
      fc.property(withSlips, (files) => {
        const root = registerOf({ ...files, 'register.yaml': `${files['register.yaml']}as-of: 2026-09-30\n` })
        const before = findings(root)
        const { code, stdout } = runPartners(['fix', '--format', 'json'], { cwd: root })
        if (code === 2) return // a register.yaml or policy.yaml that cannot be read
        const { mended, notes } = JSON.parse(stdout) as { mended: Told[]; notes: string[] }
        ended += mended.length
        const after = findings(root)
        // not by fingerprint: of two files of one id, the finding of the second is counted, and is the first afterwards
        const said = ({ code, file, path, message }: Told) => [code, file, path, message].join()
        const has = (all: Told[], it: Told) => all.some((other) => said(other) === said(it))
        expect(mended.filter((it) => !has(before, it))).toEqual([])
        expect(mended.filter((it) => has(after, it))).toEqual([])
        const isAllMade = !notes.some((it) => it.startsWith('Left as it is'))
        expect(after.filter((it) => isAllMade && it.fix?.safe)).toEqual([])
        expect(JSON.parse(runPartners(['fix', '--format', 'json'], { cwd: root }).stdout)).toMatchObject({ files: [] })
      }),
      { numRuns: 20 },
    )
    expect(ended).toBeGreaterThan(0)
  })
})

describe('set, and then set --unset', () => {
  /** Fields that the record leaves out, each with a value that it may have. */
  const FIELDS = [
    ['sponsor', 'Chief Operating Officer'],
    ['start', '2024-04-01'],
    ['end', '2029-03-31'],
    ['service', 'Recovery, in the community'],
    ['care', 'true'],
    ['notice', '6 months'],
    ['value.title', 'Contract: core'],
    ['value.stated', 'about "8.6m"'],
    ['importance.level', 'high'],
    ['data.level', 'none'],
    ['exit', 'One.\n\nTwo.'],
    ['risks[workforce].owner', 'COO'],
    ['risks[workforce].target', '6'],
    ['reviews[latest].outcome', 'continue'],
    ['partners[mind].share', '40%'],
    ['unknown.procurement', 'With the lawyers.'],
    ['x-cost-centre', '4711'],
  ] as const

  test('leaves every byte as it was', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...FIELDS], { minLength: 1, maxLength: 3 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.boolean(),
        (fields, ending, mark, isMarkdown) => {
          const yaml = RIVERSIDE.replace('unknown:\n  exit: Draft with the lawyers.\n', 'unknown:\n')
          const text = isMarkdown ? `---\n${yaml}---\n\n## Summary of 2026\n\nWords.\n` : yaml
          const path = `partnerships/rrp.${isMarkdown ? 'md' : 'yaml'}`
          const before = mark + text.replaceAll('\n', ending)
          const root = harbour({ [path]: before })
          if (isMarkdown) rmSync(join(root, 'partnerships/rrp.yaml'))
          for (const [field, value] of fields)
            expect(change(root, 'set', 'rrp', field, value)).toMatchObject({ code: 0 })
          for (const [field] of fields.toReversed())
            expect(change(root, 'set', 'rrp', field, '--unset')).toMatchObject({ code: 0 })
          expect(readFileSync(join(root, path), 'utf8')).toBe(before)
        },
      ),
      { numRuns: 20 },
    )
  })
})
