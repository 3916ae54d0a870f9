import { expect, test } from 'vitest'
import { withRenamedIds } from '../../src/model/renamed-ids.js'

test('every field that the catalogue says names a record follows its new id, and no other does', () => {
  const record = (org: string, whole: string) => ({
    name: 'a',
    lead: 'a',
    summary: 'w',
    parent: whole,
    partners: [{ organisation: org, group: 'a' }],
    bodies: [{ id: 'a', members: [org, 'Chair'] }],
    responsibilities: [{ function: 'a', accountable: [org], responsible: [org], delivers: [org] }],
    delegations: [{ power: 'a', from: org, to: org }],
    interests: [{ who: org, what: 'a' }],
    amounts: [{ title: 'a', from: org }],
    'quality-reviews': [{ title: 'a', reviewer: org, reviewed: org }],
    documents: [{ type: 'a', organisation: org, parties: [org, 'Others'] }],
    merged: { into: org },
    members: [org],
  })
  const renames = new Map([
    ['organisation a', 'b'],
    ['partnership w', 'v'],
  ])
  expect(withRenamedIds(record('a', 'w'), renames)).toEqual(record('b', 'v'))
  expect(withRenamedIds({ file: 'partnerships/x/w.yaml', at: 'a' }, renames)).toEqual({
    file: 'partnerships/x/v.yaml',
    at: 'a',
  })
})
