import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCondition, type Condition } from '../../src/model/condition.js'
import { evaluate, type Truth } from '../../src/policy/conditions.js'
import type { Facts } from '../../src/policy/facts.js'

const rank = (id: string) => ['informal', 'standard', 'significant', 'major'].indexOf(id)
const read = (written: unknown): Condition =>
  readCondition(written, ({ message }) => {
    throw new Error(message)
  })
const truth = (written: unknown, facts: Facts) => evaluate(read(written), facts, rank).truth

test('keys of one map must all hold, and a list is one of', () => {
  const facts = { kind: ['contract'], care: [true] }
  expect(truth({ kind: ['grant', 'contract'], care: 'true' }, facts)).toBe('true')
  expect(truth({ kind: 'contract', care: 'false' }, facts)).toBe('false')
})

test('money and tiers compare by size and rank, not by letters', () => {
  expect(truth({ 'annual-value': { 'at-least': '1m' } }, { 'annual-value': [100_000_000] })).toBe('true')
  expect(truth({ 'annual-value': { above: '1m' } }, { 'annual-value': [100_000_000] })).toBe('false')
  expect(truth({ tier: { 'at-least': 'significant' } }, { tier: ['major'] })).toBe('true')
  expect(truth({ tier: { 'at-least': 'significant' } }, { tier: ['standard'] })).toBe('false')
})

test('a misspelt tier leaves a comparison unknown', () => {
  const verdict = evaluate(read({ tier: { 'at-least': 'signifcant' } }), { tier: ['informal'] }, rank)
  expect(verdict).toEqual({ truth: 'unknown', reasons: ['signifcant is no tier of this policy'] })
})

test('one false decides all, one true decides any, whatever is unknown', () => {
  expect(truth({ care: 'true', kind: 'grant' }, { kind: ['contract'] })).toBe('false')
  expect(truth({ any: [{ care: 'true' }, { kind: 'contract' }] }, { kind: ['contract'] })).toBe('true')
  expect(truth({ not: { care: 'true' } }, {})).toBe('unknown')
})

test('of several values the known ones may decide; the others leave it open', () => {
  const facts = { 'partner-kind': Object.assign(['council'], { isOpen: true as const }) }
  expect(truth({ 'partner-kind': 'council' }, facts)).toBe('true')
  expect(truth({ 'partner-kind': 'company' }, facts)).toBe('unknown')
  expect(truth({ 'partner-kind': { not: 'council' } }, facts)).toBe('false')
  expect(truth({ 'partner-kind': { not: 'company' } }, facts)).toBe('unknown')
})

test('reasons are words', () => {
  const condition = read({ kind: 'contract', 'annual-value': { 'at-least': '1000000' } })
  const { reasons } = evaluate(condition, { kind: ['contract'], 'annual-value': [200_000_000] }, rank)
  expect(reasons).toEqual(['kind is contract', 'annual value is at least £1m'])
  expect(evaluate(condition, { kind: ['contract'] }, rank).reasons).toEqual(['annual value is not known'])
})

test.each([
  [{ 'annual-value': { 'at-least': 'lots' } }, '"lots" cannot be compared with annual value'],
  [{ care: 'maybe' }, '"maybe" cannot be compared with care'],
  [{ contributors: { 'at-least': 'two' } }, '"two" cannot be compared with number of contributors'],
  [{ start: { above: '31/12/2019' } }, '"31/12/2019" cannot be compared with start'],
  [{ knid: 'contract' }, '"knid" is not a fact that conditions can use'],
  [{ tier: { least: 'major' } }, '"least" is not a comparison'],
])('%j is told', (written, message) => {
  expect(() => read(written)).toThrow(message)
})

const facts = fc.record({
  kind: fc.constantFrom(['a'], ['b'], undefined),
  care: fc.constantFrom([true], [false], undefined),
})
const conditions = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(read({ kind: 'a' }), read({ kind: ['a', 'b'] }), read({ care: 'true' })),
    fc.record({ op: fc.constant('not' as const), of: tie('node') }),
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('node'), { maxLength: 3 }) }),
  ),
})).node

test('what is told without a fact stays true whatever the fact turns out to be', () => {
  fc.assert(
    fc.property(conditions, facts, fc.boolean(), fc.constantFrom('a', 'b'), (condition, known, care, kind) => {
      const before: Truth = evaluate(condition, known, rank).truth
      const whole = { kind: known.kind ?? [kind], care: known.care ?? [care] }
      const after = evaluate(condition, whole, rank).truth
      expect(before === 'unknown' ? ['true', 'false'] : [before]).toContain(after)
    }),
  )
})
