import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const made = (root: string, ...args: string[]) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', root, '--as-of', '2026-04-30'])
  expect([stderr, code]).toEqual(['', 0])
  return stdout
}

describe('one partnership', () => {
  const register = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/whole.yaml': [
      'name: Whole',
      'status: active',
      'lead: Head of Wholes',
      'value: {amount: 1m, per: once}',
      'assessments:',
      '  - {date: 2026-03, governance: R/A, relationships: G, outcomes: A}',
      '  - {date: 2025-09, governance: A, relationships: G}',
      '  - {date: 2024-09, governance: G}',
      ...Array.from({ length: 9 }, (_, index) => [
        ...(index === 0 ? ['risks:'] : []),
        `  - {title: Risk ${index}, ${index === 3 ? '' : `likelihood: ${(index % 5) + 1}, consequence: 4, `}owner: Head of Wholes}`,
      ]).flat(),
      '',
    ].join('\n'),
    'partnerships/piece.yaml':
      'name: Piece\nstatus: active\nparent: whole\nactions: [{title: Mend it, due: 2026-03}]\n',
    'partnerships/gone.yaml': 'name: Gone\nstatus: ended\nend: 2025-12-31\n',
  })

  test('tells each grade with its course since the assessment before', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    expect(paper).toContain('Last graded: March 2026. Before that: September 2025.')
    expect(paper).toContain('| Governance | **R/A** | **A** | worse |')
    expect(paper).toContain('| Relationships | **G** | **G** | as before |')
    expect(paper).toContain('| Outcomes | **A** | not graded | not known |')
  })

  test('tells the highest risks first, those without a score last, and how many are left out', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    const scores = [...paper.matchAll(/^\| Risk \d \| ([^|]+) \|/gm)].map((it) => it[1])
    expect(scores).toEqual(['20, extreme', '16, extreme', '12', '12', '8'])
    expect(paper).toContain('9 open risks; without a score: 1.')
    expect(paper).toContain('4 more open risks are in the register.')
    const all = [...made(register, 'show', 'whole').matchAll(/^ *(\d+(?:, \w+)?|no score) +Risk \d/gm)]
    expect(all.at(-1)?.[1]).toBe('no score')
    expect(all).toHaveLength(9)
  })

  test('tells a one-off value apart, and the duties of its parts', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    expect(paper).toContain('- **Value:** comes only once, see other funding')
    expect(paper).toContain('Value of the partnership: £1m once')
    expect(paper).toContain('| Piece: Mend it | March 2026, **overdue** | not recorded |')
  })

  test('a part has from its whole what it does not state', () => {
    const paper = made(register, 'report', 'partnership', 'piece')
    expect(paper).toContain('It is a part of Whole.')
    expect(paper).toContain('- **Lead:** Head of Wholes')
    expect(paper).toContain('- **Value:** within that of Whole')
    expect(paper).toContain('Last graded: March 2026, with Whole as a whole.')
  })

  test('says in one line what is not recorded, and does not repeat it under a heading', () => {
    const paper = made(register, 'report', 'partnership', 'whole')
    expect(paper).toMatch(
      /^- \*\*Not recorded:\*\* summary, sponsor, directorate, kind, .*, start, end, notice, .*partners/m,
    )
    expect(paper).not.toMatch(/not stated|^## (?:Partners|Gaps and doubts)$/m)
  })

  test('an ended one is asked for nothing', () => {
    const paper = made(register, 'report', 'partnership', 'gone')
    expect(paper).toContain('- **Status:** ended')
    expect(paper).toContain('No document is certainly required.')
    expect(paper).not.toContain('cannot be told')
  })

  test('the sample takes wholes that have not ended', () => {
    const paper = made(register, 'report', 'evidence', '--sample', '9')
    expect(paper).toContain('| Whole |')
    expect(paper).not.toMatch(/^\| (?:Piece|Gone) \|/m)
    expect(paper).toContain('9 were requested, and there are no more')
  })
})
