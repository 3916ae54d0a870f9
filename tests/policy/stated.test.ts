import { describe, expect, test } from 'vitest'
import { keysOf } from '../../src/model/schema-walk.js'
import { policySchema } from '../../src/model/policy.js'
import { differencesOf, formatEntry } from '../../src/output/policy-rows.js'
import { policyChanges, POLICY_SECTIONS, statedIn } from '../../src/policy/stated.js'
import { nhs2026, policyOf } from './sample.js'

const section = (name: string) => POLICY_SECTIONS.find((it) => it.name === name)!
const own = (written: Record<string, unknown>) => [policyOf({ extends: 'nhs-2026', ...written }), nhs2026]
const changes = (written: Record<string, unknown>, name: string) => policyChanges(own(written), section(name))

describe('the policy in force, section by section', () => {
  test('every part of the schema is in one section', () => {
    const names = POLICY_SECTIONS.map((it) => it.name)
    const maps = keysOf(policySchema)!.filter((it) => names.includes(it))
    expect(
      [...maps, 'extends', 'title', 'sources', 'due-soon', 'lapsed-after', 'standard', 'unscreened'].sort(),
    ).toEqual(keysOf(policySchema)!.toSorted())
  })

  test('own entries replace inherited ones, each of the limits by itself', () => {
    const stated = statedIn(own({ limits: { 'lead-load': '5' }, 'due-soon': '30 days' }), section('limits'))
    expect(stated.map((it) => [it.id, formatEntry(it, 'GBP')[0]!.text, it.at.file])).toEqual([
      ['due-soon', '30 days', 'policy.yaml'],
      ['lapsed-after', '90 days', nhs2026.file],
      ['paper-value', '£1m', nhs2026.file],
      ['procurement-value', '£25,000', nhs2026.file],
      ['lead-load', '5', 'policy.yaml'],
      ['proposed-for', '12 months', nhs2026.file],
    ])
  })

  test('an entry is said field by field, conditions and choices in words', () => {
    const memorandum = statedIn([nhs2026], section('documents')).find((it) => it.id === 'memorandum')!
    expect(formatEntry(memorandum, 'GBP').map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Title: Memorandum of understanding',
      'Held by: one for the partnership',
      'When: kind is memorandum, or (kind is informal or network, and tier is at least standard)',
      'Satisfied by: agreement',
      'Valid: 36 months',
      'Signed by: Sponsor and the partner’s equal',
      'Why: Council toolkits',
    ])
  })

  test('points read as points', () => {
    const value = statedIn([nhs2026], section('points')).find((it) => it.id === 'value')!
    expect(formatEntry(value, 'GBP').find((it) => it.key === 'bands')?.text).toBe(
      '1 from 25k on, 2 from 100k on, 3 from 500k on, 4 from 1m on',
    )
  })
})

describe('own policy against inherited', () => {
  test('what is added, and what is taken out with its reason', () => {
    expect(
      changes({ documents: { charter: { title: 'Charter' }, dpia: { off: 'Done elsewhere.' } } }, 'documents'),
    ).toMatchObject([
      { kind: 'added', is: { id: 'charter' } },
      { kind: 'taken out', was: { id: 'dpia' }, reason: 'Done elsewhere.' },
    ])
  })

  test('what is replaced, and what differs; what is not stated again is gone', () => {
    const [change] = changes({ cadence: { 'any-red': { every: '1 month' } } }, 'cadence')
    if (change?.kind !== 'replaced') throw new Error('a replaced entry was expected')
    expect(differencesOf(change.is, change.was, 'GBP')).toEqual([
      { key: 'every', label: 'Every', is: '1 month', was: '3 months' },
      { key: 'why', label: 'Why', is: null, was: 'Proposal: a Red is looked at again in three months' },
    ])
  })

  test('what is off and was never there is no change; without an own policy there is none', () => {
    expect(changes({ documents: { nothing: { off: 'Never was.' } } }, 'documents')).toEqual([])
    expect(policyChanges([], section('documents'))).toEqual([])
  })
})
