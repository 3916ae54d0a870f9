import { describe, expect, test } from 'vitest'
import { changesBetween } from '../src/diff/since/index.js'
import type { State } from '../src/diff/state.js'
import type { Partnership } from '../src/model/partnership.js'
import type { Register } from '../src/model/register.js'
import { answerPolicy } from '../src/policy/answers.js'
import { organisationOf, partnershipOf, registerOf } from './policy/sample.js'

const ORGANISATIONS = [organisationOf('us', { kind: 'nhs-trust' })]
const BASE = { kind: 'contract', data: { level: 'none' }, value: { amount: '20k', per: 'year' }, start: '2024-01-01' }

function state(partnerships: Partnership[], roles: Register['settings']['roles'] = [], asOf = '2026-04-30'): State {
  const { settings } = registerOf()
  const register = registerOf({ partnerships, organisations: ORGANISATIONS, settings: { ...settings, roles } })
  return { register, policy: answerPolicy(register, asOf), asOf }
}
const changes = (before: object, after: object, asOf?: string) =>
  changesBetween(
    state([partnershipOf({ ...BASE, ...before })]),
    state([partnershipOf({ ...BASE, ...after })], [], asOf),
  ).map((it) => [it.kind, it.text, it.course])

describe('what changed', () => {
  test('nothing, when nothing did', () => {
    expect(changes({}, {})).toEqual([])
  })

  test('what is new, and what is gone', () => {
    const [one, other] = [
      partnershipOf({ ...BASE, name: 'One' }, 'one'),
      partnershipOf({ ...BASE, name: 'Other', start: '2026-01-01', value: { amount: '3m' } }, 'other'),
    ]
    expect(changesBetween(state([one]), state([other])).map((it) => [it.kind, it.partnerships[0]!.id])).toEqual([
      ['new', 'other'],
      ['ended', 'one'],
    ])
  })

  test('money as it was written, and the tier that follows', () => {
    const more = { value: { amount: '8.6m', per: 'year', basis: 'approximate' } }
    expect(changes({}, more)).toContainEqual(['value', 'value: about £8.6m a year; it was £20,000 a year', undefined])
    const total = { value: { amount: '60k', per: 'total' } }
    expect(changes({}, total)).toContainEqual(['value', 'value: £60,000 in total; it was £20,000 a year', undefined])
    expect(changes({}, more)).toContainEqual(['tier', 'is major; it was standard', undefined])
  })

  test('grades, with their course', () => {
    const graded = (outcomes: string) => ({ assessments: [{ date: '2026-03-31', outcomes }] })
    expect(changes(graded('A'), graded('R/A'))).toEqual([['grade', 'outcomes: R/A; it was A', 'worse']])
    expect(changes(graded('R'), graded('A/G'))).toContainEqual(['grade', 'outcomes: A/G; it was R', 'better'])
    expect(changes({}, graded('G'))).toContainEqual(['grade', 'outcomes: G; it was not graded', undefined])
  })

  test('documents, also where only the days have passed', () => {
    const agreement = { documents: [{ type: 'agreement', signed: '2024-01-01', expires: '2026-06-30' }] }
    expect(changes({}, agreement)).toContainEqual([
      'document',
      'Agreement or contract: in force until 30 June 2026; it was not in the register',
      'better',
    ])
    expect(changes(agreement, agreement, '2026-10-31')).toContainEqual([
      'document',
      'Agreement or contract: ran out on 30 June 2026; it was in force until 30 June 2026',
      'worse',
    ])
  })

  test('leads and sponsors', () => {
    expect(changes({ lead: 'A' }, { lead: 'B', sponsor: 'C' })).toEqual([
      ['lead', 'lead: B; it was A', undefined],
      ['lead', 'sponsor: C; it was not named', 'better'],
    ])
  })

  test('a lead that is named by title instead of alias, or that a part has of its whole, is no change', () => {
    const roles = [{ title: 'Chief Operating Officer', aliases: ['COO'], 'reports-to': [] }]
    const whole = (lead: string) => partnershipOf({ ...BASE, lead }, 'whole')
    const part = (written: object) => partnershipOf({ ...BASE, parent: 'whole', ...written }, 'part')
    const told = (before: Partnership[], after: Partnership[]) =>
      changesBetween(state(before, roles), state(after, roles)).map((it) => [it.partnerships[0]!.id, it.text])
    expect(told([whole('COO'), part({})], [whole('Chief Operating Officer'), part({ lead: 'COO' })])).toEqual([])
    expect(told([whole('COO'), part({})], [whole('Director'), part({})])).toEqual([
      ['whole', 'lead: Director; it was Chief Operating Officer'],
    ])
    expect(told([whole('COO'), part({})], [whole('COO'), part({ lead: 'Director' })])).toEqual([
      ['part', 'lead: Director; it was Chief Operating Officer'],
    ])
  })

  test('of one that ended only that', () => {
    expect(changes({ lead: 'A' }, { lead: 'B', status: 'ended' })).toEqual([
      ['ended', 'has ended; it was active', undefined],
    ])
  })
})
