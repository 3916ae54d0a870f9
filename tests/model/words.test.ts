import { expect, test } from 'vitest'
import { problemsOf } from './problems-of.js'

const hints = (lines: string, path?: string, start?: string) =>
  problemsOf(lines, path, start)?.map(([, , hint]) => hint)

test.each([
  ['charity', 'third-sector'],
  ['Voluntary', 'third-sector'],
  ['local-authority', 'council'],
  ['Local Authority', 'council'],
  ['trust', 'nhs-trust'],
  ['foundation trust', 'nhs-trust'],
  ['Clinical Commissioning Group', 'ccg'],
])('an organisation of kind %s is %s', (word, value) => {
  expect(hints(`kind: ${word}`, 'organisations/a.yaml', 'name: A\n')).toEqual([`write ${value}`])
})

test.each([
  ['kind: MOU', 'memorandum'],
  ['kind: SLA', 'service-agreement'],
  ['value: { amount: 1m, per: annum }', 'year'],
  ['value: { amount: 1m, per: p.a. }', 'year'],
  ['value: { amount: 1m, direction: in }', 'income'],
  ['value: { amount: 1m, direction: paid }', 'spend'],
  ['documents: [{ type: agreement, status: n/a }]', 'not-applicable'],
])('%s: write %s', (line, value) => {
  expect(hints(line)).toEqual([`write ${value}`])
})

test.each([
  ['closed', 'ended'],
  ['terminated', 'ended'],
  ['live', 'active'],
])('a partnership that is %s is %s', (word, value) => {
  expect(hints('', undefined, `name: A\nstatus: ${word}\n`)).toEqual([`write ${value}`])
})

test('that a document has expired follows from its days', () => {
  expect(hints('documents: [{ type: agreement, status: expired }]')![0]).toContain('expires')
})
