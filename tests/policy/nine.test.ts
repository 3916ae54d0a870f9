import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'

const NINE = join(import.meta.dirname, 'nine')

interface Row {
  readonly partnership: string
  readonly type: string
  readonly state: string
  readonly force: string
}

function rowsUnder(policy: string): readonly Row[] {
  const root = mkdtempSync(join(tmpdir(), 'nine-'))
  cpSync(NINE, root, { recursive: true })
  writeFileSync(join(root, 'policy.yaml'), `extends: ${policy}\n`)
  const columns = 'partnership,type,state,force'
  const { stdout } = runPartners(['list', 'documents', '--columns', columns, '--format', 'json', '-r', root])
  return (JSON.parse(stdout) as { rows: Row[] }).rows
}

const required = (rows: readonly Row[], name: string) =>
  rows.filter((it) => it.partnership === name && it.state !== 'perhaps-needed').map((it) => it.type)

/** Documents that one document of another type meets as well: it counts once. */
const once = (types: readonly string[]) => {
  const met: Readonly<Record<string, readonly string[]>> = {
    agreement: ['section-75-agreement', 'collaborative-working-agreement'],
    'procurement-record': ['provider-selection-record'],
    'information-sharing-agreement': ['joint-controller-arrangement'],
    'dpia-screening': ['dpia'],
  }
  return types.filter((it) => !met[it]?.some((other) => types.includes(other)))
}

/** The nine partnerships of a critical reading: what was asked of each under the policy of 2026, and what should be. */
const WANTED = [
  ['Carers’ coffee morning', 4, []],
  ['Walking group grant', 6, ['partnership-standard', 'registration-check']],
  ['Allotment', 2, []],
  [
    'Referral understanding',
    9,
    ['memorandum', 'safeguarding-policy', 'dpia-screening', 'information-sharing-agreement'],
  ],
  ['Respiratory pilot', 5, ['conflicts-of-interest', 'collaborative-working-agreement']],
  [
    'Joint committee with delegated functions',
    4,
    ['terms-of-reference', 'delegation-agreement', 'conflicts-of-interest'],
  ],
] as const

describe('what policy requires of nine partnerships, from a coffee morning to a pooled fund', () => {
  const [before, now] = [rowsUnder('nhs-2026'), rowsUnder('nhs-2027')]

  test.each(WANTED)('%s: %i documents in 2026, and now what is worth its while', (name, was, types) => {
    expect(required(before, name)).toHaveLength(was)
    expect(once(required(now, name))).toEqual(types)
  })

  test('the largest contract keeps its sixteen, and has a procurement record at last', () => {
    expect(required(before, 'Big subcontract')).toHaveLength(16)
    const types = once(required(now, 'Big subcontract'))
    expect(types).toHaveLength(18)
    expect(types).toContain('provider-selection-record')
    expect(types).toContain('modern-slavery-assessment')
  })

  test('a pooled fund has its agreement, and both of its reports to the partners', () => {
    expect(required(now, 'Section 75 mental health')).toEqual(
      expect.arrayContaining(['section-75-agreement', 'section-75-quarterly-report', 'section-75-annual-report']),
    )
  })

  test('nothing is left in doubt where the five questions are answered, and the small are asked one', () => {
    expect(before.filter((it) => it.state === 'perhaps-needed').map((it) => it.partnership)).toContain('Allotment')
    expect(now.filter((it) => it.state === 'perhaps-needed')).toEqual([])
    const { stdout } = runPartners(['validate', '--format', 'markdown', '-r', NINE])
    expect(stdout.match(/does money or personal data pass/g)).toHaveLength(1)
  })

  test('what must be there is counted apart from what should', () => {
    const must = now.filter((it) => it.force === 'must').map((it) => it.type)
    expect(must).toContain('dpia')
    expect(must).not.toContain('exit-plan')
    const { stdout } = runPartners(['report', 'documents', '-r', NINE])
    expect(stdout).toMatch(
      /By law, regulations, contract or our own decision \d+ must be there, of which 0 are in force; by guidance/,
    )
  })
})
