import { expect, test } from 'vitest'
import { inherited, outermost, runningPartnerships } from '../../src/model/hierarchy.js'
import { partnershipOf, registerOf } from '../policy/sample.js'

const part = (id: string, parent?: string, status = 'active') => partnershipOf({ name: id, parent, status }, id)
const wholes = (...partnerships: ReturnType<typeof part>[]) => {
  const running = runningPartnerships(registerOf({ partnerships }))
  return Object.fromEntries(running.all.map((it) => [it.id, running.wholeOf(it).id]))
}

test('a part of a part belongs to the whole above both', () => {
  expect(wholes(part('a'), part('b', 'a'), part('c', 'b'))).toEqual({ a: 'a', b: 'a', c: 'a' })
})

test('a part whose whole has ended or is not there stands for itself; so does a circle', () => {
  expect(wholes(part('a', undefined, 'ended'), part('b', 'a'), part('c', 'x'))).toEqual({ b: 'b', c: 'c' })
  expect(wholes(part('a', 'b'), part('b', 'a'), part('c', 'c'))).toEqual({ a: 'a', b: 'b', c: 'c' })
})

test('what is above a part, and below a whole', () => {
  const [a, b, c, gone, left] = [
    part('a'),
    part('b', 'a'),
    part('c', 'b'),
    part('gone', undefined, 'ended'),
    part('left', 'gone'),
  ]
  const running = runningPartnerships(registerOf({ partnerships: [c, b, a, gone, left] }))
  expect(running.ancestors(c)).toEqual([b, a])
  expect(running.partsOf(a)).toEqual([b, c])
  expect(running.partsOf(gone)).toEqual([])
  expect(running.ancestors(left)).toEqual([])
})

test('a part takes what it does not state from the nearest that does, ended or not', () => {
  const top = partnershipOf({ lead: 'Top lead', sponsor: 'Top sponsor', status: 'ended' }, 'top')
  const mid = partnershipOf({ parent: 'top', lead: 'Mid lead' }, 'mid')
  const low = partnershipOf({ parent: 'mid' }, 'low')
  const register = registerOf({ partnerships: [low, mid, top] })
  expect(inherited(register, low, 'lead')).toBe('Mid lead')
  expect(inherited(register, low, 'sponsor')).toBe('Top sponsor')
  expect(inherited(register, low, 'service')).toBeUndefined()
})

test('the outermost of some: a part stands for itself where its whole is not among them', () => {
  const [a, b, c] = [part('a'), part('b', 'a'), part('c', 'b')]
  const register = registerOf({ partnerships: [a, b, c] })
  expect(outermost(register, [a, b, c])).toEqual([a])
  expect(outermost(register, [c, a])).toEqual([a])
  expect(outermost(register, [b, c])).toEqual([b])
})
