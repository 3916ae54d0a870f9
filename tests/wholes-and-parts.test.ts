import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const partnership = (name: string, ...lines: string[]) =>
  [`name: ${name}`, 'status: active', 'kind: contract', ...lines, ''].join('\n')

/** An ended whole with a part that runs; a part of a part. */
const root = registerOf({
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
  'partnerships/gone.yaml': partnership('Gone').replace('active', 'ended'),
  'partnerships/left.yaml': partnership(
    'Left over',
    'parent: gone',
    'care: true',
    'value: { amount: 3m, per: year, direction: spend }',
    'partners: [{ organisation: mind, roles: [provider] }]',
  ),
  'partnerships/top.yaml': partnership(
    'Top',
    'lead: Chief Operating Officer',
    'sponsor: Chief Executive',
    'value: { amount: 5m, per: year, direction: spend }',
  ),
  'partnerships/middle.yaml': partnership('Middle', 'parent: top'),
  'partnerships/low.yaml': partnership(
    'Low',
    'parent: middle',
    'value: { amount: 2m, per: year, direction: spend }',
    'partners: [{ organisation: mind, roles: [provider] }]',
    'bodies: [{ id: low-board, name: Low Board }]',
    'headlines: [{ date: 2026-04-01, text: Great news at the bottom. }]',
  ),
  'updates/2026-04.md': '---\nas-of: 2026-04-30\n---\n',
})
const partners = (...args: string[]) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', root, '--as-of', '2026-04-30'])
  expect([stderr, code]).toEqual(['', 0])
  return stdout
}

test('the running part of an ended whole is in the total', () => {
  expect(partners('report', 'board-update')).toContain('£8m')
})

test.each([
  ['board-update', 'records 2 partnerships'],
  ['register', 'holds 2 partnerships'],
  ['review', '2 partnerships'],
  ['risk', '2 partnerships'],
  ['documents', '2 partnerships'],
  ['concentration', '2 partnerships'],
  ['evidence', 'the 2 partnerships'],
])('every paper counts the same partnerships: %s', (paper, words) => {
  expect(partners('report', paper)).toContain(words)
})

test('it is asked for what it would be asked for alone', () => {
  const due = partners('due', '--by', 'partnership')
  expect(due).toMatch(/^Left over\n[^]*full review[^]*^Top$/m)
  expect(partners('list', 'documents', '--where', 'state=missing')).toContain('Left over')
})

test('what an organisation is worth counts a part that it is in alone', () => {
  expect(partners('show', 'mind', '--kind', 'organisation')).toContain('£5m')
  expect(partners('list', 'organisations')).toMatch(/Mind .*£5m/)
})

test('a part of a part is told of in every paper', () => {
  expect(partners('report', 'board-update')).toContain('Great news at the bottom.')
  expect(partners('report', 'governance')).toContain('Low Board')
  expect(partners('show', 'top')).toContain('Low')
  expect(partners('report', 'evidence', '--id', 'top')).toContain('Low')
})

test('a part of a part has the lead of its whole', () => {
  const { stdout } = runPartners(['validate', '-r', root, '--as-of', '2026-04-30', '--all'])
  expect(stdout).not.toMatch(/low\.yaml.*no (?:lead|sponsor)/)
})
