import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Partnership } from '../src/model/partnership.js'
import { answerPolicy } from '../src/policy/answers.js'
import { drawNumber, sampleOf } from '../src/reports/evidence/sample.js'
import type { SampleOptions } from '../src/reports/paper.js'
import { partnershipOf, registerOf } from './policy/sample.js'

const SMALL = { kind: 'informal', data: { level: 'none' } }
const MAJOR = { ...SMALL, value: { amount: '2m', per: 'year' } }
const small = (id: string) => partnershipOf({ name: `The ${id}`, ...SMALL }, id)
const major = (id: string) => partnershipOf({ name: `The ${id}`, ...MAJOR }, id)

function drawn(partnerships: readonly Partnership[], sample?: Partial<SampleOptions>, asOf = '2026-04-30') {
  const register = registerOf({ partnerships })
  const wish = sample && { ids: [], size: undefined, seed: undefined, ...sample }
  const policy = answerPolicy(register, asOf)
  return sampleOf({ register, policy, asOf, update: undefined, provenance: '', sample: wish })
}
const ids = (sample: ReturnType<typeof drawn>) => sample.sampled.map((it) => it.partnership.id)

describe('the sample of an evidence pack', () => {
  const many = Array.from({ length: 40 }, (_, index) => small(`p${index}`))

  test('is three, and every partnership of the highest tier', () => {
    const sample = drawn([...many, major('big'), major('huge')])
    expect(ids(sample)).toHaveLength(5)
    expect(sample.sampled.filter((it) => it.why === 'highest tier').map((it) => it.partnership.id)).toEqual([
      'big',
      'huge',
    ])
    expect(sample).toMatchObject({ seed: '2026-04-30', size: 3, isAll: false, tier: 'major' })
  })

  test('is the same for the same seed, in whatever order files are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 40 }), fc.string(), (shuffled, seed) => {
        expect(ids(drawn(shuffled, { seed, size: 5 }))).toEqual(ids(drawn(many, { seed, size: 5 })))
      }),
      { numRuns: 25 },
    )
  })

  test('a larger one holds the smaller one; one more partnership replaces one at most', () => {
    const [few, more] = [ids(drawn(many, { size: 4 })), ids(drawn(many, { size: 9 }))]
    expect(more).toEqual(expect.arrayContaining(few))
    const after = ids(drawn([...many, small('new')], { size: 4 }))
    expect(few.filter((it) => !after.includes(it)).length).toBeLessThanOrEqual(1)
  })

  test('differs from seed to seed, and takes each about as often', () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++)
      for (const id of ids(drawn(many, { seed: String(seed), size: 10 }))) counts.set(id, (counts.get(id) ?? 0) + 1)
    // 100 are expected of each; five standard deviations
    for (const { id } of many) expect(Math.abs((counts.get(id) ?? 0) - 100)).toBeLessThan(45)
  })

  test('takes all where there are not so many, and says so', () => {
    expect(drawn([small('a'), major('b')], { size: 5 })).toMatchObject({ isAll: true })
    expect(ids(drawn([small('a'), major('b')], { size: 5 }))).toEqual(['a', 'b'])
  })

  test('leaves out what has ended, and parts, which stand with their whole', () => {
    const part = partnershipOf({ ...MAJOR, name: 'Part', parent: 'a' }, 'part')
    const ended = partnershipOf({ ...MAJOR, name: 'Ended', status: 'ended' }, 'ended')
    expect(ids(drawn([small('a'), part, ended]))).toEqual(['a'])
  })

  test('may be named instead, parts and ended ones too', () => {
    const ended = partnershipOf({ ...SMALL, name: 'Ended', status: 'ended' }, 'ended')
    const sample = drawn([...many, ended], { ids: ['ended', 'p1'] })
    expect(sample.sampled.map((it) => [it.partnership.id, it.why])).toEqual([
      ['ended', 'named'],
      ['p1', 'named'],
    ])
  })

  test('the number of a draw is what it is documented to be', () => {
    // worked out apart, by the steps of the paper, so that an auditor's own script gives the same
    expect(drawNumber('2019-04-30', 'omhp')).toBe('45dd13e0')
    expect(drawNumber('Prüfung', 'a')).toBe('73510bb4')
  })
})
