import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

/** As of 30 September 2026; everything of October is still to come. */
const root = registerOf({
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'organisations/mind.yaml': [
    'name: Mind',
    'kind: third-sector',
    'self-assessments:',
    '  - date: 2026-10-20',
    '    answers:',
    '      no-such-question: "yes"',
    '',
  ].join('\n'),
  'partnerships/a.yaml': [
    'name: Alpha',
    'status: active',
    'kind: contract',
    'start: 2026-01-01',
    'value: { amount: 2m, per: year, direction: spend }',
    'data: { level: none }',
    'partners: [{ organisation: us, roles: [lead] }, { organisation: mind, roles: [provider] }]',
    'reviews: [{ date: 2026-10-20 }]',
    'assessments:',
    '  - { date: 2026-05-20, governance: A, relationships: A, outcomes: A }',
    '  - { date: 2026-10-20, governance: R, relationships: R, outcomes: R }',
    'documents:',
    '  - { type: agreement, signed: 2026-10-20 }',
    '',
  ].join('\n'),
})
const run = (...args: string[]) => runPartners([...args, '-r', root, '--as-of', '2026-09-30']).stdout

test('what is dated after the day of a paper does not exist yet', () => {
  expect(run('list', '--columns', 'grades,review-due', '--format', 'csv')).toContain('A; A; A,2026-07-31')
  for (const paper of ['review', 'board-update', 'evidence']) {
    expect(run('report', paper)).toContain('20 May 2026')
    expect(run('report', paper)).not.toMatch(/(?:reviewed|assessed|graded|\|) 20 October 2026/i)
  }
  expect(run('report', 'partnership', 'a')).toContain('20 May 2026')
  expect(run('report', 'partnership', 'a')).not.toContain('worse')
  expect(run('validate', '--format', 'json')).not.toContain('assessment/red-without-action')
  expect(run('validate', '--format', 'json')).not.toContain('self-assessment/unknown-question')
})

test('a signature and a self-assessment of a later day leave the document wanting', () => {
  const states = run('list', 'documents', '--columns', 'document,state', '--format', 'csv')
  expect(states).toContain('Agreement or contract,unsigned')
  expect(states).toContain('Governance self-assessment,missing')
  const papers = ['documents', 'evidence', 'register', 'governance a', 'partnership a'].map((it) =>
    run('report', ...it.split(' ')),
  )
  for (const paper of [...papers, run('show', 'a', '--format', 'markdown'), run('validate')]) {
    expect(paper).toContain('not signed yet; dated 20 October 2026')
    expect(paper).not.toMatch(/(?<!not )signed (?:on )?20 October/)
  }
})
